import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { batchLoader, Turns } from './batch-loader.js';

const ids = (count: number): readonly string[] => Array.from({ length: count }, (_, i) => `id ${i}`);

describe('a loader', () => {
  it('asks once for what is asked at the same time, and answers in order', async () => {
    const asked: (readonly string[])[] = [];
    const loader = batchLoader(new Turns(), (some) => {
      asked.push(some);
      return Promise.resolve(some.map((id) => id.toUpperCase()));
    });
    const many = [...ids(40), ...ids(40).toReversed()];
    expect(await Promise.all(many.map((id) => loader.load(id)))).toEqual(many.map((id) => id.toUpperCase()));
    expect(asked).toEqual([ids(40)]);
  });

  it('asks in pieces of fifty, and leaves the event loop a turn after each, whichever loader comes next', async () => {
    const log: string[] = [];
    const turns = new Turns();
    // As the embedded database: it answers without ever leaving its turn.
    const loaderOf = (name: string) =>
      batchLoader(turns, (some) => {
        log.push(`${name}${some.length}`);
        return Promise.resolve(some);
      });
    const [bags, answers] = [loaderOf('bags'), loaderOf('answers')];
    const loading = Promise.all(ids(120).map(async (id) => answers.load(await bags.load(id))));
    for (let turn = 0; turn < 8; turn += 1) {
      await nextTurn();
      log.push('|');
    }
    await loading;
    const pieces = log.filter((entry) => entry !== '|');
    expect(pieces.toSorted()).toEqual(['answers20', 'answers50', 'answers50', 'bags20', 'bags50', 'bags50']);
    expect(log.join(' ')).not.toMatch(/\d \w/);
  });

  it('goes on after a piece that failed', async () => {
    const loader = batchLoader(new Turns(), (some) =>
      some.includes('id 0') ? Promise.reject(new Error('no')) : Promise.resolve(some),
    );
    const results = await Promise.allSettled(ids(75).map((id) => loader.load(id)));
    expect(results.map(({ status }) => status)).toEqual([
      ...Array<string>(50).fill('rejected'),
      ...Array<string>(25).fill('fulfilled'),
    ]);
  });
});
