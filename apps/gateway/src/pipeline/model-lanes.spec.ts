import { describe, expect, it } from 'vitest';
import { ModelLanes } from './model-lanes.js';

/** Work that ends when it is told to, and what began so far. */
function desk() {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  return {
    begun,
    end: async (name: string) => {
      ends.get(name)?.();
      await settled();
    },
    work: (name: string) => (): Promise<string> => {
      begun.push(name);
      return new Promise((resolve) => ends.set(name, () => resolve(name)));
    },
  };
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const range = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i);

describe('the lanes of an operation', () => {
  it('give a lone version eight places, and the next one in line whatever becomes free', async () => {
    const lanes = new ModelLanes(new AbortController().signal, () => {});
    const { begun, end, work } = desk();
    const runs = range(10).map((i) => lanes.run('v1', work(`${i}`)));
    await settled();
    expect(begun).toHaveLength(8);
    await end('3');
    expect(begun.slice(8)).toEqual(['8']);
    await end('0');
    expect(begun.slice(8)).toEqual(['8', '9']);
    for (const i of range(10)) await end(`${i}`);
    expect(await Promise.all(runs)).toEqual(range(10).map(String));
  });

  it('let one version through while another one hangs, and give its places back', async () => {
    const lanes = new ModelLanes(new AbortController().signal, () => {});
    const { begun, end, work } = desk();
    const runs = range(20).flatMap((i) => [lanes.run('hangs', work(`h${i}`)), lanes.run('goes', work(`g${i}`))]);
    await settled();
    expect(begun.filter((name) => name.startsWith('g'))).toHaveLength(4);
    for (const i of range(20)) await end(`g${i}`);
    expect(begun.filter((name) => name.startsWith('g'))).toHaveLength(20);
    // Alone again, the version that hangs has all places and not one more.
    expect(begun.filter((name) => name.startsWith('h'))).toHaveLength(8);
    for (const i of range(20)) await end(`h${i}`);
    await Promise.all(runs);
    expect(lanes.isIdle).toBe(true);
  });

  it('let a version that comes late in at once, though the others have all places', async () => {
    const lanes = new ModelLanes(new AbortController().signal, () => {});
    const { begun, end, work } = desk();
    for (const i of range(20)) void lanes.run('hangs', work(`h${i}`));
    await settled();
    for (const i of range(3)) void lanes.run('late', work(`l${i}`));
    await settled();
    expect(begun.slice(8)).toEqual(['l0']);
    await end('l0');
    expect(begun.slice(8)).toEqual(['l0', 'l1']);
    // Of what becomes free the version with fewer than its share is next.
    await end('h0');
    expect(begun.slice(8)).toEqual(['l0', 'l1']);
    await end('h1');
    expect(begun.slice(8)).toEqual(['l0', 'l1', 'l2']);
  });

  it.each([
    [1, 8],
    [2, 8],
    [3, 8],
    [5, 8],
    [16, 16],
  ])('of %i versions have %i questions at the model servers', async (versions, most) => {
    const lanes = new ModelLanes(new AbortController().signal, () => {});
    const { begun, work } = desk();
    for (const i of range(20))
      for (const version of range(versions)) void lanes.run(`v${version}`, work(`${version} ${i}`));
    await settled();
    expect(begun).toHaveLength(most);
    expect(new Set(begun.map((name) => name.split(' ')[0])).size).toBe(versions);
  });

  it('turn those away who wait when the operation ends, and go on after work that fails', async () => {
    const abort = new AbortController();
    let idle = 0;
    const lanes = new ModelLanes(abort.signal, () => (idle += 1));
    await expect(lanes.run('v1', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(idle).toBe(1);
    const { begun, end, work } = desk();
    const runs = range(9).map((i) => lanes.run('v1', work(`${i}`)));
    const turnedAway = expect(runs[8]).rejects.toThrow('gone');
    await settled();
    abort.abort(new Error('gone'));
    await end('5');
    await turnedAway;
    expect(begun).toHaveLength(8);
    for (const i of range(8)) await end(`${i}`);
    await Promise.all(runs.slice(0, 8));
    expect(idle).toBe(2);
  });
});
