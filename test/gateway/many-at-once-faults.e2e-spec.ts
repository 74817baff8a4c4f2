import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { digestOf } from '#test/examples';
import { type Json } from '#test/json';
import { type MadeSlide } from '#test/many-slides';
import { expectWhole, idsOf, type ManyWorld, MODELS, openManyWorld, TWO, VERSIONS } from '#test/many-world';
import { DEMO_MODELS } from '#test/open-test-gateway';
import { storeKinds } from '#test/stores';
import { startServer, until, type ServerProcess } from '../model-server/start-server.js';

const UNKNOWN_TOO = TWO.replace('{ id', '{ id none: prediction(model: "demo-dense-focus/99") { tileCount }');

let server: ServerProcess;
beforeAll(async () => {
  server = await startServer('--models', DEMO_MODELS);
});
afterAll(() => server?.stop());

describe.each(storeKinds)('many slides at once, on the $kind store', (kind) => {
  describe.skipIf(kind.skip)('where some fail', () => {
    let world: ManyWorld;

    beforeAll(async () => {
      world = await openManyWorld(kind, server.url, 1);
    });
    afterAll(() => world?.close());
    beforeEach(() => world.watched.forget());

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
      expectWhole({ data: { slides: whole }, errors: [] }, VERSIONS);
      expect(data.slides[codes.length]).toBeNull();
      expect(whole[0].first.targets[0]).toMatchObject({ call: 'OUT_OF_DOMAIN', probability: null });
      expect(whole[1].first.targets[0].call).not.toBe('OUT_OF_DOMAIN');
    });

    it('are whole, and on time, beside one whose model is too slow', async () => {
      const slides = await world.maker.many(40);
      const late = slides.flatMap(({ bag }, index) => (bag.tileCount === 17 ? [index] : []));
      world.watched.holdBack(({ shape, model }) => shape[1] === 17 && model === MODELS.second);
      const { data, errors, ms } = await world.ask(TWO, idsOf(slides), { timeoutMs: 3_000 });
      expect(late).not.toEqual([]);
      expect(new Set(errors.map(({ extensions }) => extensions['code']))).toEqual(new Set(['MODEL_TIMEOUT']));
      const places = errors.map(({ path = [] }) => path.join(' '));
      expect(places.toSorted()).toEqual(late.map((index) => `slides ${index} second`).toSorted());
      expect(data.slides.filter(({ first, second }: Json) => first && second)).toHaveLength(40 - late.length);
      expect(ms).toBeLessThan(3_000 + 300);
      // What was answered in time is stored, though the others never came.
      world.watched.forget();
      const again = await world.ask(TWO, idsOf(slides));
      expectWhole(again, VERSIONS);
      expect(world.watched.infers).toHaveLength(late.length);
    });

    it('are whole under one version while another one hangs', async () => {
      const slides = idsOf(await world.maker.many(60));
      world.watched.holdBack(({ model }) => model === MODELS.second);
      const { data, errors } = await world.ask(TWO, slides, { timeoutMs: 3_000 });
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
  });
});
