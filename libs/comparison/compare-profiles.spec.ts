import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compareProfiles, type ProfilePair, type ProfileTable } from './compare-profiles.js';
import { whyAbsent } from './profile-statistics.js';

interface ExpectedGene {
  readonly pearson: { readonly value: number; readonly ci: readonly [number | null, number | null] } | null;
  readonly spearman: number | null;
  readonly bias: number;
  readonly standardDeviation: number;
  readonly limits: readonly [number, number];
  readonly rootMeanSquare: number;
  readonly trend: number | null;
}
interface Expected {
  readonly n: number;
  readonly tables: readonly (readonly (readonly number[])[])[];
  readonly pairs: readonly { readonly a: number; readonly b: number; readonly genes: readonly ExpectedGene[] }[];
}
const expected: Expected = JSON.parse(
  readFileSync(join(process.cwd(), 'test/fixtures/comparison/profiles.json'), 'utf8'),
);

const tables: readonly ProfileTable[] = expected.tables.map((rows, i) => ({
  name: `v${i}`,
  values: Float64Array.from(rows.flat()),
  rows: Uint32Array.from(rows, (_, row) => row),
}));
const CONSTANT = 5;
const SHIFTED = 7;

function near(found: number | undefined, wanted: number | null): void {
  if (wanted === null) expect(found).toBeNaN();
  else expect(found).toBeCloseTo(wanted, 10);
}

describe('versions compared gene by gene', () => {
  const pairs = compareProfiles({ tables, n: expected.n, confidence: 0.95, chosen: null });

  it.each(expected.pairs.map(({ a, b, genes }, i) => [`v${a} and v${b}`, pairs[i], genes] as const))(
    'have the numbers of SciPy: %s',
    (_, pair, genes) => {
      const { statistics } = pair ?? ({} as ProfilePair);
      for (const [at, gene] of genes.entries()) {
        near(statistics.pearson[at], gene.pearson?.value ?? null);
        near(statistics.pearsonLower[at], gene.pearson?.ci[0] ?? null);
        near(statistics.pearsonUpper[at], gene.pearson?.ci[1] ?? null);
        near(statistics.spearman[at], gene.spearman);
        near(statistics.bias[at], gene.bias);
        near(statistics.standardDeviation[at], gene.standardDeviation);
        near(statistics.lowerLimit[at], gene.limits[0]);
        near(statistics.upperLimit[at], gene.limits[1]);
        near(statistics.rootMeanSquare[at], gene.rootMeanSquare);
        near(statistics.trend[at], gene.trend);
      }
    },
  );

  it('are the same of some items as of a table of these alone', () => {
    const items = Uint32Array.of(0, 2, 3, expected.n - 1);
    const few = tables.map((table, i) => ({
      ...table,
      values: Float64Array.from((expected.tables[i] ?? []).flatMap((row) => [...items].map((at) => row[at] ?? NaN))),
    }));
    const task = { n: expected.n, confidence: 0.95, chosen: null };
    const [some] = compareProfiles({ ...task, tables, items });
    expect(some).toEqual(compareProfiles({ ...task, tables: few, n: items.length })[0]);
    expect(some?.n).toBe(4);
    const [none] = compareProfiles({ ...task, tables, items: new Uint32Array() });
    expect(none?.summary.pearson).toBeNull();
    expect(none && whyAbsent(none.statistics, none.n, 0).map(({ reason }) => reason)).toEqual(
      Array.from({ length: 5 }, () => 'NO_ITEMS'),
    );
  });

  it('say of a gene that does not vary, or of differences that do not, that there is no correlation', () => {
    const [first, second] = pairs;
    expect(whyAbsent(first?.statistics ?? expect.fail(), expected.n, CONSTANT)).toEqual([
      { statistic: 'PEARSON', reason: 'NO_VARIATION', isIntervalOnly: false },
      { statistic: 'SPEARMAN', reason: 'NO_VARIATION', isIntervalOnly: false },
    ]);
    expect(whyAbsent(second?.statistics ?? expect.fail(), expected.n, SHIFTED)).toEqual([
      { statistic: 'TREND', reason: 'NO_VARIATION', isIntervalOnly: false },
      { statistic: 'PEARSON', reason: 'NO_VARIATION', isIntervalOnly: true },
    ]);
  });

  it('come in the order of correlation or difference, those without it last', () => {
    const { orders, statistics } = pairs[0] ?? expect.fail();
    const [lowest = -1] = orders.LOWEST_R;
    const [highest = -1] = orders.HIGHEST_R;
    const known = statistics.pearson.filter((r) => !Number.isNaN(r));
    expect([statistics.pearson[lowest], statistics.pearson[highest]]).toEqual([Math.min(...known), Math.max(...known)]);
    expect([orders.LOWEST_R.at(-1), orders.HIGHEST_R.at(-1)]).toEqual([CONSTANT, CONSTANT]);
    const [largest = -1] = orders.LARGEST_BIAS;
    expect(Math.abs(statistics.bias[largest] ?? NaN)).toBe(Math.max(...statistics.bias.map(Math.abs)));
  });

  it('have the median of what there is, and of chosen genes by themselves', () => {
    const chosen = Uint8Array.from({ length: expected.tables[0]?.length ?? 0 }, (_, at) => (at < 6 ? 1 : 0));
    const [pair] = compareProfiles({ tables, n: expected.n, confidence: 0.95, chosen });
    expect(pair?.summary.pearson?.count).toBe(23);
    expect(pair?.chosen?.pearson?.count).toBe(5);
    const sorted = [...(pair?.statistics.pearson.slice(0, 5) ?? [])].sort((a, b) => a - b);
    expect(pair?.chosen?.pearson?.median).toBe(sorted[2]);
  });

  it.each([
    [0, ['NO_ITEMS', 'NO_ITEMS', 'NO_ITEMS', 'NO_ITEMS', 'NO_ITEMS']],
    [1, ['TOO_FEW_ITEMS', 'TOO_FEW_ITEMS', 'TOO_FEW_ITEMS', 'TOO_FEW_ITEMS']],
    [3, ['TOO_FEW_ITEMS']],
  ])('of %i items say what is not there', (n, reasons) => {
    const few = [0, 1].map((v) => ({
      name: `v${v}`,
      values: Float32Array.from({ length: n }, (_, i) => (i + v) ** 2),
      rows: Uint32Array.of(0),
    }));
    const [pair] = compareProfiles({ tables: few, n, confidence: 0.95, chosen: null });
    const absent = whyAbsent(pair?.statistics ?? expect.fail(), n, 0);
    expect(absent.map(({ reason }) => reason)).toEqual(reasons);
  });
});
