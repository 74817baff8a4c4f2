import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addSlide, C6_FACTS, followJob, importCorner, prepare, V1 } from '#test/c6';
import { openTestGateway, type TestGateway } from '#test/open-test-gateway';
import { storeKinds } from '#test/stores';

// Same file, same model, same key names: only the tenant differs.
const KEYS = { 'north-one': ['READER', 'OPERATOR'], 'south-one': ['READER', 'OPERATOR'] } as const;

/** Every id argument of the schema, as an operation with the id as `$id`, and a random id of the same form. */
const ID_ARGUMENTS = [
  ['slide(id:)', 'slide', 'query ($id: ID!) { slide(id: $id) { id name mpp featureBags { digest } } }'],
  ['slides(ids:)', 'slide', 'query ($id: ID!) { slides(ids: [$id]) { id name } }'],
  [
    'prepareFeatures(slideId:)',
    'slide',
    'mutation ($id: ID!) { prepareFeatures(input: {slideId: $id, encoder: "demo-lite0/1"}) { id } }',
  ],
  [
    'importFeatures(slideId:)',
    'slide',
    'mutation ($id: ID!) { importFeatures(input: {slideId: $id, encoder: "demo-lite0/1", mpp: 1, path: "c6-features.trident.h5"}) { digest } }',
  ],
  ['answer(id:)', 'answer', 'query ($id: ID!) { answer(id: $id) { id prediction { tileCount } } }'],
  ['job(id:)', 'job', 'query ($id: ID!) { job(id: $id) { state } }'],
  ['cancelJob(id:)', 'job', 'mutation ($id: ID!) { cancelJob(id: $id) { state } }'],
  [
    'prediction(features:)',
    'bag',
    'query ($id: Digest!, $own: ID!) { slide(id: $own) { prediction(model: "demo-dense-focus/1", features: $id) { tileCount } } }',
  ],
  [
    'embedding(features:)',
    'bag',
    'query ($id: Digest!, $own: ID!) { slide(id: $own) { embedding(model: "demo-lite0-mean/1", features: $id) { tileCount } } }',
  ],
  ['genePanel(id:)', 'list', 'query ($id: ID!) { genePanel(id: $id) { name symbols { nodes } } }'],
  ['genePanel(digest:)', 'panelDigest', 'query ($id: Digest!) { genePanel(digest: $id) { name } }'],
  [
    'geneSetCollection(id:)',
    'list',
    'query ($id: ID!) { geneSetCollection(id: $id) { name sets { nodes { name } } } }',
  ],
] as const;
const RANDOM = {
  slide: `sld_${'0'.repeat(32)}`,
  answer: `ans_${'0'.repeat(40)}`,
  job: `job_${'0'.repeat(32)}`,
  bag: '0'.repeat(64),
  list: 'nobody',
  panelDigest: '0'.repeat(64),
  setsDigest: '0'.repeat(64),
};
const GENE_LISTS = `mutation {
  panel: importGenePanel(input: {id: "north-list", name: "Two", version: "1", namespace: HGNC, source: "none",
    licence: "CC0-1.0", text: "ALK"}) { digest }
  sets: importGeneSetCollection(input: {id: "north-list", name: "Two", version: "1", namespace: HGNC, source: "none",
    licence: "CC0-1.0", text: "FUSIONS\\tpartners\\tALK"}) { digest } }`;

describe.each(storeKinds)('two tenants, on the $kind store', (kind) => {
  describe.skipIf(kind.skip)('with the same slide', () => {
    let gateway: TestGateway;
    let north: Record<keyof typeof RANDOM, string>;
    let own: string;

    const withoutRequestId = (text: string): string => text.replace(/"requestId":"[^"]+"/g, '"requestId":""');

    beforeAll(async () => {
      gateway = await openTestGateway(kind, { keys: KEYS });
      const slide = await addSlide(gateway, 'C6.tiff', { ...C6_FACTS, name: 'north only' }, 'north-one');
      const bag = await importCorner(gateway, slide, 'north-one');
      const query = `{ slide(id: "${slide}") { prediction(model: "${V1}") { provenance { answerId } } } }`;
      const answer = (await gateway.data(query, {}, 'north-one')).slide.prediction.provenance.answerId;
      const cmu = await addSlide(gateway, 'CMU-1-Small-Region.svs', {}, 'north-one');
      const job = await prepare(gateway, cmu, 'north-one');
      await followJob(gateway, job, 'north-one');
      const lists = await gateway.data(GENE_LISTS, {}, 'north-one');
      const digests = { panelDigest: lists.panel.digest, setsDigest: lists.sets.digest };
      north = { slide, answer, job, bag, list: 'north-list', ...digests };
      own = await addSlide(gateway, 'C6.tiff', C6_FACTS, 'south-one');
    }, 120_000);
    afterAll(() => gateway?.close());

    it('have ids of their own for the same file, and do not see each other in lists', async () => {
      expect(own).not.toBe(north.slide);
      const lists = '{ slideCatalog { totalCount nodes { id name } } jobs { nodes { id } } viewer { tenant } }';
      const ofSouth = await gateway.data(lists, {}, 'south-one');
      expect(ofSouth).toEqual({
        slideCatalog: { totalCount: 1, nodes: [{ id: own, name: null }] },
        jobs: { nodes: [] },
        viewer: { tenant: 'south' },
      });
      const ofNorth = await gateway.data(lists, {}, 'north-one');
      expect([ofNorth.slideCatalog.totalCount, ofNorth.jobs.nodes]).toEqual([2, [{ id: north.job }]]);
    });

    it.each(ID_ARGUMENTS)('%s answers a foreign id byte by byte as a random one', async (_argument, noun, query) => {
      const ask = (id: string, key: string) =>
        gateway.ask(query, { id, own: key === 'north-one' ? north.slide : own }, key);
      const [foreign, random] = [await ask(north[noun], 'south-one'), await ask(RANDOM[noun], 'south-one')];
      expect(foreign.errors[0]?.extensions['code']).toBe('NOT_FOUND');
      expect([foreign.status, withoutRequestId(foreign.text)]).toEqual([random.status, withoutRequestId(random.text)]);
      // The id is right: its owner gets an answer.
      expect((await ask(north[noun], 'north-one')).errors).toEqual([]);
    });

    it('download nothing of each other, and cannot tell it from what does not exist', async () => {
      const routes = [
        (of: typeof RANDOM) => `/slides/${of.slide}/thumbnail.jpg`,
        (of: typeof RANDOM) => `/features/${of.bag}/features.npy`,
        (of: typeof RANDOM) => `/features/${of.bag}/coords.npy`,
        (of: typeof RANDOM) => `/gene-panels/${of.panelDigest}/genes.txt`,
        (of: typeof RANDOM) => `/gene-set-collections/${of.setsDigest}/sets.gmt`,
        (of: typeof RANDOM) => `/answers/${of.answer}/coords.npy`,
        (of: typeof RANDOM) => `/answers/${of.answer}/arrays/logit.npy`,
        (of: typeof RANDOM) => `/answers/${of.answer}/maps/TILE_CLASS.npy`,
        (of: typeof RANDOM) => `/answers/${of.answer}/maps/TILE_CLASS.png`,
      ];
      for (const route of routes) {
        const [foreign, random] = [
          await gateway.get(route(north), {}, 'south-one'),
          await gateway.get(route(RANDOM), {}, 'south-one'),
        ];
        expect([foreign.status, foreign.headers['content-type']]).toEqual([404, random.headers['content-type']]);
        expect(String(foreign.headers['content-type'])).toContain('application/json');
        expect(JSON.parse(foreign.bytes.toString()).errors[0].extensions.code).toBe('NOT_FOUND');
        expect(withoutRequestId(foreign.bytes.toString())).toBe(withoutRequestId(random.bytes.toString()));
        expect((await gateway.get(route(north), {}, 'north-one')).status).toBe(200);
        expect((await gateway.get(route(north))).status).toBe(401);
      }
    });

    it('keep cursors to themselves', async () => {
      const { slideCatalog } = await gateway.data(
        '{ slideCatalog(first: 1) { pageInfo { endCursor } } }',
        {},
        'north-one',
      );
      const after = slideCatalog.pageInfo.endCursor;
      const { errors } = await gateway.ask(
        'query ($after: String) { slideCatalog(after: $after) { nodes { id } } }',
        { after },
        'south-one',
      );
      expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'after' });
    });

    it('make the same answer each for itself', async () => {
      const bag = await importCorner(gateway, own, 'south-one');
      expect(bag).toBe(north.bag);
      const query = `{ slide(id: "${own}") { prediction(model: "${V1}") { provenance { answerId isReused slide { id } } } } }`;
      const { provenance } = (await gateway.data(query, {}, 'south-one')).slide.prediction;
      expect(provenance).toMatchObject({ isReused: false, slide: { id: own } });
    });
  });
});
