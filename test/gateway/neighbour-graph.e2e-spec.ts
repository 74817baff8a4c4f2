import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DataSource } from 'typeorm';
import { createCohort } from '#test/cohorts';
import { indexed } from '#test/embedding-indexes';
import { type Json } from '#test/json';
import { SlideMaker, type MadeSlide } from '#test/many-slides';
import { openTestGateway, type TestGateway } from '#test/open-test-gateway';
import { storeKinds } from '#test/stores';

const TILES = 'local:demo-lite0/1';
const EXACT_VECTORS = 60;
const FIELDS = `{ searched method efSearch recallAt10 isCurrent neighbours { row similarity slideId tile { x y } } }`;

describe.each(storeKinds)('a graph of neighbours, on the $kind store', (kind) => {
  describe.skipIf(kind.skip)('over more vectors than are looked at one by one', () => {
    let gateway: TestGateway;
    let slides: readonly MadeSlide[];
    let job: Json;

    const nearest = async (rest: string): Promise<Json> =>
      (
        await gateway.data(
          `{ nearest(model: "${TILES}", tile: {slideId: "${slides[2]?.id}", x: 326, y: 326}, ${rest}) ${FIELDS} }`,
        )
      ).nearest;
    const graphRows = async (): Promise<readonly Json[]> =>
      gateway.gateway.app
        .get(DataSource, { strict: false })
        .query('SELECT generation_id, count(*)::integer AS count FROM embedding_vector GROUP BY 1');
    const cohort = (ids: readonly string[], expectedRevision?: number) =>
      createCohort(gateway, { id: 'tiles', name: 'T', csv: ['slide', ...ids].join('\n'), expectedRevision });

    beforeAll(async () => {
      gateway = await openTestGateway(kind, {
        limits: { exactVectors: EXACT_VECTORS },
        modelServers: [{ id: 'none', url: 'http://127.0.0.1:9', placements: [] }],
      });
      const maker = await SlideMaker.of(gateway);
      slides = [maker.imported, ...(await maker.many(11))];
      await cohort(slides.map(({ id }) => id));
      job = await indexed(gateway, { model: TILES, cohort: 'tiles' });
    }, 120_000);
    afterAll(() => gateway?.close());

    it('is built, and how much it finds is measured', async () => {
      const count = slides.reduce((sum, { bag }) => sum + bag.tileCount, 0);
      expect(count).toBeGreaterThan(EXACT_VECTORS);
      expect(job).toMatchObject({ state: 'SUCCEEDED', stage: 'linking', done: count, total: count });
      const { search, recall, vectorCount } = job.embeddingIndex.serving;
      expect([search, vectorCount]).toEqual(['HNSW', count]);
      expect(recall.at(-1).recallAt10).toBeGreaterThanOrEqual(0.95);
      expect((await graphRows()).map((row) => row.count)).toEqual([count]);
    });

    it('finds what a look at every vector finds, with the same similarities', async () => {
      const walked = await nearest('k: 8');
      const exact = await nearest('k: 8, search: {exact: true}');
      expect(walked).toMatchObject({ method: 'HNSW', efSearch: 40, recallAt10: expect.any(Number) });
      expect(exact).toMatchObject({ method: 'EXACT', efSearch: null, recallAt10: 1, searched: walked.searched });
      expect(walked.neighbours).toEqual(exact.neighbours);
      expect(await nearest('k: 8, search: {efSearch: 20}')).toMatchObject({
        method: 'HNSW',
        efSearch: 20,
        recallAt10: null,
      });
      const { errors } = await gateway.ask(
        `{ nearest(model: "${TILES}", slide: "x", search: {efSearch: 5}) { searched } }`,
      );
      expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'search.efSearch' });
    });

    it('keeps to a filter, by walking on or by looking at every vector that may be found', async () => {
      const [first] = slides;
      const without = await nearest(`k: 8, filter: {excludeSlides: ["${first?.id}"]}`);
      expect(without.method).toBe('HNSW');
      const expected = await nearest(`k: 8, filter: {excludeSlides: ["${first?.id}"]}, search: {exact: true}`);
      expect(without.neighbours).toEqual(expected.neighbours);
      const many = slides.slice(4).map(({ id }) => `"${id}"`);
      const few = await nearest(`k: 100, filter: {excludeSlides: [${many.join(', ')}]}`);
      expect(few.method).toBe('EXACT');
      expect(few.neighbours).toHaveLength(few.searched);
    });

    it('goes when another generation is served', async () => {
      const kept = slides.slice(0, 10);
      await cohort(
        kept.map(({ id }) => id),
        1,
      );
      expect(await nearest('k: 3')).toMatchObject({ isCurrent: false, method: 'HNSW' });
      const { embeddingIndex } = await indexed(gateway, { model: TILES, cohort: 'tiles' });
      const count = kept.reduce((sum, { bag }) => sum + bag.tileCount, 0);
      expect(await graphRows()).toEqual([{ generation_id: embeddingIndex.serving.id, count }]);
      expect(await nearest('k: 3')).toMatchObject({ isCurrent: true, method: 'HNSW' });
    });
  });
});
