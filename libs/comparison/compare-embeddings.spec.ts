import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compareEmbeddings, compareEmbeddingsOffThread, type EmbeddingTable } from './index.js';

const { representations } = JSON.parse(
  readFileSync(new URL('../../test/fixtures/comparison/expected.json', import.meta.url), 'utf8'),
);
const table = (
  name: string,
  { d, rows }: { readonly d: number; readonly rows: readonly number[] },
): EmbeddingTable => ({
  name,
  dimension: d,
  vectors: Float32Array.from(rows),
});
const tables = [
  table('own', representations),
  ...representations.others.map((one: never, i: number) => table(`other ${i}`, one)),
];

describe('spaces of embeddings', () => {
  it('are as alike as features and SciPy say, in float32', () => {
    const found = compareEmbeddings(tables, 5);
    expect(found.map(({ a, b }) => `${a} ${b}`)).toHaveLength(6);
    for (const [i, other] of representations.others.entries()) {
      expect(found[i]?.cka).toBeCloseTo(other.cka, 6);
      expect(found[i]?.debiasedCka).toBeCloseTo(other.debiasedCka, 6);
      expect(found[i]?.neighbourOverlap).toBeCloseTo(other.overlap, 12);
      expect(found[i]?.expectedOverlap).toBeCloseTo(5 / 39, 12);
    }
  });

  it('of nothing are absent, and say why', () => {
    const empty = tables.slice(0, 2).map((one) => ({ ...one, vectors: new Float32Array(0) }));
    expect(compareEmbeddings(empty, 5)[0]).toMatchObject({
      cka: null,
      neighbourOverlap: null,
      absent: [
        { statistic: 'CKA', reason: 'NO_ITEMS' },
        { statistic: 'NEIGHBOUR_OVERLAP', reason: 'NO_ITEMS' },
      ],
    });
  });

  it('are compared in a thread, too', async () => {
    const options = { signal: new AbortController().signal, timeoutMs: 20_000 };
    expect(await compareEmbeddingsOffThread(tables, 5, options)).toEqual(compareEmbeddings(tables, 5));
  });
});
