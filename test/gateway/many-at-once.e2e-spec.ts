import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { referenceC6 } from '#test/c6';
import { inferDirectly } from '#test/direct-infer';
import { digestOf } from '#test/examples';
import { type Json } from '#test/json';
import { type MadeSlide } from '#test/many-slides';
import { type ManyWorld, openManyWorld, type TimedReply } from '#test/many-world';
import { DEMO_MODELS } from '#test/open-test-gateway';
import { storeKinds } from '#test/stores';
import { startServer, until, type ServerProcess } from '../model-server/start-server.js';

const FRAGMENT = `fragment P on SlidePrediction { tileCount domain { distance percentile }
  targets { call ... on BinaryCall { logit probability } } provenance { answerId isReused } }`;
// Two names of one version, another version, and a model of another kind.
const MANY = `${FRAGMENT} query Many($ids: [ID!]!) { slides(ids: $ids) { id
  champion: prediction(model: "demo-dense-focus@champion") { ...P }
  first: prediction(model: "local:demo-dense-focus/1") { ...P }
  second: prediction(model: "local:demo-dense-focus/2") { ...P }
  mean: embedding(model: "demo-lite0-mean/1") { values(encoding: JSON) provenance { answerId isReused } } } }`;
const TWO = `${FRAGMENT} query Two($ids: [ID!]!) { slides(ids: $ids) { id
  first: prediction(model: "local:demo-dense-focus/1") { ...P } second: prediction(model: "local:demo-dense-focus/2") { ...P } } }`;
const UNKNOWN_TOO = TWO.replace('{ id', '{ id none: prediction(model: "demo-dense-focus/99") { tileCount }');

const SLIDES = 200;
const VERSIONS = ['first', 'second'] as const;
const MODELS = { first: 'demo-dense-focus/1', second: 'demo-dense-focus/2', mean: 'demo-lite0-mean/1' } as const;

const idsOf = (slides: readonly MadeSlide[]): readonly string[] => slides.map(({ id }) => id);

/** A slide's values without what differs between a first answer and the same one read again. */
function valuesOf(slide: Json): Json {
  return JSON.parse(JSON.stringify(slide, (key, value: unknown) => (key === 'isReused' ? undefined : value)));
}

/** Nothing is missing, and nothing is an error. */
function expectWhole({ data, errors }: TimedReply, fields: readonly string[]): void {
  expect(errors).toEqual([]);
  for (const slide of data.slides) for (const field of fields) expect(slide[field]).not.toBeNull();
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
    /** Statements for so many slides, and the reply. */
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
        for (const [index, slide] of world.slides.entries()) {
          const { targets, tileCount } = data.slides[index][version];
          const expected = (await direct(slide, MODELS[version])).get('logit')?.[0] ?? NaN;
          expect([targets[0].logit, tileCount]).toEqual([expected, slide.bag.tileCount]);
          if (targets[0].probability !== null) expect(targets[0].probability).toBeCloseTo(platt(expected), 12);
          logits.add(expected);
        }
        expect(logits.size).toBeGreaterThan(SLIDES * 0.95);
        const { v1, v2 } = referenceC6.region;
        const byPyTorch = { first: v1, second: v2 }[version];
        expect(Math.abs(data.slides[0][version].targets[0].logit - byPyTorch.logit)).toBeLessThan(1e-3);
        expect(data.slides[0][version].targets[0].probability).toBeCloseTo(byPyTorch.calibratedProbability, 3);
      }
      for (const [index, slide] of world.slides.entries()) {
        const expected = (await direct(slide, MODELS.mean)).get('embedding') ?? [];
        expect(data.slides[index].mean.values).toEqual(Array.from(expected));
      }
    });

    it('need no more statements than a few do, but for pieces of a hundred rows', async () => {
      const few = await world.maker.many(10);
      const more = await world.maker.many(SLIDES);
      const answers = SLIDES * VERSIONS.length;
      const [firstFew, firstMany] = [await counted(TWO, idsOf(few)), await counted(TWO, idsOf(more))];
      const [storedFew, storedMany] = [await counted(TWO, idsOf(few)), await counted(TWO, idsOf(more))];
      // Slides, bags, answers; a loader may be asked at two moments.
      expect(storedFew).toBeLessThanOrEqual(4);
      expect(storedMany).toBeLessThanOrEqual(2 + 2 + answers / 100 + 1);
      // Writing in pieces takes a statement and a look at each, and depends on how fast the model is; it is far from one for each answer.
      expect(firstFew).toBeLessThanOrEqual(20);
      expect(firstMany).toBeLessThan(answers / 10);
      expect(world.watched.infers).toHaveLength(answers + 20);
    });

    it('keep whole what can be answered, and say of each other item what is wrong with it', async () => {
      const good = await world.maker.many(6);
      const features = world.maker.imported.features;
      const { blobDir } = world.gateway.config;
      const [flipped, gone] = await world.maker.many(2);
      if (!flipped || !gone) throw new Error('two slides were expected');
      const fileOf = ({ bag }: MadeSlide): string =>
        join(blobDir, bag.featuresBlob.slice(0, 2), bag.featuresBlob.slice(2));
      const bytes = await readFile(fileOf(flipped));
      bytes.writeUInt8(bytes.readUInt8(77) ^ 1, 77);
      await writeFile(fileOf(flipped), bytes);
      await rm(fileOf(gone));
      const otherEncoder = { name: 'demo-lite0', version: '2', digest: digestOf('another encoder') };
      const wrong = {
        FEATURES_MISSING: await world.maker.bare(),
        FEATURE_CONTRACT_MISMATCH: (await world.maker.withFeatures(features, { encoder: otherEncoder })).id,
        TOO_FEW_TILES: (await world.maker.withFeatures(features.subarray(0, 7 * 1280))).id,
        MODEL_BAD_RESPONSE: (await world.maker.withFeatures(features.map((value) => value * 1e37))).id,
        STORE_DAMAGED: flipped.id,
      };
      const outside = await world.maker.withFeatures(features.map((value) => -3 * value));
      const asked = [...Object.values(wrong), gone.id, 'sld_unknown', outside.id, ...idsOf(good)];

      const { data, errors } = await world.ask(UNKNOWN_TOO, asked);
      const codes = [...Object.keys(wrong), 'STORE_DAMAGED'];
      const expected = [
        ...codes.flatMap((code, index) => VERSIONS.map((version) => [code, 'slides', index, version])),
        ['NOT_FOUND', 'slides', codes.length],
        // A version that nobody has is its own field's error, at every slide that is there.
        ...asked.flatMap((_, index) => (index === codes.length ? [] : [['MODEL_NOT_FOUND', 'slides', index, 'none']])),
      ];
      const found = errors.map(({ extensions, path = [] }) => [extensions['code'], ...path]);
      expect(found.toSorted()).toEqual(expected.toSorted());
      const whole = data.slides.slice(codes.length + 1);
      expectWhole({ data: { slides: whole }, errors: [], ms: 0 }, VERSIONS);
      expect(data.slides[codes.length]).toBeNull();
      expect(whole[0].first.targets[0]).toMatchObject({ call: 'OUT_OF_DOMAIN', probability: null });
      expect(whole[1].first.targets[0].call).not.toBe('OUT_OF_DOMAIN');
    });

    it('are whole, and on time, beside one whose model is too slow', async () => {
      const slides = await world.maker.many(40);
      const late = slides.flatMap(({ bag }, index) => (bag.tileCount === 17 ? [index] : []));
      world.watched.holdBack(({ shape, model }) => shape[1] === 17 && model === MODELS.second);
      const { data, errors, ms } = await world.ask(TWO, idsOf(slides), { timeoutMs: 2_000 });
      expect(late).not.toEqual([]);
      expect(new Set(errors.map(({ extensions }) => extensions['code']))).toEqual(new Set(['MODEL_TIMEOUT']));
      const places = errors.map(({ path = [] }) => path.join(' '));
      expect(places.toSorted()).toEqual(late.map((index) => `slides ${index} second`).toSorted());
      expect(data.slides.filter(({ first, second }: Json) => first && second)).toHaveLength(40 - late.length);
      expect(ms).toBeLessThan(2_000 + 300);
      // What was answered in time is stored, though the others never came.
      world.watched.forget();
      const again = await world.ask(TWO, idsOf(slides));
      expectWhole(again, VERSIONS);
      expect(world.watched.infers).toHaveLength(late.length);
    });

    it('are whole under one version while another one hangs', async () => {
      const slides = idsOf(await world.maker.many(60));
      world.watched.holdBack(({ model }) => model === MODELS.second);
      const { data, errors } = await world.ask(TWO, slides, { timeoutMs: 2_500 });
      expect(data.slides.every(({ first, second }: Json) => first !== null && second === null)).toBe(true);
      const codes = new Set(errors.map(({ extensions }) => extensions['code']));
      expect([...codes].toSorted()).toEqual(['DEADLINE_EXCEEDED', 'MODEL_TIMEOUT']);
      // Those that could not be asked any more were not asked.
      expect(world.watched.infers.filter(({ model }) => model === MODELS.second).length).toBeLessThanOrEqual(8);
      await until(() => world.watched.abandoned > 0);
    });

    it('are asked no further when nobody waits for them any more', async () => {
      const slides = idsOf(await world.maker.many(60));
      world.watched.holdBack(() => true);
      const leaving = new AbortController();
      const asking = world.ask(TWO, slides, { signal: leaving.signal });
      await until(() => world.watched.infers.length >= 4);
      leaving.abort();
      await expect(asking).rejects.toThrow('aborted');
      await until(() => world.watched.abandoned === world.watched.infers.length);
      const asked = world.watched.infers.length;
      await sleep(300);
      expect(world.watched.infers).toHaveLength(asked);
      expect(asked).toBeLessThanOrEqual(world.gateway.config.limits.serverInFlight);
      world.watched.forget();
      expectWhole(await world.ask(TWO, slides), VERSIONS);
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
