import { describe, expect, it } from 'vitest';
import { type CallLimits } from '#libs/inference-client';
import { ModelTimeout, ModelUnavailable } from '#libs/errors';
import { Flights } from './flights.js';

const limits = (timeoutMs = 5_000, signal = new AbortController().signal): CallLimits => ({ signal, timeoutMs });
const late = (): Error => new ModelTimeout('late', 1);

/** A call that a spec answers by hand, and whose limits it sees; by its own time it ends as a client's does. */
function byHand() {
  const calls: CallLimits[] = [];
  let answer: (value: string) => void = () => undefined;
  let fail: (error: Error) => void = () => undefined;
  const ask = (given: CallLimits): Promise<string> => {
    calls.push(given);
    return new Promise((resolve, reject) => {
      [answer, fail] = [resolve, reject];
      setTimeout(() => reject(new ModelTimeout('server', given.timeoutMs)), given.timeoutMs).unref();
      given.signal.addEventListener('abort', () => reject(new Error('given up')));
    });
  };
  return { ask, calls, answer: (value: string) => answer(value), fail: (error: Error) => fail(error) };
}

describe('Flights', () => {
  it('answer all who ask the same by one call, and others by their own', async () => {
    const flights = new Flights<string>();
    const [one, other] = [byHand(), byHand()];
    const same = [1, 2, 3].map(() => flights.join('a', limits(), one.ask, late));
    const another = flights.join('b', limits(), other.ask, late);
    one.answer('first');
    other.answer('second');
    expect((await Promise.all(same)).map(({ outcome }) => outcome)).toEqual(['first', 'first', 'first']);
    expect((await another).outcome).toBe('second');
    expect([one.calls.length, other.calls.length]).toEqual([1, 1]);
    expect(flights.read()).toEqual({ asked: 2, shared: 2 });
  });

  it('give the answer to whoever comes until the last one lets it go', async () => {
    const flights = new Flights<string>();
    const [first, second] = [byHand(), byHand()];
    const joining = flights.join('a', limits(), first.ask, late);
    first.answer('old');
    const { letGo } = await joining;
    const also = await flights.join('a', limits(), second.ask, late);
    expect([also.outcome, second.calls.length]).toEqual(['old', 0]);
    letGo();
    letGo(); // twice counts once
    expect((await flights.join('a', limits(), second.ask, late)).outcome).toBe('old');
    also.letGo();
    const third = byHand();
    const waiting = flights.join('c', limits(), third.ask, late);
    third.answer('c');
    (await waiting).letGo();
    const again = byHand();
    const anew = flights.join('c', limits(), again.ask, late);
    again.answer('new');
    expect((await anew).outcome).toBe('new');
  });

  it('go on when one of the callers leaves, and are given up when the last one has', async () => {
    const flights = new Flights<string>();
    const hand = byHand();
    const [first, second] = [new AbortController(), new AbortController()];
    const one = flights.join('a', limits(5_000, first.signal), hand.ask, late);
    const two = flights.join('a', limits(5_000, second.signal), hand.ask, late);
    first.abort();
    await expect(one).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(hand.calls[0]?.signal.aborted).toBe(false);
    second.abort();
    await expect(two).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(hand.calls[0]?.signal.aborted).toBe(true);
    // Whoever comes now does not get the call that was given up.
    const next = byHand();
    const asking = flights.join('a', limits(), next.ask, late);
    next.answer('fresh');
    expect((await asking).outcome).toBe('fresh');
  });

  it(
    'hold the one who asked first to its own time, and ask once more for all who have time left',
    { retry: 3 },
    async () => {
      const flights = new Flights<string>();
      const hand = byHand();
      const hurried = flights.join('a', limits(60), hand.ask, late);
      const patient = Promise.all([4_000, 5_000].map((ms) => flights.join('a', limits(ms), hand.ask, late)));
      // Looked at below; should an expectation before that fail, they fail with it and not beside it.
      patient.catch(() => undefined);
      await expect(hurried).rejects.toMatchObject({ code: 'MODEL_TIMEOUT', facts: { server: 'late' } });
      await expect.poll(() => hand.calls.length).toBe(2);
      expect(hand.calls[1]?.timeoutMs).toBeGreaterThan(4_500);
      hand.answer('in time');
      expect((await patient).map(({ outcome }) => outcome)).toEqual(['in time', 'in time']);
    },
  );

  it('tell a caller in a hurry who joined that it is late, and nobody else', async () => {
    const flights = new Flights<string>();
    const hand = byHand();
    const patient = flights.join('a', limits(), hand.ask, late);
    const hurried = flights.join('a', limits(20), hand.ask, late);
    await expect(hurried).rejects.toMatchObject({ code: 'MODEL_TIMEOUT', facts: { server: 'late' } });
    hand.answer('for the other');
    expect((await patient).outcome).toBe('for the other');
  });

  it('do not ask a server again that itself says it is too late', async () => {
    const flights = new Flights<string>();
    const hand = byHand();
    const asking = flights.join('a', limits(), hand.ask, late);
    hand.fail(new ModelTimeout('server', 5_000));
    await expect(asking).rejects.toMatchObject({ code: 'MODEL_TIMEOUT' });
    expect(hand.calls.length).toBe(1);
  });

  it('fail for all who share the call, and not for who asks after that', async () => {
    const flights = new Flights<string>();
    const [hand, next] = [byHand(), byHand()];
    const both = [1, 2].map(() => flights.join('a', limits(), hand.ask, late));
    hand.fail(new ModelUnavailable('server'));
    for (const one of both) await expect(one).rejects.toMatchObject({ code: 'MODEL_UNAVAILABLE' });
    const after = flights.join('a', limits(), next.ask, late);
    next.answer('well again');
    expect((await after).outcome).toBe('well again');
  });
});
