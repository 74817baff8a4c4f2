import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCohort } from '#test/cohorts';
import { FOUND, indexed } from '#test/embedding-indexes';
import { type Json } from '#test/json';
import { idsOf, openManyWorld, type ManyWorld, MODELS } from '#test/many-world';
import { DEMO_MODELS } from '#test/open-test-gateway';
import { storeKinds } from '#test/stores';
import { startServer, type ServerProcess } from '../model-server/start-server.js';

const SLIDES = 12;
const MODEL = `local:${MODELS.mean}`;
const TILES = 'local:demo-lite0/1';

let server: ServerProcess;
beforeAll(async () => {
  server = await startServer('--models', DEMO_MODELS);
});
afterAll(() => server?.stop());

/** Cosines in double precision, by their definition. */
function cosine(a: Float32Array, b: Float32Array): number {
  const dot = (x: Float32Array, y: Float32Array) => x.reduce((sum, value, i) => sum + value * (y[i] ?? NaN), 0);
  return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
}

function floats(base64: string): Float32Array {
  return new Float32Array(Uint8Array.from(Buffer.from(base64, 'base64')).buffer);
}

describe.each(storeKinds)('neighbours, on the $kind store', (kind) => {
  describe.skipIf(kind.skip)('among the slides of a cohort', () => {
    let world: ManyWorld;
    let ids: readonly string[];
    let job: Json;
    let vectors: readonly Float32Array[];

    const similar = async (id: string, rest = ''): Promise<Json> =>
      (await world.gateway.data(`{ slide(id: "${id}") { similar(model: "${MODEL}" ${rest}) ${FOUND} } }`)).slide
        .similar;
    const refused = async (query: string): Promise<Json> => (await world.gateway.ask(query)).errors[0]?.extensions;

    beforeAll(async () => {
      world = await openManyWorld(kind, server.url, SLIDES);
      ids = idsOf(world.slides);
      const bare = await world.maker.bare();
      const rows = [...ids, bare].map((id, index) => `${id},p${Math.floor(index / 3)},site ${index % 2}`);
      await createCohort(world.gateway, { id: 'slides', name: 'S', csv: ['slide,patient,site', ...rows].join('\n') });
      job = await indexed(world.gateway, { model: MODEL, cohort: 'slides' });
      const query = `query E($ids: [ID!]!) { slides(ids: $ids) { embedding(model: "${MODEL}") { values spaceId } } }`;
      const { slides } = await world.gateway.data(query, { ids });
      vectors = slides.map((slide: Json) => floats(slide.embedding.values));
      expect(job.embeddingIndex.serving.spaceId).toBe(slides[0].embedding.spaceId);
    }, 120_000);
    afterAll(() => world?.close());

    it('stand in an index that says what it holds, and what it lacks', () => {
      expect(job).toMatchObject({ state: 'SUCCEEDED', stage: 'packing', done: SLIDES + 1, error: null });
      expect(job.embeddingIndex).toMatchObject({ cohort: 'slides', model: MODEL, building: null });
      expect(job.embeddingIndex.serving).toMatchObject({
        ...{ version: MODEL, level: 'SLIDE', dimension: 1280, datatype: 'FP32', l2Normalised: false },
        ...{ cohortRevision: 1, vectorCount: SLIDES, missing: [{ code: 'FEATURES_MISSING', count: 1 }] },
        recipe: { tensor: 'embedding', outputVariant: 'POOLED', precision: 'FP32', aggregation: null },
      });
    });

    it('are those with the greatest cosines, without the slide that is asked about', async () => {
      const found = await similar(ids[4] ?? '', 'k: 5');
      const expected = vectors
        .map((vector, row) => ({ row, similarity: cosine(vectors[4] ?? vector, vector) }))
        .filter(({ row }) => row !== 4)
        .sort((a, b) => b.similarity - a.similarity || a.row - b.row)
        .slice(0, 5);
      expect(found).toMatchObject({ isCurrent: true, searched: SLIDES - 1, method: 'EXACT', cohort: 'slides' });
      expect(found.neighbours.map(({ row }: Json) => row)).toEqual(expected.map(({ row }) => row));
      for (const [index, neighbour] of found.neighbours.entries()) {
        expect(neighbour.similarity).toBeCloseTo(expected[index]?.similarity ?? NaN, 6);
        expect(neighbour).toMatchObject({
          rank: index + 1,
          slideId: ids[neighbour.row],
          slide: { id: ids[neighbour.row] },
        });
      }
    });

    it("are found by a vector of one's own, and refused to a vector of another space", async () => {
      const [values = []] = vectors.map((vector) => [...vector]);
      const query = `query N($v: VectorInput!) { nearest(model: "${MODEL}", vector: $v, k: 3) ${FOUND} }`;
      const { spaceId } = job.embeddingIndex.serving;
      const { nearest } = await world.gateway.data(query, { v: { values, spaceId } });
      expect(nearest).toMatchObject({ searched: SLIDES });
      expect(nearest.neighbours[0]).toMatchObject({ row: 0, slideId: ids[0] });
      expect(nearest.neighbours[0].similarity).toBeCloseTo(1, 6);
      const other = 'f'.repeat(64);
      const { errors } = await world.gateway.ask(query, { v: { values, spaceId: other } });
      expect(errors[0]?.extensions).toMatchObject({ code: 'SPACES_DIFFER', needed: spaceId, found: other });
      const short = await world.gateway.ask(query, { v: { values: [1, 2], spaceId } });
      expect(short.errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'vector' });
    });

    it('are filtered before they are ranked', async () => {
      const [, near] = (await similar(ids[4] ?? '', 'k: 2')).neighbours;
      const without = await similar(ids[4] ?? '', `k: 100, filter: {excludeSlides: ["${near.slideId}"]}`);
      expect(without.searched).toBe(SLIDES - 2);
      expect(without.neighbours).toHaveLength(SLIDES - 2);
      expect(without.neighbours.map(({ slideId }: Json) => slideId)).not.toContain(near.slideId);
      const others = await similar(ids[4] ?? '', 'k: 100, filter: {excludeSamePatient: true, cohort: "slides"}');
      expect(others.neighbours.map(({ patient }: Json) => patient)).not.toContain('p1');
      expect(others.searched).toBe(SLIDES - 3);
      const breast = await similar(ids[4] ?? '', 'filter: {organs: ["breast"]}');
      const facts = await world.gateway.data('query F($ids: [ID!]!) { slides(ids: $ids) { organ } }', { ids });
      const inBreast = facts.slides.filter(({ organ }: Json, i: number) => organ === 'breast' && i !== 4).length;
      expect(breast.searched).toBe(inBreast);
      expect(await similar(ids[4] ?? '', 'filter: {organs: ["lung"]}')).toMatchObject({ searched: 0, neighbours: [] });
    });

    it('of a tile are tiles, with their places', async () => {
      const tiles = await indexed(world.gateway, { model: TILES, cohort: 'slides' });
      const count = world.slides.reduce((sum, { bag }) => sum + bag.tileCount, 0);
      expect(tiles.embeddingIndex.serving).toMatchObject({ level: 'TILE', dimension: 1280, vectorCount: count });
      const { slides } = await world.gateway.data(
        `query N($id: ID!, $x: Int!, $y: Int!) { slides: nearest(model: "${TILES}", tile: {slideId: $id, x: $x, y: $y}, k: 4) ${FOUND} }`,
        { id: ids[3], x: 326, y: 326 },
      );
      expect(slides.searched).toBe(count - 1);
      const all = world.slides.flatMap(({ features, bag: { tileCount, dim } }) =>
        Array.from({ length: tileCount }, (_, tile) => features.slice(tile * dim, (tile + 1) * dim)),
      );
      const first = world.slides.slice(0, 3).reduce((sum, { bag }) => sum + bag.tileCount, 0);
      const expected = all.map((vector) => cosine(all[first + 1] ?? vector, vector));
      const best = expected.filter((_, row) => row !== first + 1).sort((a, b) => b - a);
      for (const [index, { row, similarity, tile }] of slides.neighbours.entries()) {
        expect(similarity).toBeCloseTo(best[index] ?? NaN, 12);
        expect(similarity).toBeCloseTo(expected[row] ?? NaN, 12);
        expect(tile).toMatchObject({ x: expect.any(Number), y: expect.any(Number), edgePx: expect.any(Number) });
      }
      const wrong = `{ nearest(model: "${TILES}", tile: {slideId: "${ids[3]}", x: 1, y: 1}) { searched } }`;
      expect(await refused(wrong)).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'tile' });
      const whole = `{ nearest(model: "${TILES}", slide: "${ids[3]}") { searched } }`;
      expect(await refused(whole)).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'slide' });
    });

    it('are made again for a later revision from what is stored, and the old ones are served until then', async () => {
      world.watched.forget();
      const [more] = await world.maker.many(1);
      const csv = ['slide', ...ids, more?.id].join('\n');
      await createCohort(world.gateway, { id: 'slides', name: 'S', csv, expectedRevision: 1 });
      const before = await similar(ids[0] ?? '');
      expect(before).toMatchObject({ isCurrent: false, cohortRevision: 1, searched: SLIDES - 1 });
      const again = await indexed(world.gateway, { model: MODEL, cohort: 'slides' });
      expect(again.embeddingIndex.serving).toMatchObject({ cohortRevision: 2, vectorCount: SLIDES + 1, missing: [] });
      expect(world.watched.infers).toHaveLength(1);
      expect(await similar(ids[0] ?? '')).toMatchObject({ isCurrent: true, cohortRevision: 2, searched: SLIDES });
    });

    it('are refused where nothing is indexed, or not one cohort is meant', async () => {
      const none = `{ nearest(model: "local:demo-dense-focus/1", slide: "${ids[0]}") { searched } }`;
      expect(await refused(none)).toMatchObject({ code: 'NOT_FOUND', mutation: 'indexEmbeddings' });
      await createCohort(world.gateway, { id: 'few', name: 'F', csv: ['slide', ...ids.slice(0, 3)].join('\n') });
      await indexed(world.gateway, { model: MODEL, cohort: 'few' });
      const two = `{ nearest(model: "${MODEL}", slide: "${ids[0]}") { searched } }`;
      expect(await refused(two)).toMatchObject({ argument: 'filter.cohort', cohorts: ['slides', 'few'] });
      const index = 'mutation I($input: IndexEmbeddingsInput!) { indexEmbeddings(input: $input) { id } }';
      for (const [input, code] of [
        [{ model: 'local:demo-dense-focus/1', cohort: 'few' }, 'BAD_USER_INPUT'],
        [{ model: MODEL, cohort: 'none' }, 'NOT_FOUND'],
        [{ model: 'local:nobody/1', cohort: 'few' }, 'MODEL_NOT_FOUND'],
      ] as const)
        expect((await world.gateway.ask(index, { input })).errors[0]?.extensions['code']).toBe(code);
      expect(await refused(`{ nearest(model: "${MODEL}") { searched } }`)).toMatchObject({ argument: 'vector' });
      expect(await refused(`{ nearest(model: "${MODEL}", slide: "x", k: 101) { searched } }`)).toMatchObject({
        argument: 'k',
      });
    });
  });
});
