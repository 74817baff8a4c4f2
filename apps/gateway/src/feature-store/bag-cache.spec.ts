import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { BagCache } from './bag-cache.js';
import { FeatureBag } from './feature-bag.entity.js';
import { type LoadedBag } from './loaded-bag.js';

const bagOf = (digest: string): FeatureBag => Object.assign(new FeatureBag(), { tenant: 't', digest });
const bags = (count: number): readonly FeatureBag[] => Array.from({ length: count }, (_, i) => bagOf(`${i}`));

/** Readings that end when they are told to. */
function reader() {
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const read = ({ digest }: FeatureBag): Promise<LoadedBag> => {
    begun.push(digest);
    const bag = { features: Float32Array.of(Number(digest)), coords: Int32Array.of(0, 0), count: 1, dim: 1 };
    return new Promise((resolve) => ends.push(() => resolve(bag)));
  };
  const endAll = async (): Promise<void> => {
    while (ends.length > 0) {
      ends.splice(0).forEach((end) => end());
      await nextTurn();
    }
  };
  return { begun, read, endAll };
}

describe('bags in memory', () => {
  it('are read four at a time, in the order in which they were asked for', async () => {
    const { begun, read, endAll } = reader();
    const cache = new BagCache(read, 1_000);
    const loading = bags(10).map((bag) => cache.load(bag));
    await nextTurn();
    expect(begun).toEqual(['0', '1', '2', '3']);
    await endAll();
    expect((await Promise.all(loading)).map(({ features }) => features[0])).toEqual(bags(10).map((_, i) => i));
    expect(begun).toHaveLength(10);
  });

  it('are not read when everybody who waited has gone, and are when somebody asks again', async () => {
    const { begun, read, endAll } = reader();
    const cache = new BagCache(read, 1_000);
    const leaving = new AbortController();
    const patient = bags(5).map((bag) => cache.load(bag));
    const impatient = ['4', '5', '6'].map((digest) => cache.load(bagOf(digest), leaving.signal));
    leaving.abort(new Error('went away'));
    expect((await Promise.allSettled(impatient)).map(({ status }) => status)).toEqual(Array(3).fill('rejected'));
    const again = cache.load(bagOf('6'));
    await endAll();
    await Promise.all([...patient, again]);
    expect(begun).toEqual(['0', '1', '2', '3', '4', '6']);
    const late = cache.load(bagOf('5'));
    await nextTurn();
    await endAll();
    expect((await late).features[0]).toBe(5);
  });
});
