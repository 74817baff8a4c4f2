import { describe, expect, it } from 'vitest';
import { BadUserInput, Cancelled, DeadlineExceeded } from '#libs/errors';
import { fixture } from '../testing/fixtures.js';
import { hallmark, p53, tableOf } from '../testing/p53.js';
import { sharedNumbers, type ExpressionMatrix } from './expression-matrix.js';
import { scoreGeneSets, type ScoringRequest } from './score-gene-sets.js';
import { DEFAULT_METHODS, type ScoringMethod } from './scoring-method.js';

const run = { signal: new AbortController().signal, timeoutMs: 60_000 };
const matrix = p53();
const request: Omit<ScoringRequest, 'method'> = { matrix, sets: hallmark(), minSize: 10, maxSize: 500 };

const { SSGSEA, GSVA, PLAGE, ZSCORE, SINGSCORE } = DEFAULT_METHODS;
const PUBLISHED: readonly (readonly [string, ScoringMethod])[] = [
  ['gsva', GSVA],
  ['gsva-kcdf-none', { ...GSVA, kernel: 'NONE' }],
  ['gsva-mxdiff-false', { ...GSVA, maxDifference: false }],
  ['ssgsea', SSGSEA],
  ['ssgsea-raw', { ...SSGSEA, normalise: 'NONE' }],
  ['genepattern-ssgsea', { kind: 'SSGSEA', form: 'GENEPATTERN', weight: 0.75, normalise: 'NONE' }],
  ['plage', PLAGE],
  ['zscore', ZSCORE],
  ['singscore', SINGSCORE],
];

/** The columns of a matrix that are named by number. */
function columns({ genes, samples, values }: ExpressionMatrix, wanted: readonly number[]): ExpressionMatrix {
  const taken = sharedNumbers(genes.length * wanted.length);
  for (let gene = 0; gene < genes.length; gene += 1) {
    for (const [at, column] of wanted.entries()) {
      taken[gene * wanted.length + at] = values[gene * samples.length + column] ?? 0;
    }
  }
  return { genes, samples: wanted.map((column) => samples[column] ?? ''), values: taken };
}

describe('scoreGeneSets', () => {
  it.each(PUBLISHED)('gives the scores of the other program to 1e-12: %s', async (file, method) => {
    const expected = tableOf(fixture(`pathway-scoring/p53.hallmark.${file}.expected.tsv`).toString());
    const { sets, samples, scores, passedOver } = await scoreGeneSets({ ...request, method }, run);
    expect([sets.length, passedOver.length, samples]).toEqual([50, 0, expected.samples]);
    expect(expected.genes).toHaveLength(25);
    for (const [row, name] of expected.genes.entries()) {
      const set = sets.findIndex((one) => one.name === name);
      const wanted = expected.values.subarray(row * samples.length, (row + 1) * samples.length);
      const found = scores.subarray(set * samples.length, (set + 1) * samples.length);
      // The sign of a singular vector is arbitrary.
      const sign = method.kind === 'PLAGE' ? Math.sign((wanted[0] ?? 0) * (found[0] ?? 0)) : 1;
      const scale = Math.max(1, ...wanted.map(Math.abs));
      for (const [at, value] of wanted.entries()) {
        expect(Math.abs(value - sign * (found[at] ?? NaN)) / scale).toBeLessThan(1e-12);
      }
    }
  });

  it.each([GSVA, ZSCORE] as const)(
    'compares a sample with a reference as if it were one of it: $kind',
    async (method) => {
      const whole = await scoreGeneSets({ ...request, method }, run);
      const one = await scoreGeneSets({ ...request, matrix: columns(matrix, [3]), reference: matrix, method }, run);
      expect(one.scores).toHaveLength(50);
      for (const [set, score] of one.scores.entries()) expect(score).toBeCloseTo(whole.scores[set * 14 + 3] ?? NaN, 10);
    },
  );

  it('uses the genes that matrix and reference share, whatever their order', async () => {
    const turned: ExpressionMatrix = { ...matrix, genes: matrix.genes.toReversed(), values: sharedNumbers(9096 * 14) };
    for (let gene = 0; gene < 9096; gene += 1) {
      turned.values.set(matrix.values.subarray(gene * 14, (gene + 1) * 14), (9095 - gene) * 14);
    }
    const one = columns(matrix, [5]);
    const straight = await scoreGeneSets({ ...request, matrix: one, reference: matrix, method: ZSCORE }, run);
    const crossed = await scoreGeneSets({ ...request, matrix: one, reference: turned, method: ZSCORE }, run);
    expect(crossed.scores).toEqual(straight.scores);
  });

  it('leaves genes out that do not vary, where genes are compared over samples, and says how many', async () => {
    const values = sharedNumbers(matrix.values.length);
    values.set(matrix.values);
    values.fill(7, 0, 14 * 3);
    const flat = { ...matrix, values };
    expect(await scoreGeneSets({ ...request, matrix: flat, method: GSVA }, run)).toMatchObject({
      geneCount: 9093,
      constantGenes: 3,
    });
    expect(await scoreGeneSets({ ...request, matrix: flat, method: SSGSEA }, run)).toMatchObject({
      geneCount: 9096,
      constantGenes: 0,
    });
  });

  it('names the sets that it passes over, their size and what is missing', async () => {
    const sets = [
      { name: 'SMALL', genes: ['TFRC', 'HCP5', 'TFRC', 'NO_SUCH_GENE'] },
      { name: 'LARGE', genes: matrix.genes.slice(0, 30) },
      { name: 'GOOD', genes: [...matrix.genes.slice(0, 10), 'LOST'] },
      { name: 'ALL', genes: matrix.genes },
    ];
    const small = await scoreGeneSets({ matrix, sets, method: SINGSCORE, minSize: 10, maxSize: 20 }, run);
    expect(small.sets).toMatchObject([{ name: 'GOOD', size: 11, missing: ['LOST'] }]);
    expect(small.passedOver).toMatchObject([
      { name: 'SMALL', size: 3, overlap: 2, missing: ['NO_SUCH_GENE'], reason: 'TOO_SMALL' },
      { name: 'LARGE', overlap: 30, reason: 'TOO_LARGE' },
      { name: 'ALL', overlap: 9096, reason: 'TOO_LARGE' },
    ]);
    const all = await scoreGeneSets({ matrix, sets, method: SINGSCORE, minSize: 2, maxSize: 10_000 }, run);
    expect(all.passedOver).toMatchObject([{ name: 'ALL', reason: 'COVERS_ALL' }]);
  });

  it('says that there is no score where all weights are zero, and gives no NaN', async () => {
    // Ranks 1, 3, 3, 3, 5: three genes lie at the mean rank, and this form weighs by the distance from it.
    const level: ExpressionMatrix = {
      genes: ['A', 'B', 'C', 'D', 'E'],
      samples: ['one'],
      values: Float64Array.from([1, 3, 3, 3, 5]),
    };
    const method: ScoringMethod = { kind: 'SSGSEA', form: 'GENEPATTERN', weight: 0.75, normalise: 'NONE' };
    const sets = [{ name: 'LEVEL', genes: ['B', 'C'] }];
    const scored = await scoreGeneSets({ matrix: level, sets, method, minSize: 2, maxSize: 4 }, run);
    expect(scored.sets).toEqual([]);
    expect(scored.passedOver).toMatchObject([{ name: 'LEVEL', overlap: 2, reason: 'NO_WEIGHT' }]);
  });

  it.each([
    ['one sample, genes compared over samples', { matrix: columns(matrix, [0]), method: PLAGE }],
    ['a reference that the method has no use for', { reference: matrix, method: SSGSEA }],
    ['sizes the wrong way round', { minSize: 20, maxSize: 10, method: SSGSEA }],
    [
      'a gene twice',
      { matrix: { ...matrix, genes: matrix.genes.map((gene, row) => (row === 1 ? 'HCP5' : gene)) }, method: SSGSEA },
    ],
    ['too few values', { matrix: { ...matrix, values: matrix.values.slice(1) }, method: SSGSEA }],
    ['a range of one score', { matrix: columns(matrix, [0]), sets: hallmark().slice(0, 1), method: SSGSEA }],
  ] satisfies readonly (readonly [string, Partial<ScoringRequest> & Pick<ScoringRequest, 'method'>])[])(
    'refuses %s',
    async (_, changed) => {
      await expect(scoreGeneSets({ ...request, ...changed }, run)).rejects.toThrow(BadUserInput);
    },
  );

  it('ends when the caller does, and at its deadline', async () => {
    const caller = new AbortController();
    const left = scoreGeneSets(
      { ...request, method: GSVA },
      { ...run, signal: caller.signal, onProgress: () => caller.abort() },
    );
    await expect(left).rejects.toThrow(Cancelled);
    await expect(scoreGeneSets({ ...request, method: GSVA }, { ...run, timeoutMs: 1 })).rejects.toThrow(
      DeadlineExceeded,
    );
  });

  it('says how far it is, and gives the same whatever the number of threads', async () => {
    const steps: number[] = [];
    const onProgress = (done: number, total: number): void => void steps.push(done / total);
    const one = await scoreGeneSets({ ...request, method: GSVA }, { ...run, threads: 1, onProgress });
    const two = await scoreGeneSets({ ...request, method: GSVA }, { ...run, threads: 2 });
    expect(two.scores).toEqual(one.scores);
    expect(steps.at(-1)).toBe(1);
    expect(steps).toEqual(steps.toSorted((a, b) => a - b));
  });
});
