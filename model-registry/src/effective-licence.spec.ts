import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ModelCard } from './card/model-card.js';
import { cardDigest } from './digests.js';
import { effectiveLicence, type EffectiveLicence } from './effective-licence.js';
import { parseModelRef } from './model-ref.js';
import { ModelRegistry } from './registry.js';
import { localSources } from './sources/local-sources.js';
import { ModelDirectory } from './testing/model-directory.js';
import { alignmentCard } from './testing/sample-alignment.js';
import { biomarkerCard, encoderCard, ensembleCard } from './testing/sample-cards.js';

type Licence = ModelCard['licence'];

const MIT: Partial<Licence> = { spdxOrName: 'MIT' };
const NON_COMMERCIAL: Partial<Licence> = { spdxOrName: 'CC-BY-NC-ND-4.0', nonCommercial: true };
const GATED: Partial<Licence> = { spdxOrName: 'Terms of a hub', gated: true, derivativeOutputs: true };

const under = (card: ModelCard, licence: Partial<Licence>): ModelCard => ({
  ...card,
  licence: { ...card.licence, ...licence },
});

/** A head whose towers are two versions under free terms, the first on features of the encoder. */
function headCard(digest: string): ModelCard {
  const { alignment, ...card } = alignmentCard();
  const { extractor } = biomarkerCard('1', digest);
  if (!alignment || !extractor) throw new Error('The samples have towers and an extractor.');
  const towers = ['2', '3'].map((version, i) => ({
    modality: i === 0 ? ('IMAGE' as const) : ('TRANSCRIPTOME' as const),
    model: { model: 'sample-encoder', version },
    dim: 8,
    ...(i === 0 ? { encoder: extractor } : {}),
  }));
  const identity = { ...card.identity, name: 'sample-head' };
  const { artifacts } = encoderCard();
  const files = artifacts.map((file) => ({ ...file, path: 'c6.safetensors', role: 'REFERENCE_SET' as const }));
  // What the head itself takes is free; what its tower takes is not.
  const own = { ...extractor, version: '2', digest: cardDigest(encoderCard('2')) };
  return { ...card, identity, extractor: own, alignment: { ...alignment, towers }, artifacts: files };
}

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
    const imported = biomarkerCard('4', 'f'.repeat(64));
    if (!imported.extractor) throw new Error('The sample has an extractor.');
    await models.add({ ...imported, extractor: { ...imported.extractor, model: 'elsewhere' } });
    for (const version of ['2', '3']) await models.add(encoderCard(version));
    await models.add(under(headCard(digest), MIT));
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

  it("joins the restrictions of an ensemble's members and of their encoder", () => {
    expect(of('sample-ensemble/1')).toEqual({
      spdxOrName: 'CC-BY-NC-ND-4.0',
      nonCommercial: true,
      gated: true,
      derivativeOutputs: true,
      inheritedFrom: 'local:sample-encoder/1',
      unknownParts: [],
    });
  });

  it("is inherited from the encoder of an alignment's tower", () =>
    expect(of('sample-head/1')).toMatchObject({ nonCommercial: true, inheritedFrom: 'local:sample-encoder/1' }));

  it('names the parts whose licence nobody here knows', () => {
    expect(of('sample-focus/4')).toMatchObject({ spdxOrName: 'Apache-2.0', unknownParts: ['elsewhere/1'] });
  });
});
