import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { referenceC6 } from '#test/c6';
import { inferDirectly } from '#test/direct-infer';
import { type Json } from '#test/json';
import { type MadeSlide } from '#test/many-slides';
import {
  expectWhole,
  idsOf,
  type ManyWorld,
  MODELS,
  openManyWorld,
  PREDICTION,
  type TimedReply,
  TWO,
  VERSIONS,
} from '#test/many-world';
import { DEMO_MODELS } from '#test/open-test-gateway';
import { storeKinds } from '#test/stores';
import { startServer, type ServerProcess } from '../model-server/start-server.js';

// Two names of one version, another version, and a model of another kind.
const MANY = `${PREDICTION} query Many($ids: [ID!]!) { slides(ids: $ids) { id
  champion: prediction(model: "demo-dense-focus@champion") { ...P }
  first: prediction(model: "local:demo-dense-focus/1") { ...P }
  second: prediction(model: "local:demo-dense-focus/2") { ...P }
  mean: embedding(model: "demo-lite0-mean/1") { values(encoding: JSON) provenance { answerId isReused } } } }`;

const SLIDES = 200;

/** A slide's values without what differs between a first answer and the same one read again. */
function valuesOf(slide: Json): Json {
  return JSON.parse(JSON.stringify(slide, (key, value: unknown) => (key === 'isReused' ? undefined : value)));
}

/** Probability of a logit by the Platt map that the calibration record holds, worked out here. */
async function plattOf(model: string): Promise<(logit: number) => number> {
  const record = `${model}/calibrations/${model.replace('/', '-')}-platt-resection.json`;
  const { a, b } = JSON.parse(await readFile(join(DEMO_MODELS, record), 'utf8')).map;
  return (logit) => 1 / (1 + Math.exp(-(a * logit + b)));
}

let server: ServerProcess;
beforeAll(async () => {
  server = await startServer('--models', DEMO_MODELS);
});
afterAll(() => server?.stop());

describe.each(storeKinds)('many slides at once, on the $kind store', (kind) => {
  describe.skipIf(kind.skip)('with three models under four names', () => {
    let world: ManyWorld;
    let ids: readonly string[];

    const direct = (slide: MadeSlide, model: string) =>
      inferDirectly(server.url, model, slide.features, [1, slide.bag.tileCount, slide.bag.dim]);
    const oneByOne = async (some: readonly string[]): Promise<readonly Json[]> => {
      const replies: TimedReply[] = [];
      for (const id of some) replies.push(await world.ask(MANY, [id]));
      return replies.flatMap(({ data }) => data.slides);
    };
    /** How many statements it takes to ask of so many slides. */
    const counted = async (query: string, some: readonly string[]) => {
      const replies: TimedReply[] = [];
      const { statements } = world.gateway;
      const heard = await statements.during(async () => void replies.push(await world.ask(query, some)));
      replies.forEach((reply) => expectWhole(reply, VERSIONS));
      return heard.length;
    };

    beforeAll(async () => {
      world = await openManyWorld(kind, server.url, SLIDES);
      ids = idsOf(world.slides);
    });
    afterAll(() => world?.close());
    beforeEach(() => world.watched.forget());

    it('are answered as each alone is, in the order that was asked, and as often as was asked', async () => {
      const alone = await oneByOne(ids.slice(0, 20));
      world.watched.forget();
      const asked = [...ids.toReversed(), ...ids.slice(10, 40)];
      const many = await world.ask(MANY, asked);
      expectWhole(many, ['champion', 'first', 'second', 'mean']);
      expect(many.data.slides.map(({ id }: Json) => id)).toEqual(asked);
      const byId = new Map<string, Json>(many.data.slides.map((slide: Json) => [slide.id, slide]));
      for (const slide of [...many.data.slides, ...alone, ...(await oneByOne(ids.slice(20)))])
        expect(valuesOf(slide)).toEqual(valuesOf(byId.get(slide.id)));
      for (const slide of byId.values()) expect(slide.champion).toEqual(slide.first);
      // 20 slides were answered before; each other one was asked once of each version, whatever the version was called.
      expect(world.watched.infers).toHaveLength((SLIDES - 20) * 3);
      expect(world.watched.mostAtOnce).toBeLessThanOrEqual(world.gateway.config.limits.serverInFlight);
    });

    it('have the numbers that the model server gives for their features, and PyTorch for those it made', async () => {
      const { data } = await world.ask(MANY, ids);
      for (const version of VERSIONS) {
        const platt = await plattOf(MODELS[version]);
        const logits = new Set<number>();
        let called = 0;
        for (const [index, slide] of world.slides.entries()) {
          const { targets, tileCount } = data.slides[index][version];
          const expected = (await direct(slide, MODELS[version])).get('logit')?.[0] ?? NaN;
          expect([targets[0].logit, tileCount]).toEqual([expected, slide.bag.tileCount]);
          logits.add(expected);
          if (targets[0].call === 'OUT_OF_DOMAIN') continue;
          called += 1;
          expect(targets[0].probability).toBeCloseTo(platt(expected), 12);
        }
        expect(logits.size).toBeGreaterThan(SLIDES * 0.95);
        expect(called).toBeGreaterThan(SLIDES / 2);
        const { v1, v2 } = referenceC6.region;
        const byPyTorch = { first: v1, second: v2 }[version];
        expect(Math.abs(data.slides[0][version].targets[0].logit - byPyTorch.logit)).toBeLessThan(1e-3);
        expect(data.slides[0][version].targets[0].probability).toBeCloseTo(byPyTorch.calibratedProbability, 3);
      }
      for (const [index, slide] of world.slides.entries()) {
        const expected = (await direct(slide, MODELS.mean)).get('embedding') ?? [];
        // JSON has the shortest text of each float32.
        expect(data.slides[index].mean.values.map(Math.fround)).toEqual(Array.from(expected));
      }
    });

    it('need no more statements than a few do, but for pieces of fifty rows or more', async () => {
      const few = await world.maker.many(10);
      const more = await world.maker.many(SLIDES);
      const answers = SLIDES * VERSIONS.length;
      const [firstFew, firstMany] = [await counted(TWO, idsOf(few)), await counted(TWO, idsOf(more))];
      const [storedFew, storedMany] = [await counted(TWO, idsOf(few)), await counted(TWO, idsOf(more))];
      // Slides, bags and answers; a loader may be asked at two moments.
      expect(storedFew).toBeLessThanOrEqual(4);
      expect(storedMany).toBeLessThanOrEqual((SLIDES + SLIDES + answers) / 50 + 2);
      expect(firstFew).toBeLessThanOrEqual(20);
      expect(firstMany).toBeLessThan(answers / 4);
      expect(world.watched.infers).toHaveLength(answers + 20);
    });

    it('are whole for each of several who ask at once: nobody fills the queue of the model server', async () => {
      const slides = idsOf(await world.maker.many(80));
      const parts = [0, 1, 2, 3, 4].map((part) => slides.slice(part * 16, (part + 1) * 16));
      for (const reply of await Promise.all(parts.map((part) => world.ask(TWO, part)))) expectWhole(reply, VERSIONS);
      expect(world.watched.infers).toHaveLength(slides.length * VERSIONS.length);
      expect(world.watched.mostAtOnce).toBeLessThanOrEqual(world.gateway.config.limits.serverInFlight);
    });

    it('leave the gateway free for others meanwhile', async () => {
      const slides = idsOf(await world.maker.many(60));
      const answering = world.ask(TWO, slides);
      let isDone = false;
      const done = answering.finally(() => (isDone = true));
      const waits: number[] = [];
      while (!isDone) {
        const startedAt = performance.now();
        expect((await world.gateway.get('/health/live')).status).toBe(200);
        waits.push(performance.now() - startedAt);
      }
      expectWhole(await done, VERSIONS);
      expect(waits.length).toBeGreaterThan(10);
      // Generous, for the tests' own work runs in the same process.
      expect(Math.max(...waits)).toBeLessThan(1_000);
    });
  });
});
