import { readdirSync, readFileSync } from 'node:fs';
import { predictiveValues } from '#libs/calibration';
import { CardInvalid } from '#libs/errors';
import { afterEach, describe, expect, it } from 'vitest';
import { edited } from '../testing/edit-json.js';
import { ModelDirectory } from '../testing/model-directory.js';
import { quarantined, Registries } from '../testing/registries.js';
import { calibrationRecordSchema, type PublishedRate } from './calibration-record.js';
import { parseCalibrationRecord } from './parse-calibration-record.js';
import { parseDescribedCard } from './parse-described-card.js';
import { parseModelCard } from './parse-model-card.js';

const CARD = new URL('../../card/', import.meta.url);
const EXAMPLES = new URL('examples/', CARD);
const namesIn = (folder: URL): readonly string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .sort();
const example = (name: string): unknown => JSON.parse(readFileSync(new URL(`${name}.json`, EXAMPLES), 'utf8'));
const cards = namesIn(EXAMPLES);
const records = namesIn(new URL('calibrations/', EXAMPLES));
const recordOf = (id: string) => calibrationRecordSchema.parse(example(`calibrations/${id}`));
const readme = readFileSync(new URL('README.md', CARD), 'utf8');

const SYSTEMS = [
  'SEQUOIA',
  'HE2RNA',
  'tRNAsformer',
  'ROS1/ALK ViT',
  'HistoBistro CRC',
  'STAMP protocol',
  'STAMP alignment (2606.03644)',
  'HESCAPE',
  'OmiCLIP/Loki',
  'TITAN',
  'THREADS',
  'CONCH v1/v1.5',
  'UNI / UNI2-h',
  'GigaPath, PRISM, CHIEF, Madeleine, Feather, CARE (TRIDENT)',
  'KRONOS',
  'DinoBloom',
  'BvT',
  'wsinfer zoo',
];

function pointers(json: unknown): readonly string[] {
  try {
    parseDescribedCard(json);
  } catch (error) {
    if (error instanceof CardInvalid) return error.problems.map((problem) => problem.pointer);
    throw error;
  }
  return [];
}

describe('the examples', () => {
  it('are one or more for each system, and the table of the README names each of them', () => {
    const rows = [...readme.matchAll(/^\| ([^|]+) \| (`[^|]+`) \|/gm)];
    expect(rows.map(([, system]) => system)).toEqual(SYSTEMS);
    const named = rows.flatMap(([, , cell = '']) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name));
    expect(named.sort()).toEqual(cards);
  });

  it.each(cards)('%s validates, under a name that is its own', (name) => {
    const { identity, artifacts } = parseDescribedCard(example(name));
    expect([identity.name, `${identity.name}-${identity.version}`]).toContain(name);
    expect(artifacts).toEqual([]);
  });

  it.each(records)('%s validates against the card of its version', (id) => {
    const { model, version } = recordOf(id);
    const card = parseDescribedCard(example(`${model}-${version}`));
    expect(parseCalibrationRecord(example(`calibrations/${id}`), card).id).toBe(id);
  });

  it('name encoders, parents and towers that are described here, or are of systems that are not', () => {
    const named = cards.flatMap((name) => {
      const { extractor, identity, alignment } = parseDescribedCard(example(name));
      const encoders = [extractor, ...(alignment?.towers ?? []).map(({ encoder }) => encoder)];
      return [identity.parent?.model, ...encoders.map((encoder) => encoder?.model)];
    });
    const others = ['ctranspath', 'gigapath', 'moco-v3-vit-s', 'resnet-50', 'virchow2'];
    expect([...new Set(named.filter((name) => typeof name === 'string' && !cards.includes(name)))].sort()).toEqual(
      others,
    );
  });
});

describe('a planted error', () => {
  it.each([
    ['sequoia-brca', '/vocabulary/size', 20_819, '/vocabulary/size'],
    ['sequoia-brca', '/extractor/dim', 2048, '/extractor/dim'],
    ['sequoia-brca', '/input/tiles/min', 4001, '/input/tiles'],
    ['sequoia-brca', '/spatial/0/mode', 'PER_TILE', '/spatial/0/window'],
    ['sequoia-brca', '/artifacts', [{ path: 'model.onnx' }], '/artifacts'],
    ['he2rna', '/extractor/dim', 100, '/extractor/dim'],
    ['he2rna', '/vocabulary', null, '/vocabulary'],
    ['ros1-two-step-1', '/output/targets/0/final', 'SOFTMAX', '/output/targets/0/final'],
    ['ros1-two-step-1', '/output/targets/0/classes', ['positive', 'negative'], '/output/targets/0/positiveClass'],
    ['ros1-two-step-1', '/spatial/0/clampPercentiles', [95, 5], '/spatial/0/clampPercentiles'],
    ['stamp-protocol', '/output/targets/0/served', 'SIGMOID', '/output/targets/0/final'],
    ['stamp-protocol-survival', '/output/targets/0/kind', 'BINARY', '/output/targets/0/kind'],
    ['hescape-5k', '/alignment/retrieval/0/gallerySize', null, '/alignment/retrieval/0/gallerySize'],
    ['hescape-5k', '/alignment/retrieval/0/k', 65, '/alignment/retrieval/0/k'],
    ['hescape-5k', '/alignment/logitScale/space', 'LINEAR', '/alignment/logitScale/space'],
    ['omiclip', '/alignment', null, '/alignment'],
    ['conch', '/output/otherEmbeddings/0/dim', 768, '/output/otherEmbeddings/0/dim'],
    ['kronos', '/output/otherEmbeddings/1/tensor', 'absent', '/output/otherEmbeddings/1/tensor'],
    ['titan', '/licence/gated', 'yes', '/licence/gated'],
    ['uni', '/provenance/createdAt', '2026-02-30', '/provenance/createdAt'],
    ['dinobloom-b', '/cardKind', 'RELEASE', '/cardKind'],
  ])('in %s at %s (%j) is refused there', (name, place, value: unknown, pointer) => {
    expect(pointers(edited(example(name), place, value))).toContain(pointer);
  });
});

describe('a description', () => {
  const registries = new Registries();
  afterEach(() => registries.closeAll());

  it.each(cards)('%s is no card of a release', (name) => {
    expect(() => parseModelCard(example(name))).toThrow(
      expect.objectContaining({ problems: [expect.objectContaining({ pointer: '/cardKind' })] }),
    );
  });

  it('does not become one by leaving out that it is: its unknown facts are refused', () => {
    const { cardKind: _, ...rest } = parseDescribedCard(example('titan'));
    expect(() => parseModelCard(rest)).toThrow(
      expect.objectContaining({
        problems: expect.arrayContaining([
          expect.objectContaining({ pointer: '/extractor/digest' }),
          expect.objectContaining({ pointer: '/licence/derivativeOutputs' }),
        ]),
      }),
    );
  });

  it('is never served: in a registry directory it goes to quarantine', async () => {
    const directory = await ModelDirectory.create();
    try {
      await directory.write('uni/1/model-card.json', example('uni'));
      const registry = await registries.open([directory.path]);
      expect(registry.snapshot().models).toEqual([]);
      expect(quarantined(registry)).toMatchObject([{ code: 'CARD_INVALID', problems: [{ pointer: '/cardKind' }] }]);
    } finally {
      await directory.remove();
    }
  });
});

describe('the records of the two-step models', () => {
  const all = records.filter((id) => id.endsWith('-any')).map(recordOf);
  const published = (id: string, metric: PublishedRate['metric']): PublishedRate | undefined =>
    recordOf(id).operatingPoints[0]?.publishedRates?.find((rate) => rate.metric === metric);

  it('shift from the effective odds W/5 of sampling and weight to the prevalence of the cohort', () => {
    expect(all).toHaveLength(8);
    for (const { map, model, operatingPoints } of all) {
      const weight = operatingPoints[0]?.positiveWeight ?? NaN;
      const positives = model === 'ros1-two-step' ? 306 : 697;
      if (map.method !== 'prior-shift') throw new Error('the map is a prior shift');
      expect(map.trainingPrevalence / (1 - map.trainingPrevalence)).toBeCloseTo(weight / 5, 12);
      expect(map.targetPrevalence).toBeCloseTo(positives / 33_014, 12);
    }
  });

  // The published PPV follows from the published PPA and NPA at the prevalence of the cohort.
  it.each([
    ['ros1-two-step-1-any', 0.5, 0.925, 306, 0.06],
    ['alk-two-step-1-any', 0.59, 0.91, 697, 0.12],
  ])('%s agree with each other: PPA %d and NPA %d give the PPV', (id, ppa, npa, positives, ppv) => {
    const within = (rate: PublishedRate | undefined, value: number) =>
      rate?.value === value || (rate?.range && rate.range[0] <= value && value <= rate.range[1]);
    expect([
      within(published(id, 'PPA'), ppa),
      within(published(id, 'NPA'), npa),
      within(published(id, 'PPV'), ppv),
    ]).toEqual([true, true, true]);
    const estimate = (value: number) => ({ value, lower: null, upper: null });
    const found = predictiveValues({ ppa: estimate(ppa), npa: estimate(npa), prevalence: positives / 33_014 });
    expect(found.ppv?.value).toBeCloseTo(ppv, 2);
  });

  it('keep biopsies and resections apart, with a threshold and no probability', () => {
    const strata = records.map(recordOf).filter(({ stratum }) => stratum.specimen !== null);
    expect(
      strata.map(({ id, map, operatingPoints: [point] }) => [id, map.method, point?.publishedRates?.[0]?.value]),
    ).toEqual([
      ['alk-two-step-1-biopsy', 'none', 0.56],
      ['alk-two-step-1-resection', 'none', 0.64],
      ['ros1-two-step-1-biopsy', 'none', 0.45],
      ['ros1-two-step-1-resection', 'none', 0.58],
    ]);
  });
});
