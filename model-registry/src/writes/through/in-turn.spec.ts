import { describe, expect, it } from 'vitest';
import { InTurn } from './in-turn.js';

const { signal } = new AbortController();

describe('turns', () => {
  it('of one thing come one after the other, whatever becomes of each; other things do not wait', async () => {
    const turns = new InTurn();
    const said: string[] = [];
    let open = (): void => {};
    const first = turns.take('a', signal, async () => {
      await new Promise<void>((resolve) => (open = resolve));
      said.push('first');
      throw new Error('of the first');
    });
    const second = turns.take('a', signal, async () => void said.push('second'));
    await turns.take('b', signal, async () => void said.push('other'));
    open();
    await expect(first).rejects.toThrow('of the first');
    await second;
    expect(said).toEqual(['other', 'first', 'second']);
  });

  it('are given up by whoever waits no longer, and then not taken', async () => {
    const turns = new InTurn();
    let open = (): void => {};
    const first = turns.take('a', signal, () => new Promise<void>((resolve) => (open = resolve)));
    const ending = new AbortController();
    let isTaken = false;
    const second = turns.take('a', ending.signal, async () => {
      isTaken = true;
    });
    ending.abort(new Error('given up'));
    await expect(second).rejects.toThrow('given up');
    open();
    await first;
    await turns.take('a', signal, async () => {});
    expect(isTaken).toBe(false);
  });
});
