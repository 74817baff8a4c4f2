import { readFileSync } from 'node:fs';
import { BadUserInput, Cancelled, DeadlineExceeded } from '#libs/errors';
import { afterAll, describe, expect, it } from 'vitest';
import { rankExactly, type Similarity, VectorSearch } from './index.js';

interface Case {
  readonly query: readonly number[];
  readonly similarity: Similarity;
  readonly evenRowsOnly: boolean;
  readonly rows: readonly number[];
  readonly values: readonly number[];
}

const ROWS = 5000;
const DIMENSION = 24;
// Made by test/fixtures/vector-search/nearest_rows.py with numpy.
const CASES: readonly Case[] = JSON.parse(
  readFileSync(new URL('../../test/fixtures/vector-search/nearest-rows.json', import.meta.url), 'utf8'),
);
const options = { signal: new AbortController().signal, timeoutMs: 20_000 };
const search = new VectorSearch(10_000_000);
afterAll(() => search.close());

/** As in nearest_rows.py: integers from -1000 to 1000. */
function numbers(count: number): Float32Array {
  return Float32Array.from({ length: count }, (_, index) => {
    const hash = Number((BigInt(index) * 2654435761n) & 0xffffffffn);
    return ((hash >>> 7) % 2001) - 1000;
  });
}

function matrix(): Float32Array {
  const rows = numbers(ROWS * DIMENSION);
  for (const row of [4000, 7, 3000]) rows.copyWithin(row * DIMENSION, 100 * DIMENSION, 101 * DIMENSION);
  return rows;
}

describe('the nearest rows', () => {
  it.each(CASES)('are those that numpy finds: $similarity, even rows only $evenRowsOnly', async (one) => {
    if (!search.holds('fixture')) await search.hold('fixture', { vectors: matrix(), dimension: DIMENSION }, options);
    const question = {
      query: Float32Array.from(one.query),
      k: one.rows.length,
      similarity: one.similarity,
      allowed: one.evenRowsOnly ? Uint8Array.from({ length: ROWS }, (_, row) => Number(row % 2 === 0)) : undefined,
    };
    const found = await search.search('fixture', question, options);
    expect(found.map(({ row }) => row)).toEqual(one.rows);
    for (const [place, { similarity }] of found.entries()) {
      expect(similarity / (one.values[place] ?? 0)).toBeCloseTo(1, 12);
    }
  });

  it('of equal rows come in their order, however many there are', async () => {
    const vectors = new Float32Array(4000 * 3).fill(1);
    await search.hold('equal', { vectors, dimension: 3 }, options);
    expect(vectors.length).toBe(0);
    const found = await search.search(
      'equal',
      { query: Float32Array.of(1, 1, 1), k: 5, similarity: 'COSINE' },
      options,
    );
    expect(found.map(({ row }) => row)).toEqual([0, 1, 2, 3, 4]);
    expect(new Set(found.map(({ similarity }) => similarity)).size).toBe(1);
  });

  it('are as many as are allowed, when fewer are allowed than asked for', async () => {
    const vectors = matrix();
    const plain = { vectors: matrix(), dimension: DIMENSION };
    await search.hold('few', { vectors, dimension: DIMENSION }, options);
    const allowed = new Uint8Array(ROWS);
    for (const row of [7, 100, 4999]) allowed[row] = 1;
    const query = plain.vectors.slice(0, DIMENSION);
    const question = { query, k: 10, similarity: 'COSINE' } as const;
    const found = await search.search('few', { ...question, allowed }, options);
    expect(found).toEqual(rankExactly(plain, query, [4999, 7, 100], question));
    expect(found).toHaveLength(3);
    expect(await search.search('few', { ...question, allowed: new Uint8Array(ROWS) }, options)).toEqual([]);
  });
});

describe('what cannot be searched', () => {
  it('is refused: another dimension, no direction, no number', async () => {
    await search.hold('two', { vectors: Float32Array.of(1, 0, 0, 1), dimension: 2 }, options);
    const ask = (...query: number[]) =>
      search.search('two', { query: Float32Array.from(query), k: 1, similarity: 'COSINE' }, options);
    await expect(ask(1, 2, 3)).rejects.toThrow(/`vector` must have 2 numbers/);
    await expect(ask(0, 0)).rejects.toThrow(/length zero/);
    await expect(ask(NaN, 1)).rejects.toThrow(BadUserInput);
    expect(await ask(3, 4)).toEqual([{ row: 1, similarity: 0.8 }]);
  });

  it('is refused with its row, and is not held', async () => {
    const refused = search.hold('zero', { vectors: Float32Array.of(1, 0, 0, 0), dimension: 2 }, options);
    await expect(refused).rejects.toMatchObject({ code: 'BAD_USER_INPUT', facts: { row: 1 } });
    expect(search.holds('zero')).toBe(false);
  });

  it('is not waited for longer than its caller does', async () => {
    const gone = AbortSignal.abort(new Error('gone'));
    const question = { query: Float32Array.of(1, 1), k: 1, similarity: 'DOT' } as const;
    await expect(search.search('two', question, { signal: gone, timeoutMs: 1000 })).rejects.toThrow(Cancelled);
    const large = { vectors: new Float32Array(2_000_000).fill(1), dimension: 2 };
    await expect(search.hold('late', large, { ...options, timeoutMs: 1 })).rejects.toThrow(DeadlineExceeded);
    expect(search.holds('late')).toBe(false);
    expect(await search.search('two', question, options)).toEqual([{ row: 0, similarity: 1 }]);
  });
});

describe('matrices', () => {
  it('are let go for others, the one not asked for longest first', async () => {
    const small = new VectorSearch(24);
    const hold = (key: string) => small.hold(key, { vectors: Float32Array.of(1, 0, 0), dimension: 3 }, options);
    await hold('a');
    await hold('b');
    await small.search('a', { query: Float32Array.of(1, 0, 0), k: 1, similarity: 'DOT' }, options);
    await hold('c');
    expect(['a', 'b', 'c'].map((key) => small.holds(key))).toEqual([true, false, true]);
    await small.close();
    expect(small.holds('a')).toBe(false);
  });
});
