import { describe, expect, it } from 'vitest';
import { directedVectors, hasDirection } from './directed-vectors.js';
import { efSearchOf } from './graph-figures.js';

const source = { item: 'i', patient: null, slideIds: ['s'], region: null, from: ['a'] };

describe('vectors without a direction', () => {
  it('are zeros, and what a float32 does not hold', () => {
    expect(
      [
        [0, 0],
        [NaN, 1],
        [Infinity, 1],
        [3e38, 3e38],
        [1e-45, 0],
      ].map((v) => hasDirection(Float32Array.from(v))),
    ).toEqual([...[false, false, false], ...[true, true]]);
  });

  it('are left out with their places, and counted', () => {
    const vectors = Float32Array.from([1, 2, 0, 0, 3, 4]);
    const tiles = { coords: [0, 0, 8, 0, 16, 0], edgePx: 8 };
    expect(directedVectors({ source: { ...source, tiles }, vectors }, 2)).toEqual({
      found: {
        source: { ...source, tiles: { coords: [0, 0, 16, 0], edgePx: 8 } },
        vectors: Float32Array.from([1, 2, 3, 4]),
      },
      dropped: [{ code: 'MODEL_BAD_RESPONSE', count: 1 }],
    });
    expect(directedVectors({ source, vectors: new Float32Array(2) }, 2)).toEqual({
      found: { code: 'MODEL_BAD_RESPONSE' },
      dropped: [],
    });
    const whole = { source, vectors: Float32Array.from([1, 0]) };
    expect(directedVectors(whole, 2).found).toBe(whole);
  });
});

describe('how many candidates a walk keeps', () => {
  const measured = (...recalls: readonly number[]) =>
    recalls.map((recallAt10, at) => ({ efSearch: 40 * 2 ** at, recallAt10 }));

  it('are the fewest with which the measured recall is safely enough, else just enough; none, where it never is', () => {
    expect(efSearchOf(measured(0.9, 0.96, 0.985))).toBe(160);
    expect(efSearchOf(measured(0.9, 0.951, 0.97))).toBe(80);
    expect(efSearchOf(measured(0.9, 0.93, 0.943))).toBeNull();
  });
});
