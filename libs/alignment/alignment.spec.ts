import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSafetensors } from '#libs/array-files';
import {
  chanceRecall,
  cosineTable,
  evaluateAlignment,
  evaluateOffThread,
  type EvaluationTask,
  hasUnitRows,
  headProbabilities,
  headScoring,
  meanDirection,
  medianRank,
  partnerRanks,
  recallAt,
  retrieve,
  retrieveOffThread,
  seededGalleries,
  unitRows,
} from './index.js';

// Made by NumPy and SciPy: test/fixtures/alignment/make_expected.py.
const fixtures = new URL('../../test/fixtures/alignment/', import.meta.url);
const expected = JSON.parse(readFileSync(new URL('expected.json', fixtures), 'utf8'));
const { made } = expected;
const rowsOf = (rows: readonly (readonly number[])[]) => unitRows(Float32Array.from(rows.flat()), rows[0]?.length ?? 0);
const pairs = { image: rowsOf(made.image), transcriptome: rowsOf(made.transcriptome) };
const NEVER = new AbortController().signal;

function shipped(name: string) {
  const file = new URL(
    `../../model-registry/models/demo-her2st-align/1/reference-${name}.safetensors`,
    import.meta.url,
  );
  const { tensors } = readSafetensors(readFileSync(file));
  const side = (tensor: string) => {
    const data = tensors.get(tensor)?.data;
    if (!(data instanceof Float32Array)) throw new Error(`no ${tensor}`);
    return unitRows(data, 128);
  };
  return { image: side('image'), transcriptome: side('transcriptome') };
}

const taskOf = (both: typeof pairs, more: Partial<EvaluationTask> = {}): EvaluationTask => ({
  ...both,
  ks: [1, 5, 10],
  gallerySize: null,
  galleries: 1,
  seed: 7,
  sites: Array.from({ length: both.image.count }, () => null),
  units: null,
  draws: 200,
  ...more,
});

describe('ranks of partners', () => {
  it.each(['I2G', 'G2I'] as const)('are what SciPy counts, ties in the middle: %s', (direction) => {
    const ranks = partnerRanks(cosineTable(pairs.image, pairs.transcriptome), direction);
    expect(Array.from(ranks)).toEqual(made[direction].ranks);
    expect(made[direction].ranks.some((rank: number) => rank % 1 === 0.5)).toBe(direction === 'I2G');
    expected.ks.forEach((k: number, at: number) => expect(recallAt(ranks, k)).toBe(made[direction].recall[at]));
    expect(medianRank(ranks)).toBe(made[direction].medianRank);
  });

  it('are those of chance for a head that has collapsed into one point', () => {
    const point = rowsOf(made.image.map(() => [1, 0, 0]));
    const ranks = partnerRanks(cosineTable(point, point), 'I2G');
    expect(new Set(ranks)).toEqual(new Set([12.5]));
    expect(recallAt(ranks, 5)).toBe(0);
  });
});

describe('retrieval', () => {
  it('gives the nearest first, equal ones in the order of the gallery, with the scores of SciPy over the whole gallery', () => {
    const clip = headScoring({
      loss: 'CLIP',
      logitScale: { value: Math.log(made.scale), space: 'LOG' },
      logitBias: null,
    });
    const siglip = headScoring({
      loss: 'SIGLIP',
      logitScale: { value: made.scale, space: 'EXP' },
      logitBias: made.bias,
    });
    expect([clip.rule, siglip.rule]).toEqual(['SOFTMAX', 'SIGMOID']);
    for (const [query, order] of made.order.slice(0, 3).entries()) {
      const vector = pairs.image.values.subarray(query * 6, query * 6 + 6);
      const found = retrieve(vector, pairs.transcriptome, clip, 24);
      expect(found.map(({ row }) => row)).toEqual(order);
      for (const { row, similarity, logit, probability } of found) {
        expect(similarity).toBeCloseTo(made.cosine[query][row], 6);
        expect(logit).toBeCloseTo(made.scale * made.cosine[query][row], 5);
        expect(probability).toBeCloseTo(made.softmax[query][row], 6);
      }
      const [first] = retrieve(vector, pairs.transcriptome, siglip, 1);
      expect(first?.probability).toBeCloseTo(made.sigmoid[query][order[0]], 6);
    }
  });

  it('in a thread is the same', async () => {
    const values = new Float32Array(new SharedArrayBuffer(4 * 20_000 * 64)).map((_, at) => Math.sin(at));
    const gallery = unitRows(values, 64);
    const query = gallery.values.slice(640, 704);
    const scoring = { rule: 'SOFTMAX', scale: 10, bias: 0 } as const;
    const found = await retrieveOffThread(query, gallery, scoring, { k: 5, signal: NEVER, timeoutMs: 20_000 });
    expect(found).toEqual(retrieve(query, gallery, scoring, 5));
    expect(found[0]?.row).toBe(10);
  });
});

describe('the scoring of a head', () => {
  const stated = { loss: 'CLIP', logitScale: { value: 2, space: 'LOG' }, logitBias: null } as const;
  it('applies the scale once: LOG as its exponential within the bound of the training, EXP as it is', () => {
    expect(headScoring(stated).scale).toBe(Math.exp(2));
    expect(headScoring({ ...stated, logitScale: { value: 2, space: 'EXP' } }).scale).toBe(2);
    expect(headScoring({ ...stated, logitScale: { value: 9, space: 'LOG', max: Math.log(100) } }).scale).toBeCloseTo(
      100,
      9,
    );
    expect(() => headScoring({ ...stated, logitScale: { value: 0, space: 'EXP' } })).toThrow('positive');
  });
  it('has no rule where the loss is another one, or its temperature was not one of cosines', () => {
    expect(headScoring({ ...stated, loss: 'OTHER' }).rule).toBe('NONE');
    expect(headScoring({ ...stated, normalisedInTraining: false }).rule).toBe('NONE');
    expect(headProbabilities(new Float64Array(3), { rule: 'NONE', scale: 1, bias: 0 })).toBeNull();
  });
});

describe('vectors', () => {
  it('are scaled to length one, and refused without a direction', () => {
    expect(Array.from(unitRows(Float32Array.from([3, 4]), 2).values)).toEqual([Math.fround(0.6), Math.fround(0.8)]);
    expect(hasUnitRows(Float32Array.from([0.6, 0.8]), 2)).toBe(true);
    expect(hasUnitRows(Float32Array.from([0.6, 0.9]), 2)).toBe(false);
    for (const bad of [[0, 0], [NaN, 1], [1]]) expect(() => unitRows(Float32Array.from(bad), 2)).toThrow();
    expect(() => meanDirection(unitRows(Float32Array.from([1, 0, -1, 0]), 2))).toThrow('direction');
  });
});

describe('the evaluation of a head', () => {
  it.each(['c6', 'b4'] as const)(
    'on the shipped set %s is what NumPy counts, and chance with partners shuffled',
    async (name) => {
      const task = taskOf(shipped(name));
      const evaluation = await evaluateOffThread(task, { signal: NEVER, timeoutMs: 60_000 });
      const size = task.image.count;
      for (const { direction, recalls, medianRank: median, shuffled, intervals } of evaluation.directions) {
        const numpy = expected[name][direction];
        expect(recalls.map(({ value }) => value)).toEqual(numpy.recall);
        expect(recalls.map(({ chance }) => chance)).toEqual([1, 5, 10].map((k) => k / size));
        expect(median).toMatchObject({ value: numpy.medianRank, chance: (size + 1) / 2 });
        expect(intervals).toBe('WILSON');
        expect(Math.abs((shuffled[1] ?? 1) - chanceRecall(5, size))).toBeLessThan(0.015);
        expect(median.interval?.lower).toBeLessThan(numpy.medianRank);
      }
      expect(evaluation.sites).toEqual([]);
    },
  );

  it('draws the same galleries for every head: they depend on size, number and seed alone', () => {
    const galleries = seededGalleries(24, 8, 50, 3);
    expect(galleries).toEqual(seededGalleries(24, 8, 50, 3));
    expect(galleries).not.toEqual(seededGalleries(24, 8, 50, 4));
    expect(galleries.every((rows) => new Set(rows).size === 8)).toBe(true);
    const [i2g] = evaluateAlignment(taskOf(pairs, { gallerySize: 8, galleries: 50, seed: 3 })).directions;
    expect(i2g).toMatchObject({ gallerySize: 8, galleries: 50, intervals: 'BOOTSTRAP' });
    const table = cosineTable(pairs.image, pairs.transcriptome);
    const hits = galleries.flatMap((members) => Array.from(partnerRanks(table, 'I2G', { members })));
    expect(i2g?.recalls[0]?.value).toBe(recallAt(hits, 1));
    expect(i2g?.recalls[1]?.chance).toBe(5 / 8);
    const { lower = 1, upper = 0 } = i2g?.recalls[0]?.interval ?? {};
    expect(lower < recallAt(hits, 1) && recallAt(hits, 1) < upper).toBe(true);
  });

  it('tells a batch effect: neighbours of the same site beyond the share of the site', () => {
    const sites = made.image.map((_: unknown, pair: number) => (pair < 12 ? 'a' : 'b'));
    const plain = evaluateAlignment(taskOf(pairs, { sites }));
    expect(plain.sites.map(({ site, members, expected: share }) => [site, members.length, share])).toEqual([
      ['a', 12, 0.5],
      ['b', 12, 0.5],
    ]);
    const shift = (rows: readonly (readonly number[])[]) =>
      rowsOf(rows.map((row, pair) => [...row, pair < 12 ? 9 : -9]));
    const apart = { image: shift(made.image), transcriptome: shift(made.transcriptome) };
    const effect = evaluateAlignment(taskOf(apart, { sites }));
    expect(effect.sites.map(({ sameSite }) => sameSite.I2G)).toEqual([1, 1]);
    expect(plain.sites.every(({ sameSite }) => sameSite.I2G < 0.8)).toBe(true);
    expect(effect.sites[0]?.directions[0]?.gallerySize).toBe(12);
  });

  it('refuses what is no evaluation', () => {
    const one = { image: rowsOf([[1, 0]]), transcriptome: rowsOf([[1, 0]]) };
    expect(() => evaluateAlignment(taskOf(one))).toThrow('2 to 5000');
    expect(() => cosineTable(pairs.image, one.transcriptome)).toThrow('pairs');
  });
});
