import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, expectInvariants, expectRefusal, GOOD, KEYS, outcome, send, startEdge, type Edge } from './support.js';

// The window outlasts the test: what is counted does not depend on how long anything takes.
const WINDOW = { burstSeconds: 120 };
const NINE_ALIASES = `{ ${[1, 2, 3, 4, 5, 6, 7, 8, 9]
  .map((n) => `a${n}: slide(id: "s") { prediction(model: "local:probe/1") { tileCount } }`)
  .join(' ')} }`;
const CHEAP = { query: '{ viewer { id } }' };

let edge: Edge;

async function start(perCaller: { readonly requestsPerSecond?: number; readonly costPerSecond?: number }) {
  edge = await startEdge({ perCaller: { ...WINDOW, ...perCaller } });
}

const p99 = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? 0;

describe('ten times as many requests as a caller may make', () => {
  beforeAll(() => start({ requestsPerSecond: 1 }));
  afterAll(() => edge.close());

  it('are refused beyond its budget, with a time to come back, and nothing is done for them', async () => {
    const good = (await ask(edge, GOOD, { key: KEYS.operator })).text;
    const others = async (): Promise<number> => {
      const times: number[] = [];
      for (let n = 0; n < 50; n += 1) times.push((await ask(edge, CHEAP, { key: KEYS.developer })).ms);
      return p99(times);
    };
    const quiet = await others();
    const flood = Array.from({ length: 1_200 }, (_, n) => n);
    const answers: Awaited<ReturnType<typeof ask>>[] = [];
    const lane = async (): Promise<void> => {
      while (flood.pop() !== undefined) answers.push(await ask(edge, GOOD));
    };
    const lanes = Promise.all([lane(), lane(), lane(), lane()]);
    const meanwhile = await others();
    await lanes;
    const refused = answers.filter(({ status }) => status === 429);
    expect([answers.length - refused.length, refused.length]).toEqual([120, 1_080]);
    expect(edge.calls.prediction).toBe(121);
    for (const answer of refused.slice(0, 20)) {
      expectRefusal(answer, '429 RATE_LIMITED');
      expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
      expect(Number(answer.headers['retry-after'])).toBeLessThanOrEqual(120);
      expect(answer.body.errors?.[0]?.extensions).toMatchObject({ budget: 'requests', retryable: true });
    }
    console.log(`p99 of another caller: ${quiet.toFixed(1)} ms before, ${meanwhile.toFixed(1)} ms meanwhile`);
    const again = await ask(edge, GOOD, { key: KEYS.operator });
    expect(again.text).toBe(good);
  });

  it('are counted on every route that asks for a caller, and probes and figures are free', async () => {
    expect(outcome(await send(edge, { method: 'GET', path: '/nowhere' }))).toBe('429 RATE_LIMITED');
    expect((await send(edge, { method: 'GET', path: '/health/ready' })).status).toBe(200);
    const { text } = await send(edge, { method: 'GET', path: '/metrics' });
    expect(text).toContain('tessera_rate_limited_total{budget="requests"} 1081');
    expect(outcome(await ask(edge, CHEAP, { key: 'unknown-key-1' }))).toBe('401 UNAUTHENTICATED');
  });
});

describe('questions as aliases of one request', () => {
  beforeAll(() => start({ costPerSecond: 10 }));
  afterAll(() => edge.close());

  it('cost as much as questions in requests of their own, and nothing is asked when they do not fit', async () => {
    const good = (await ask(edge, GOOD, { key: KEYS.operator })).text;
    edge.calls.prediction = 0;
    let answered = 0;
    let last = await ask(edge, { query: NINE_ALIASES });
    for (; last.status === 200 && answered < 1_000; answered += 1) last = await ask(edge, { query: NINE_ALIASES });
    expectRefusal(last, '429 RATE_LIMITED');
    expect(last.body.errors?.[0]?.extensions).toMatchObject({ budget: 'cost' });
    expect(edge.calls.prediction).toBe(answered * 9);
    // One question at a time: nine times as many requests.
    let single = 0;
    const one = { query: '{ slide(id: "s") { prediction(model: "local:probe/1") { tileCount } } }' };
    while ((await ask(edge, one, { key: KEYS.administrator })).status === 200) single += 1;
    expect(Math.floor(single / 9)).toBe(answered);
    const rows = edge.sink.records.filter(({ outcome: code }) => code === 'RATE_LIMITED');
    expect(rows.map(({ caller }) => caller)).toEqual(['key-reader', 'key-administrator']);
    expect((await ask(edge, GOOD, { key: KEYS.operator })).text).toBe(good);
  });
});

describe('a gateway without such limits', () => {
  beforeAll(async () => void (edge = await startEdge()));
  afterAll(() => edge.close());

  it('refuses nobody for it', async () => {
    const good = (await ask(edge, GOOD)).text;
    const answers = await Promise.all(Array.from({ length: 150 }, () => ask(edge, CHEAP)));
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    await expectInvariants(edge, good);
  });
});
