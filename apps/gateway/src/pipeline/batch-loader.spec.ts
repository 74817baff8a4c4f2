import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { batchLoader } from './batch-loader.js';

const ids = (count: number): readonly string[] => Array.from({ length: count }, (_, i) => `id ${i}`);

describe('a loader', () => {
  it('asks once for what is asked at the same time, and answers in order', async () => {
    const asked: (readonly string[])[] = [];
    const loader = batchLoader((some) => (asked.push(some), Promise.resolve(some.map((id) => id.toUpperCase()))));
    const many = [...ids(60), ...ids(60).toReversed()];
    expect(await Promise.all(many.map((id) => loader.load(id)))).toEqual(many.map((id) => id.toUpperCase()));
    expect(asked).toEqual([ids(60)]);
  });

  it('asks in pieces of a hundred, and leaves the event loop a turn between them', async () => {
    const log: string[] = [];
    // As the embedded database: it answers without ever leaving its turn.
    const loader = batchLoader((some) => (log.push(`${some.length}`), Promise.resolve(some)));
    const loading = Promise.all(ids(250).map((id) => loader.load(id)));
    for (let turn = 0; turn < 4; turn += 1) {
      await nextTurn();
      log.push('turn');
    }
    await loading;
    expect(log.filter((entry) => entry !== 'turn')).toEqual(['100', '100', '50']);
    expect(log.join(' ')).toMatch(/100 turn.* 100 turn.* 50/);
  });

  it('goes on after a piece that failed', async () => {
    const loader = batchLoader((some) =>
      some.includes('id 0') ? Promise.reject(new Error('no')) : Promise.resolve(some),
    );
    const results = await Promise.allSettled(ids(150).map((id) => loader.load(id)));
    expect(results.map(({ status }) => status)).toEqual([
      ...Array(100).fill('rejected'),
      ...Array(50).fill('fulfilled'),
    ]);
  });
});
