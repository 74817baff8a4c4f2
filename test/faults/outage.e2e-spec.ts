import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { denseFocusAnswer, type LyingModelServer, lyingModelServer } from '#test/lying-model-server';
import { Fleet } from '#gateway/routing';
import { type MadeSlide } from '#test/many-slides';
import { type FaultWorld, openFaultWorld, type Outcome } from './fault-world.js';

// Case 32 with its rest made short, and counted in questions: how long one takes is the machine's affair. The window and its 20 calls are the real ones.
const SCALED = {
  breakerOpenMs: 500,
  probeMs: 500,
  serverInFlight: 64,
} as const;
const QUESTIONS = 120;
const CLIENTS = 6;
const EVERY_MS = 30;
const FAILING = 'demo-dense-focus/1';
const NEIGHBOUR = 'demo-dense-focus/2';

let double: LyingModelServer;
let world: FaultWorld;
let slides: MadeSlide[];

beforeAll(async () => {
  double = await lyingModelServer();
  world = await openFaultWorld([{ id: 'double', url: double.url, models: [FAILING, NEIGHBOUR] }], SCALED);
  slides = [...(await world.maker.many(240))];
});

afterAll(async () => {
  await world?.close();
  await double?.close();
});

function nextSlide(): MadeSlide {
  const slide = slides.shift();
  if (!slide) throw new Error('more slides were expected');
  return slide;
}

/** What the failing model was asked, how often it said no, and what the callers got. */
interface Outage {
  upstream: number;
  isOver: boolean;
}

function behave(outage: Outage): void {
  double.lie((response, path, [, tiles = 0]) => {
    const version = path.includes('/versions/1/') ? '1' : '2';
    if (version === '1') outage.upstream += 1;
    if (version === '1' && !outage.isOver && outage.upstream % 2 === 1) {
      response.writeHead(500).end('{"error":"no"}');
      return;
    }
    response.end(JSON.stringify(denseFocusAnswer(version, tiles, 0.5)));
  });
}

it('a model that fails half of its calls is left alone, its neighbour goes on, and it is back soon after', async () => {
  const outage: Outage = { upstream: 0, isOver: false };
  behave(outage);
  const outcomes: Outcome[] = [];
  const neighbours: Outcome[] = [];
  let hasOpened = false;
  const client = async (): Promise<void> => {
    while (outcomes.length < QUESTIONS) {
      outcomes.push(await world.predict(nextSlide(), FAILING));
      hasOpened ||= breakerIs('OPEN');
      if (outcomes.length % 8 === 0) neighbours.push(await world.predict(nextSlide(), NEIGHBOUR));
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  expect(hasOpened).toBe(true); // at which call, breaker.spec.ts says
  expect(outage.upstream / outcomes.length).toBeLessThanOrEqual(1.2);
  expect(new Set(outcomes.map(({ code }) => code))).toEqual(new Set([null, 'MODEL_UNAVAILABLE']));
  for (const { code, prediction } of outcomes)
    expect(prediction?.targets ?? null).toEqual(code === null ? [{ logit: 0.5 }] : null);
  expect(neighbours.map(({ code }) => code)).toEqual(neighbours.map(() => null));
  console.log(`amplification ${(outage.upstream / outcomes.length).toFixed(2)} over ${outcomes.length} questions`);

  outage.isOver = true;
  const endedAt = performance.now();
  while ((await world.predict(nextSlide(), FAILING)).code !== null) await sleep(EVERY_MS);
  expect(performance.now() - endedAt).toBeLessThan(5_000);
  const after = await Promise.all(Array.from({ length: 20 }, () => world.predict(nextSlide(), FAILING)));
  expect(after.map(({ code }) => code)).toEqual(after.map(() => null));
  expect(breakerIs('CLOSED')).toBe(true);
});

function breakerIs(state: string): boolean {
  const server = world.gateway.gateway.app.get(Fleet, { strict: false }).server('double');
  expect(server?.health().breaker).toBe('CLOSED'); // the server itself answers
  return server?.healthOf({ name: 'demo-dense-focus', version: '1' }).breaker === state;
}
