import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CallerLimits, SharedState } from '#gateway/shared-state';
import { Log } from '#gateway/logging';
import { until } from '#test/gateway-process';
import { reasonToSkipRedis, startRedis, type RedisServer } from '#test/redis-server';

const skip = await reasonToSkipRedis();
const PASSWORD = 'word-that-nobody-may-see';
const opened: SharedState[] = [];
const lines: string[] = [];
const linesWith = (text: string): number => lines.filter((line) => line.includes(text)).length;
const perCaller = { requestsPerSecond: 5, burstSeconds: 20 };
let redis: RedisServer;

/** A gateway's part of what is shared. */
function open(url: string, redisPrefix = 'test') {
  const state = SharedState.open(
    { redisUrl: url, redisPrefix },
    new Log('info', { write: (line) => lines.push(line) }),
  );
  opened.push(state);
  const limits = new CallerLimits({ perCaller, apiKeys: [], redisPrefix }, state.link);
  const heard: (string | null)[] = [];
  state.hints.listen((source) => heard.push(source));
  return { state, limits, heard };
}

type Opened = ReturnType<typeof open>;

const isUp = ({ state }: Opened) => until(() => state.link?.state === 'UP');
const isAway = ({ state }: Opened) => until(() => state.link?.state === 'AWAY');
// The first thing that is heard is that whatever was said before is lost.
const hears = ({ heard }: Opened) => until(() => heard.includes(null));

async function letThrough({ limits }: Opened, caller: string, requests: number): Promise<number> {
  const asked = Array.from({ length: requests }, () => limits.takeRequest({ id: caller, tenant: 'lab' }));
  return (await Promise.allSettled(asked)).filter(({ status }) => status === 'fulfilled').length;
}

describe.skipIf(skip !== undefined)('two gateways on one Redis', () => {
  let one: Opened;
  let two: Opened;

  beforeAll(async () => {
    if (skip !== undefined) return;
    redis = await startRedis('--requirepass', PASSWORD);
    const url = redis.url.replace('//', `//:${PASSWORD}@`);
    [one, two] = [open(url), open(url)];
    await Promise.all([one, two].flatMap((each) => [isUp(each), hears(each)]));
  });

  afterAll(async () => {
    await Promise.all(opened.map((state) => state.close()));
    await redis?.stop();
  });

  it('count a caller together', async () => {
    expect(await letThrough(one, 'a', 70)).toBe(70);
    expect(await letThrough(two, 'a', 70)).toBe(30);
    expect(await letThrough(one, 'b', 10)).toBe(10);
    expect([one.limits.isShared, two.limits.refusals.requests]).toEqual([true, 40]);
  });

  it('tell each other of a source, and not themselves; what is no hint is ignored', async () => {
    one.heard.length = two.heard.length = 0;
    one.state.hints.announce('site-a');
    await until(() => two.heard.length === 1);
    for (const nonsense of ['', 'site-a', `${'0'.repeat(8)} site-a`, '{"source":"x"}', 'x'.repeat(1e5)]) {
      await one.state.link?.client.publish('test:registry', nonsense);
    }
    two.state.hints.announce('local');
    await until(() => one.heard.length === 1);
    expect([one.heard, two.heard]).toEqual([['local'], ['site-a']]);
  });

  it('of another prefix are strangers', async () => {
    const other = open(redis.url.replace('//', `//:${PASSWORD}@`), 'other');
    await Promise.all([isUp(other), hears(other)]);
    other.heard.length = two.heard.length = 0;
    one.state.hints.announce('site-a');
    await until(() => two.heard.length === 1);
    expect(other.heard).toEqual([]);
    expect(await letThrough(other, 'a', 10)).toBe(10);
  });

  it('that hangs: nobody waits longer than for a moment, each counts for itself, and it comes back by itself', async () => {
    redis.pause();
    const before = performance.now();
    expect(await letThrough(one, 'c', 200)).toBe(100);
    const ms = performance.now() - before;
    console.log(`200 requests while Redis hangs: ${ms.toFixed(0)} ms`);
    // Not 50 ms each, one after the other, and not the seconds that Redis hangs.
    expect(ms).toBeLessThan(500);
    expect(one.state.link?.state).toBe('AWAY');
    expect(() => one.state.check()).toThrow('away');
    const again = performance.now();
    for (let n = 0; n < 50; n += 1) await letThrough(one, 'd', 1);
    expect(performance.now() - again).toBeLessThan(1_000);
    redis.resume();
    await isUp(one);
    expect(await letThrough(one, 'e', 101)).toBe(100);
  });

  it('that is killed and comes back empty: said once, and what was said meanwhile is asked for', async () => {
    await Promise.all([isUp(one), isUp(two)]);
    lines.length = 0;
    await redis.kill();
    await Promise.all([isAway(one), isAway(two)]);
    one.state.hints.announce('local');
    expect(await letThrough(two, 'f', 101)).toBe(100);
    await sleep(1_200);
    expect(linesWith('Redis is away')).toBe(opened.length);
    two.heard.length = one.heard.length = 0;
    await redis.restart();
    await Promise.all([isUp(one), isUp(two), hears(two)]);
    expect(linesWith('Redis connected')).toBeGreaterThanOrEqual(2);
    expect(await letThrough(one, 'g', 60)).toBe(60);
    expect(await letThrough(two, 'g', 60)).toBe(40);
    expect(lines.join('')).not.toContain(PASSWORD);
  });

  it('that refuses writes counts as away: it cannot count', async () => {
    await one.state.link?.client.config('SET', 'maxmemory', '1');
    await isAway(one);
    expect(await letThrough(one, 'h', 101)).toBe(100);
    await one.state.link?.client.config('SET', 'maxmemory', '0');
    await isUp(one);
  });

  it('with a wrong password, or where nobody listens, is away, and the log says why without the password', async () => {
    lines.length = 0;
    const wrong = open(redis.url.replace('//', '//:wrong-word@'));
    await until(() => linesWith('WRONGPASS') > 0);
    const nobody = open('redis://127.0.0.1:1');
    await until(() => linesWith('ECONNREFUSED') > 0);
    expect(await letThrough(wrong, 'i', 101)).toBe(100);
    expect(await letThrough(nobody, 'i', 101)).toBe(100);
    expect(lines.join('')).not.toContain('wrong-word');
  });
});
