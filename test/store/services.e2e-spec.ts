import type { Database } from '#libs/database';
import { BadUserInput, Conflict, NotFound, StoreDamaged } from '#libs/errors';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { AnswerStore } from '#gateway/answer-store';
import { FileBlobStore } from '#gateway/blob-store';
import { FeatureStore } from '#gateway/feature-store';
import { SlideCatalog, type Slide } from '#gateway/slide-catalog';
import { digestOf, exampleAnswer, exampleBag, exampleSlide } from '#test/examples';
import { storeKinds, type TestStore } from '#test/stores';

describe.each(storeKinds)('on the $kind store', ({ skip, create }) => {
  describe.skipIf(skip)('with one database', () => {
    let store: TestStore;
    let database: Database;
    let blobs: FileBlobStore;

    beforeAll(async () => {
      store = await create();
      database = await store.open();
      blobs = await FileBlobStore.open(join(store.dataDir, 'blobs'));
    });

    afterAll(async () => {
      await database.close();
      await store.remove();
    });

    /** How many statements the work needs. */
    async function statementsOf(work: () => Promise<unknown>): Promise<number> {
      const createRunner = vi.spyOn(database.dataSource, 'createQueryRunner');
      await work();
      const count = createRunner.mock.calls.length;
      createRunner.mockRestore();
      return count;
    }

    describe('SlideCatalog', () => {
      const catalog = (): SlideCatalog => new SlideCatalog(database.dataSource);

      it('gives a slide back as it was added', async () => {
        const added = await catalog().add('s1', exampleSlide('a', { stain: 'HE', sizeBytes: 9_007_199_254_740_991 }));
        const [read] = await catalog().byIds('s1', [added.id]);
        expect(read).toEqual(added);
        expect(read).toMatchObject({
          ...exampleSlide('a'),
          stain: 'HE',
          sizeBytes: 9_007_199_254_740_991,
          tenant: 's1',
        });
        expect(added.id).toMatch(/^sld_[0-9a-f]{32}$/);
      });

      it('adds the same file once, also twelve times at once', async () => {
        const all = await Promise.all(Array.from({ length: 12 }, () => catalog().add('s2', exampleSlide('b'))));
        expect(new Set(all.map(({ id }) => id)).size).toBe(1);
        expect(await catalog().count('s2')).toBe(1);
      });

      it('fills in what was not stated before, and follows a moved file', async () => {
        await catalog().add('s3', exampleSlide('c', { mpp: null }));
        await catalog().add('s3', exampleSlide('c', { mpp: null, mppStated: 0.5, path: '/moved/c.svs' }));
        const { id } = await catalog().add('s3', exampleSlide('c', { mpp: null, path: '/moved/c.svs' }));
        const [read] = await catalog().byIds('s3', [id]);
        expect(read).toMatchObject({ mppStated: 0.5, path: '/moved/c.svs' });
      });

      it('refuses to state something else, and changes nothing then', async () => {
        const { id } = await catalog().add('s4', exampleSlide('d', { mppStated: 0.5, organ: 'lung' }));
        const other = exampleSlide('d', { mppStated: 0.25, organ: 'lung', site: 'X', path: '/elsewhere' });
        const error: unknown = await catalog()
          .add('s4', other)
          .catch((caught: unknown) => caught);
        expect(error).toBeInstanceOf(Conflict);
        expect(error).toMatchObject({ facts: { fields: ['mppStated'] } });
        expect(await catalog().byIds('s4', [id])).toMatchObject([
          { mppStated: 0.5, site: null, path: '/slides/d.svs' },
        ]);
      });

      it('answers ids in their order with null for the unknown and for another tenant, in one statement', async () => {
        const mine = await catalog().add('s5', exampleSlide('e'));
        const foreign = await catalog().add('s6', exampleSlide('e'));
        expect(foreign.id).not.toBe(mine.id);
        let found: readonly (Slide | null)[] = [];
        const ids = [foreign.id, mine.id, 'sld_nothing', mine.id];
        expect(await statementsOf(async () => (found = await catalog().byIds('s5', ids)))).toBe(1);
        expect(found.map((slide) => slide?.id ?? null)).toEqual([null, mine.id, null, mine.id]);
      });

      it('pages through all rows once, newest first, also when rows have the same time and more are added', async () => {
        const names = Array.from({ length: 23 }, (_, i) => `page ${i}`);
        await Promise.all(names.map((name) => catalog().add('s7', exampleSlide(name))));
        const seen: Slide[] = [];
        for (let after: string | null = null; ;) {
          const page = await catalog().page('s7', { first: 5, after });
          seen.push(...page.edges.map(({ node }) => node));
          if (seen.length === 5) await catalog().add('s7', exampleSlide('added meanwhile'));
          if (!page.hasNextPage) break;
          after = page.edges.at(-1)?.cursor ?? null;
        }
        expect(seen).toHaveLength(23);
        expect(new Set(seen.map(({ digest }) => digest))).toEqual(
          new Set(names.map((name) => exampleSlide(name).digest)),
        );
        const keys = seen.map(({ createdAt, id }) => `${createdAt.toISOString()} ${id}`);
        expect(keys).toEqual(keys.toSorted().reverse());
      });

      it('refuses a cursor of another tenant, a made-up one and a page of nothing', async () => {
        await catalog().add('s8', exampleSlide('f'));
        await catalog().add('s8', exampleSlide('g'));
        const page = await catalog().page('s8', { first: 1 });
        const cursor = page.edges[0]?.cursor ?? '';
        expect((await catalog().page('s8', { first: 1, after: cursor })).edges).toHaveLength(1);
        for (const [tenant, request] of [
          ['s7', { first: 1, after: cursor }],
          ['s8', { first: 1, after: 'ZZPHI' }],
          ['s8', { first: 0 }],
          ['s8', { first: 501 }],
        ] as const) {
          const error: unknown = await catalog()
            .page(tenant, request)
            .catch((caught: unknown) => caught);
          expect(error).toBeInstanceOf(BadUserInput);
          expect(String(error)).not.toContain('ZZPHI');
        }
      });
    });

    describe('FeatureStore', () => {
      const features = (): FeatureStore => new FeatureStore(database.dataSource, blobs);
      const addSlide = (seed: string, tenant = 'f'): Promise<Slide> =>
        new SlideCatalog(database.dataSource).add(tenant, exampleSlide(seed));

      it('writes a bag batch by batch, and loads the same numbers', async () => {
        const writer = await features().beginBag(exampleBag(await addSlide('a')));
        await writer.append(Float32Array.of(1, 2, 3, 4, 5, 6), Int32Array.of(0, 0, 448, 0));
        await writer.append(Float32Array.of(0.1, -0, 1e-45), Int32Array.of(-7, 2_147_483_647));
        const bag = await writer.finish({ tilesSeen: 9 });
        const loaded = await features().load(bag);
        expect(loaded.features).toEqual(Float32Array.of(1, 2, 3, 4, 5, 6, 0.1, -0, 1e-45));
        expect(loaded.coords).toEqual(Int32Array.of(0, 0, 448, 0, -7, 2_147_483_647));
        expect([loaded.count, loaded.dim]).toEqual([3, 3]);
        expect(await features().byDigest('f', bag.digest)).toEqual(bag);
        expect(bag).toMatchObject({ tileCount: 3, plan: { tilesSeen: 9 }, recipe: { mpp: 0.5 }, tileEdgePx: 448.9 });
        expect(bag.meanEmbedding).toEqual(Float32Array.of(Math.fround((5 + Math.fround(0.1)) / 3), 7 / 3, 3));
      });

      it('sums the mean in float64: 16,777,216 and three ones are not lost', async () => {
        const writer = await features().beginBag(exampleBag(await addSlide('mean'), { dim: 1 }));
        await writer.append(
          Float32Array.of(16_777_216, 1, 1, 1),
          Int32Array.from({ length: 8 }, (_, i) => i),
        );
        // In float32, 16,777,216 + 1 is 16,777,216 again, and the mean would be 4,194,304. It is 4,194,304.75, a tie that rounds up to even.
        expect((await writer.finish(null)).meanEmbedding).toEqual(Float32Array.of(4_194_305));
      });

      it('is the same bag for the same slide, preprocessing and encoder, and another for any that differs', async () => {
        const slide = await addSlide('identity');
        const write = async (changes: Parameters<typeof exampleBag>[1], value = 1): Promise<string> => {
          const writer = await features().beginBag(exampleBag(slide, changes));
          await writer.append(Float32Array.of(value, 2, 3), Int32Array.of(0, 0));
          return (await writer.finish(null)).digest;
        };
        const first = await write({});
        expect(await write({})).toBe(first);
        const others = [
          await write({ preprocessingDigest: digestOf('other') }),
          await write({ encoder: { name: 'uni', version: '2', digest: digestOf('uni 2') } }),
          await write({ origin: 'IMPORTED' }),
          await write({ origin: 'IMPORTED' }, 5),
        ];
        expect(new Set([first, ...others]).size).toBe(5);
        await expect(write({}, 9)).rejects.toMatchObject({ code: 'CONFLICT', facts: { fields: ['featuresBlob'] } });
        const kept = await features().byDigest('f', first);
        expect(kept && (await features().load(kept)).features).toEqual(Float32Array.of(1, 2, 3));
      });

      it('refuses sizes that do not agree, numbers that are not finite, no tile at all, and leaves nothing behind', async () => {
        const slide = await addSlide('refused');
        const cases: [Float32Array, Int32Array | Float64Array][] = [
          [Float32Array.of(1, 2), Int32Array.of(0, 0)],
          [Float32Array.of(1, 2, Number.NaN), Int32Array.of(0, 0)],
          [Float32Array.of(1, 2, Number.POSITIVE_INFINITY), Int32Array.of(0, 0)],
          [Float32Array.of(1, 2, 3), Float64Array.of(0, 0)],
        ];
        for (const [values, coords] of cases) {
          const writer = await features().beginBag(exampleBag(slide));
          await expect(writer.append(values, coords)).rejects.toBeInstanceOf(RangeError);
          await writer.discard();
        }
        const empty = await features().beginBag(exampleBag(slide));
        await expect(empty.finish(null)).rejects.toBeInstanceOf(RangeError);
        expect(await features().bagsOfSlides('f', [slide.id])).toEqual([[]]);
        expect(await readdir(join(store.dataDir, 'blobs', 'drafts'))).toEqual([]);
      });

      it('refuses a bag of a slide that the tenant does not have', async () => {
        const foreign = await addSlide('foreign', 'other tenant');
        const writer = await features().beginBag(exampleBag({ ...foreign, tenant: 'f' }));
        await writer.append(Float32Array.of(1, 2, 3), Int32Array.of(0, 0));
        await expect(writer.finish(null)).rejects.toBeInstanceOf(NotFound);
      });

      it('lists the bags of many slides in one statement, in the order of the ids', async () => {
        const slides = await Promise.all(['l1', 'l2', 'l3'].map((seed) => addSlide(seed)));
        for (const [slide, version] of [
          [slides[0], '1'],
          [slides[0], '2'],
          [slides[2], '1'],
        ] as const) {
          if (!slide) throw new Error('no slide');
          const encoder = { name: 'uni', version, digest: digestOf(`uni ${version}`) };
          const writer = await features().beginBag(exampleBag(slide, { encoder, coordsDatatype: 'FP64' }));
          await writer.append(Float32Array.of(1, 2, 3), Float64Array.of(0.25, 1e300));
          await writer.finish(null);
        }
        const ids = slides.map(({ id }) => id).reverse();
        let found: Awaited<ReturnType<FeatureStore['bagsOfSlides']>> = [];
        expect(await statementsOf(async () => (found = await features().bagsOfSlides('f', [...ids, 'sld_x'])))).toBe(1);
        expect(found.map((bags) => bags.map((bag) => bag.encoderVersion))).toEqual([['1'], [], ['1', '2'], []]);
        expect(await features().bagsOfSlides('other', ids)).toEqual([[], [], []]);
        const [bag] = found[0] ?? [];
        expect(bag && (await features().load(bag)).coords).toEqual(Float64Array.of(0.25, 1e300));
      });

      it('reads a bag once for callers at the same time, and not again while there is room', async () => {
        const writer = await features().beginBag(exampleBag(await addSlide('cache')));
        await writer.append(Float32Array.of(1, 2, 3), Int32Array.of(0, 0));
        const bag = await writer.finish(null);
        const read = vi.spyOn(blobs, 'read');
        const roomy = features();
        const abort = new AbortController();
        const waiting = roomy.load(bag, abort.signal);
        const others = [roomy.load(bag), roomy.load(bag)];
        abort.abort(new Error('went away'));
        await expect(waiting).rejects.toThrow('went away');
        const [one, two] = await Promise.all(others);
        expect(one?.features).toBe(two?.features);
        await roomy.load(bag);
        expect(read).toHaveBeenCalledTimes(2);
        const tight = new FeatureStore(database.dataSource, blobs, { cacheBytes: 8 });
        await tight.load(bag);
        await tight.load(bag);
        expect(read).toHaveBeenCalledTimes(6);
        read.mockRestore();
      });

      it('reports a flipped bit in the features and serves nothing', async () => {
        const writer = await features().beginBag(exampleBag(await addSlide('damaged')));
        await writer.append(Float32Array.of(11, 12, 13), Int32Array.of(0, 0));
        const bag = await writer.finish(null);
        const file = join(store.dataDir, 'blobs', bag.featuresBlob.slice(0, 2), bag.featuresBlob.slice(2));
        const bytes = await readFile(file);
        bytes.writeUInt8(bytes.readUInt8(5) ^ 1, 5);
        await writeFile(file, bytes);
        await expect(features().load(bag)).rejects.toBeInstanceOf(StoreDamaged);
      });
    });

    describe('AnswerStore', () => {
      const answers = (): AnswerStore => new AnswerStore(database.dataSource);

      it('gives numbers back bit by bit', async () => {
        const values = [
          0,
          -0,
          0.1,
          1 / 3,
          5e-324,
          2.2250738585072014e-308,
          1.7976931348623157e308,
          -1e21,
          123456789012345680000,
        ];
        const float32 = [Math.fround(0.1), 1.401298464324817e-45, 3.4028234663852886e38].map(Math.fround);
        const random = Array.from({ length: 500 }, (_, i) => Math.sin(i * 12.9898) * 10 ** ((i % 600) - 300));
        const outputs = { values, float32, random, nested: { name: 'ROS1', flag: true, nothing: null } };
        const saved = await answers().save(exampleAnswer('a1', 'bits', { outputs }));
        const read = await answers().byId('a1', saved.id);
        expect(bitsOf(read?.outputs)).toEqual(bitsOf(outputs));
        expect(read).toEqual(saved);
      });

      it('refuses what would come back as something else, and saves the others of the same moment', async () => {
        const store = answers();
        const results = await Promise.allSettled([
          store.save(exampleAnswer('a2', 'good')),
          store.save(exampleAnswer('a2', 'nan', { outputs: { logit: Number.NaN } })),
          store.save(exampleAnswer('a2', 'nul', { outputs: { name: 'a\0b' } })),
          store.save(exampleAnswer('a2', 'half', { outputs: { name: '\ud800' } })),
        ]);
        expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'rejected']);
        expect(await store.byId('a2', exampleAnswer('a2', 'nan').id)).toBeNull();
      });

      it('writes many new answers of one moment with one statement, and answers each caller', async () => {
        const store = answers();
        const list = Array.from({ length: 300 }, (_, i) => exampleAnswer('a3', `many ${i}`, { outputs: { i } }));
        let saved: Awaited<ReturnType<AnswerStore['save']>>[] = [];
        const count = await statementsOf(async () => {
          saved = await Promise.all(list.map((answer) => store.save(answer)));
        });
        expect(count).toBe(1);
        expect(saved.map(({ outputs }) => outputs)).toEqual(list.map(({ outputs }) => outputs));
        const ids = [...list.map(({ id }) => id).reverse(), 'unknown'];
        const found = await store.findMany('a3', ids);
        expect(found.map((answer) => answer?.id ?? null)).toEqual([...ids.slice(0, -1), null]);
        expect(await store.findMany('a4', ids.slice(0, 2))).toEqual([null, null]);
      });

      it('keeps the first answer of an id: the same again is the same, another one a conflict', async () => {
        const store = answers();
        const first = await store.save(exampleAnswer('a5', 'x', { outputs: { a: 1, b: -0 } }));
        const again = exampleAnswer('a5', 'x', { outputs: { b: -0, a: 1 }, provenance: { server: 'another' } });
        expect(await store.save(again)).toEqual(first);
        for (const outputs of [{ a: 1, b: 0 }, { a: 1 }, { a: 1.0000000000000002, b: -0 }]) {
          await expect(store.save(exampleAnswer('a5', 'x', { outputs }))).rejects.toBeInstanceOf(Conflict);
        }
        expect(await store.byId('a5', first.id)).toEqual(first);
      });

      it('tells two answers of one id in one moment apart', async () => {
        const store = answers();
        const results = await Promise.allSettled([
          store.save(exampleAnswer('a6', 'y', { outputs: { a: 1 } })),
          store.save(exampleAnswer('a6', 'y', { outputs: { a: 1 } })),
          store.save(exampleAnswer('a6', 'y', { outputs: { a: 2 } })),
        ]);
        expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected']);
      });
    });
  });
});

/** Every number as its eight bytes. */
function bitsOf(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_, item: unknown) =>
      typeof item === 'number' ? Buffer.from(Float64Array.of(item).buffer).toString('hex') : item,
    ),
  );
}
