import { describe, expect, it } from 'vitest';
import { type CallLimits } from '#libs/inference-client';
import { type AskingTools, type Tensors } from './ask-one.js';
import { askReplicas } from './ask-replicas.js';
import { systemClock } from './clock.js';
import { failing, fakeModelServer, type FakeModelServer, GOOD, SILENT } from './spec-support/fake-model-server.js';
import { HandClock } from './spec-support/hand-clock.js';

const AS = { name: 'm', version: '1' };
const TENSORS: Tensors = {
  inputs: [{ name: 'X', datatype: 'FP32', shape: [1, 1], data: Float32Array.of(1) }],
  outputs: [{ name: 'Y', datatype: 'FP32', shape: [1, 2] }],
};
const LIMITS: CallLimits = { signal: new AbortController().signal, timeoutMs: 5_000 };

let turn = 0;
const ask = (servers: readonly FakeModelServer[], tools: Partial<AskingTools> = {}, limits = LIMITS) =>
  askReplicas(
    servers.map(({ guarded }) => ({ server: guarded, as: AS })),
    TENSORS,
    limits,
    { clock: systemClock, rank: () => 0, hedgeAfterMs: null, turn: (turn += 1), ...tools },
  );
const infersOf = (servers: readonly FakeModelServer[]) => servers.map(({ infers }) => infers());
const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 2));
};

describe('askReplicas', () => {
  it('uses an idle fleet evenly', async () => {
    const servers = [await fakeModelServer('a', systemClock), await fakeModelServer('b', systemClock)];
    for (let i = 0; i < 10; i += 1) await ask(servers);
    expect(infersOf(servers)).toEqual([5, 5]);
  });

  it('asks the replica with the fewest calls under way', async () => {
    const [slow, quick] = [await fakeModelServer('slow', systemClock), await fakeModelServer('quick', systemClock)];
    slow.behave((answer) => setTimeout(answer, 300));
    const stuck = [ask([slow]), ask([slow])];
    const answers = await Promise.all([ask([slow, quick]), ask([slow, quick])]);
    expect(answers.map(({ serverId }) => serverId)).toEqual(['quick', 'quick']);
    await Promise.all(stuck);
  });

  it('asks those that are better by rank first', async () => {
    const servers = [await fakeModelServer('a', systemClock), await fakeModelServer('b', systemClock)];
    for (let i = 0; i < 4; i += 1) await ask(servers, { rank: ({ server }) => (server.id === 'b' ? 0 : 1) });
    expect(infersOf(servers)).toEqual([0, 4]);
  });

  it('takes another replica when one fails', async () => {
    const servers = [await fakeModelServer('a', systemClock), await fakeModelServer('b', systemClock)];
    servers[0]?.behave(failing(503));
    for (let i = 0; i < 6; i += 1) expect((await ask(servers)).serverId).toBe('b');
  });

  it('tries the same server twice, and no more', async () => {
    const only = await fakeModelServer('a', systemClock);
    only.behave(failing(502));
    await expect(ask([only])).rejects.toMatchObject({ code: 'MODEL_UNAVAILABLE' });
    expect(only.infers()).toBe(2);
    let asked = 0;
    only.behave((answer, response) => ((asked += 1) === 1 ? response.destroy() : answer()));
    expect((await ask([only])).serverId).toBe('a');
  });

  it.each([
    ["a caller's mistake", failing(400), 'MODEL_REJECTED_INPUT'],
    ['an answer that is refused', ((_answer, response) => response.end('<html>')) as typeof GOOD, 'MODEL_BAD_RESPONSE'],
  ])('does not repeat %s', async (_title, behaviour, code) => {
    const servers = [await fakeModelServer('a', systemClock), await fakeModelServer('b', systemClock)];
    for (const server of servers) server.behave(behaviour);
    await expect(ask(servers)).rejects.toMatchObject({ code });
    expect(infersOf(servers).toSorted()).toEqual([0, 1]);
  });

  it('does not open for mistakes of callers, and says when to come back once it is open', async () => {
    const clock = new HandClock();
    const retry = { windowMs: 10_000, percent: 0, perSecond: 0 };
    const only = await fakeModelServer('a', clock, { retry });
    only.behave(failing(400));
    for (let i = 0; i < 40; i += 1) await ask([only], { clock }).catch(() => undefined);
    expect(only.guarded.healthOf(AS).breaker).toBe('CLOSED');
    only.behave(failing(500));
    for (let i = 0; i < 20; i += 1) await ask([only], { clock }).catch(() => undefined);
    expect(only.guarded.healthOf(AS).breaker).toBe('OPEN');
    expect(only.infers()).toBe(60);
    await expect(ask([only], { clock })).rejects.toMatchObject({
      code: 'MODEL_UNAVAILABLE',
      facts: { server: 'a', retryAfterSeconds: 5 },
    });
    expect(only.infers()).toBe(60);
    await clock.pass(5_000);
    only.behave(GOOD);
    expect((await ask([only], { clock })).serverId).toBe('a');
    expect(only.guarded.health()).toMatchObject({ breaker: 'CLOSED', outstanding: 0, calls: 61 });
    expect([...only.guarded.health().errors]).toEqual([
      ['MODEL_REJECTED_INPUT', 40],
      ['MODEL_UNAVAILABLE', 20],
    ]);
  });

  it('keeps the neighbours of a failing model going', async () => {
    const only = await fakeModelServer('a', systemClock, { retry: { windowMs: 10_000, percent: 0, perSecond: 0 } });
    only.behave(failing(500));
    for (let i = 0; i < 20; i += 1) await ask([only]).catch(() => undefined);
    expect(only.guarded.isPassable(AS)).toBe(false);
    expect(only.guarded.isPassable({ name: 'm', version: '2' })).toBe(true);
  });

  it('makes no second try when the budget is empty', async () => {
    const only = await fakeModelServer('a', systemClock, { retry: { windowMs: 10_000, percent: 20, perSecond: 0 } });
    only.behave(failing(503));
    for (let i = 0; i < 10; i += 1) await ask([only]).catch(() => undefined);
    expect(only.infers()).toBe(12);
  });

  it('tells the server when the caller leaves, and asks nobody else', async () => {
    const servers = [await fakeModelServer('a', systemClock), await fakeModelServer('b', systemClock)];
    for (const server of servers) server.behave(SILENT);
    const leaving = new AbortController();
    const asking = ask(servers, {}, { signal: leaving.signal, timeoutMs: 5_000 });
    asking.catch(() => undefined);
    await until(() => servers.some(({ infers }) => infers() === 1));
    leaving.abort();
    await expect(asking).rejects.toMatchObject({ code: 'CANCELLED' });
    await until(() => servers.some(({ abandoned }) => abandoned() === 1));
    expect(infersOf(servers).toSorted()).toEqual([0, 1]);
  });

  it('keeps to the one deadline over both tries', async () => {
    const only = await fakeModelServer('a', systemClock);
    let asked = 0;
    only.behave((_answer, response) => (asked += 1) === 1 && response.destroy());
    const startedAt = performance.now();
    await expect(ask([only], {}, { ...LIMITS, timeoutMs: 400 })).rejects.toMatchObject({ code: 'MODEL_TIMEOUT' });
    expect(performance.now() - startedAt).toBeLessThan(500);
    expect(asked).toBe(2);
  });
});

describe('hedging', () => {
  it('asks a second replica when the first one is late, and gives the first up', async () => {
    const clock = new HandClock();
    const servers = [await fakeModelServer('a', systemClock), await fakeModelServer('b', systemClock)];
    const [late, other] = servers;
    late?.behave(SILENT);
    const rank: AskingTools['rank'] = ({ server }) => (server.id === 'a' ? 0 : 1);
    const asking = ask(servers, { clock, rank, hedgeAfterMs: 50 });
    await until(() => late?.infers() === 1 && clock.waiting === 1);
    await clock.pass(49);
    expect(other?.infers()).toBe(0);
    await clock.pass(1);
    expect((await asking).serverId).toBe('b');
    await until(() => late?.abandoned() === 1);
    expect(late?.guarded.load).toBe(0);
  });

  it('asks once when the first one is in time', async () => {
    const servers = [await fakeModelServer('a', systemClock), await fakeModelServer('b', systemClock)];
    for (let i = 0; i < 4; i += 1) await ask(servers, { hedgeAfterMs: 2_000 });
    expect(infersOf(servers)).toEqual([2, 2]);
  });

  it('is a second try: two in all, and within the budget', async () => {
    const rules = { retry: { windowMs: 10_000, percent: 0, perSecond: 0 } };
    const servers = [await fakeModelServer('a', systemClock, rules), await fakeModelServer('b', systemClock, rules)];
    for (const server of servers) server.behave((answer) => setTimeout(answer, 60));
    await ask(servers, { hedgeAfterMs: 10 });
    expect(infersOf(servers).toSorted()).toEqual([0, 1]);
    const failingBoth = [await fakeModelServer('c', systemClock), await fakeModelServer('d', systemClock)];
    for (const server of failingBoth)
      server.behave((answer, response) => setTimeout(() => failing(503)(answer, response), 40));
    await expect(ask(failingBoth, { hedgeAfterMs: 10 })).rejects.toMatchObject({ code: 'MODEL_UNAVAILABLE' });
    expect(infersOf(failingBoth)).toEqual([1, 1]);
  });
});
