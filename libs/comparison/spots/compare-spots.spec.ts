import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SpotComparison } from './compare-spots.js';
import { spotStatistics } from './spot-statistics.js';
import { depthsOf, type SpotCounts, thinCounts } from './thin-counts.js';

interface Binomial {
  readonly n: number;
  readonly p: number;
  readonly pmf: readonly number[];
  readonly bound: number;
}
const binomials: readonly Binomial[] = JSON.parse(
  await readFile(join(process.cwd(), 'test/fixtures/spatial/binomial.json'), 'utf8'),
);
const run = { signal: new AbortController().signal, timeoutMs: 30_000 };

/** One gene a molecule count, and one gene that brings every spot to the same depth. */
function countsOf(genes: readonly (readonly number[])[]): SpotCounts {
  const spotCount = genes[0]?.length ?? 0;
  return {
    starts: Uint32Array.from({ length: genes.length + 1 }, (_, gene) => gene * spotCount),
    spots: Uint32Array.from({ length: genes.length * spotCount }, (_, entry) => entry % spotCount),
    values: Float32Array.from(genes.flat()),
    spotCount,
  };
}

describe('thinning to equal depth', () => {
  it.each(binomials)('draws from the binomial of $n molecules at $p, by the chi-squared statistic of SciPy', (one) => {
    const spots = 20_000;
    const total = 1000;
    const depth = total * one.p;
    const counts = countsOf([Array(spots).fill(one.n), Array(spots).fill(total - one.n)]);
    const thinned = thinCounts(counts, depth, 7).values.subarray(0, spots);
    const found = Array.from({ length: one.n + 1 }, () => 0);
    thinned.forEach((value) => (found[value] = (found[value] ?? 0) + 1));
    const rare = (share: number): boolean => share * spots < 5;
    const statistic = one.pmf.reduce((sum, share, value) => {
      if (rare(share)) return sum;
      return sum + ((found[value] ?? 0) - share * spots) ** 2 / (share * spots);
    }, 0);
    expect(statistic).toBeLessThan(one.bound);
    const outside = one.pmf.reduce((sum, share, value) => sum + (rare(share) ? (found[value] ?? 0) : 0), 0);
    expect(outside).toBeLessThan(80);
  });

  it('drops spots below the depth, keeps no more than there was, and is the same for a seed', () => {
    const counts = countsOf([
      [900, 100, 40],
      [300, 1900, 50],
    ]);
    const thinned = thinCounts(counts, 1000, 3);
    expect(depthsOf(thinned)[2]).toBe(0);
    thinned.values.forEach((value, entry) => expect(value).toBeLessThanOrEqual(counts.values[entry] ?? NaN));
    expect(thinCounts(counts, 1000, 3).values).toEqual(thinned.values);
    expect(thinCounts(counts, 1000, 4).values).not.toEqual(thinned.values);
    expect(() => thinCounts(countsOf([[0.5, 2000]]), 100, 0)).toThrow('counts');
  });
});

describe('correlations over spots', () => {
  it('are absent where a value never differs, and not zero', () => {
    const [r, , , rho, , , detected] = spotStatistics(Float64Array.of(1, 2, 3, 4), Float64Array.of(0, 0, 0, 0));
    expect([r, rho, detected]).toEqual([NaN, NaN, 0]);
  });

  it('leave out spots that are too shallow or have no prediction', async () => {
    const counts = countsOf([
      [90, 10, 4, 80, 70, 60],
      [30, 190, 5, 60, 50, 90],
    ]);
    const matched = Uint32Array.of(0, 2, 3, 4, 5);
    const task = { counts, scale: 'LOG1P_CP10K', thinning: { depth: 100, seed: 1 }, matched } as const;
    const comparison = await SpotComparison.begin(task, run);
    expect([...comparison.kept]).toEqual([0, 3, 4, 5]);
    const predicted = Float32Array.of(5, 99, 4, 3, 1);
    const page = await comparison.page({ genes: Uint32Array.of(0), predicted });
    const measured = await comparison.measured(Uint32Array.of(0));
    expect(page[0]).toBeCloseTo(spotStatistics(Float64Array.of(5, 4, 3, 1), measured)[0] ?? NaN, 12);
    await comparison.end();
  });
});
