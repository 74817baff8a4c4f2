import { describe, expect, it } from 'vitest';
import { Turns } from './turns.js';

/** Work that ends when it is told to. */
function work() {
  let resolve = (_: string): void => undefined;
  let reject = (_: Error): void => undefined;
  const promise = new Promise<string>((onEnd, onFault) => {
    resolve = onEnd;
    reject = onFault;
  });
  return { promise, resolve, reject };
}

const { signal } = new AbortController();
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('Turns', () => {
  it('lets no more run than it may, and the next one when one ends or fails', async () => {
    const turns = new Turns(2);
    const works = [work(), work(), work(), work()];
    const begun: number[] = [];
    const results = works.map(({ promise }, index) =>
      turns.take(() => {
        begun.push(index);
        return promise;
      }, signal),
    );
    await settle();
    expect(begun).toEqual([0, 1]);
    works[1]?.reject(new Error('on purpose'));
    await expect(results[1]).rejects.toThrow('on purpose');
    await settle();
    expect(begun).toEqual([0, 1, 2]);
    works[0]?.resolve('a');
    works[2]?.resolve('c');
    works[3]?.resolve('d');
    expect(await Promise.all([results[0], results[2], results[3]])).toEqual(['a', 'c', 'd']);
    // All turns are free again.
    expect(await Promise.all([turns.take(async () => 'e', signal), turns.take(async () => 'f', signal)])).toEqual([
      'e',
      'f',
    ]);
  });

  it('drops who no longer waits, and gives the turn to the next', async () => {
    const turns = new Turns(1);
    const first = work();
    const running = turns.take(() => first.promise, signal);
    const leaving = new AbortController();
    const left = turns.take(async () => 'never', leaving.signal);
    const next = turns.take(async () => 'next', signal);
    leaving.abort(new Error('gone'));
    await expect(left).rejects.toThrow('gone');
    first.resolve('first');
    expect(await Promise.all([running, next])).toEqual(['first', 'next']);
    await expect(turns.take(async () => 'never', AbortSignal.abort(new Error('late')))).rejects.toThrow('late');
  });
});
