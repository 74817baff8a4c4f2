import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ModelCard } from './card/model-card.js';
import { cardDigest } from './digests.js';
import { effectiveLicence, type EffectiveLicence } from './effective-licence.js';
import { parseModelRef } from './model-ref.js';
import { ModelRegistry } from './registry.js';
import { localSources } from './sources/local-sources.js';
import { ModelDirectory } from './testing/model-directory.js';
import { headOverEncoder } from './testing/sample-alignment.js';
import { biomarkerCard, encoderCard, ensembleCard } from './testing/sample-cards.js';

type Licence = ModelCard['licence'];

const MIT: Partial<Licence> = { spdxOrName: 'MIT' };
const NON_COMMERCIAL: Partial<Licence> = { spdxOrName: 'CC-BY-NC-ND-4.0', nonCommercial: true };
const GATED: Partial<Licence> = { spdxOrName: 'Terms of a hub', gated: true, derivativeOutputs: true };

const under = (card: ModelCard, licence: Partial<Licence>): ModelCard => ({
  ...card,
  licence: { ...card.licence, ...licence },
});

const withGatedSet = (card: ModelCard): ModelCard => {
  if (!card.alignment) throw new Error('The sample has a head.');
  const licence = { ...card.licence, ...NON_COMMERCIAL, ...GATED, spdxOrName: 'Cohort agreement' };
  const referenceSets = card.alignment.referenceSets.map((set) => ({ ...set, licence }));
  return { ...card, alignment: { ...card.alignment, referenceSets } };
};

describe('effectiveLicence', () => {
  let models: ModelDirectory;
  let registry: ModelRegistry;

  beforeAll(async () => {
    models = await ModelDirectory.create();
    const encoder = under(encoderCard(), NON_COMMERCIAL);
    const digest = cardDigest(encoder);
    await models.add(encoder);
    await models.add(under(biomarkerCard('1', digest), MIT));
    await models.add(under(biomarkerCard('2', digest), GATED));
    await models.add(under(ensembleCard(['1', '2'], digest), MIT));
    await models.add(under(headOverEncoder(digest), MIT));
    await models.add(withGatedSet(under(headOverEncoder(digest, '2'), MIT)));
    const imported = biomarkerCard('4', 'f'.repeat(64));
    if (!imported.extractor) throw new Error('The sample has an extractor.');
    await models.add({ ...imported, extractor: { ...imported.extractor, model: 'elsewhere' } });
    registry = await ModelRegistry.open(
      { sources: localSources([models.path], { pollMs: 0 }) },
      new AbortController().signal,
    );
  });

  afterAll(async () => {
    await registry.close();
    await models.remove();
  });

  const of = (ref: string): EffectiveLicence =>
    effectiveLicence(registry.snapshot().resolve(parseModelRef(ref)), registry.snapshot());

  it("is the version's own where nothing is stricter", () => {
    expect(of('sample-encoder/1')).toEqual({
      spdxOrName: 'CC-BY-NC-ND-4.0',
      nonCommercial: true,
      gated: false,
      derivativeOutputs: false,
      inheritedFrom: null,
      referenceSet: null,
      unknownParts: [],
    });
  });

  it('is inherited from the encoder: MIT code on non-commercial weights is non-commercial', () => {
    expect(of('sample-focus/1')).toMatchObject({
      spdxOrName: 'CC-BY-NC-ND-4.0',
      nonCommercial: true,
      inheritedFrom: 'local:sample-encoder/1',
    });
  });

  it('is inherited from an encoder that only a tower names', () => {
    expect(of('sample-head/1')).toMatchObject({ nonCommercial: true, inheritedFrom: 'local:sample-encoder/1' });
  });

  it('is that of a reference set of the version where that is stricter', () => {
    expect(of('sample-head/2')).toMatchObject({
      spdxOrName: 'Cohort agreement',
      nonCommercial: true,
      gated: true,
      inheritedFrom: null,
      referenceSet: 'c6',
    });
  });

  it("joins the restrictions of an ensemble's members and of their encoder", () => {
    expect(of('sample-ensemble/1')).toEqual({
      spdxOrName: 'CC-BY-NC-ND-4.0',
      nonCommercial: true,
      gated: true,
      derivativeOutputs: true,
      inheritedFrom: 'local:sample-encoder/1',
      referenceSet: null,
      unknownParts: [],
    });
  });

  it('names the parts whose licence nobody here knows', () => {
    expect(of('sample-focus/4')).toMatchObject({ spdxOrName: 'Apache-2.0', unknownParts: ['elsewhere/1'] });
  });
});
