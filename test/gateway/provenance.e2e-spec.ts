import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cardDigest, parseModelCard } from '#model-registry';
import { AuditLog } from '#gateway/audit';
import { addSlide, C6_FACTS, importCorner, referenceC6, V1, V2 } from '#test/c6';
import { everyField, TESTED_ELSEWHERE } from '#test/every-field';
import { DEMO_MODELS, openTestGateway, type TestGateway } from '#test/open-test-gateway';
import { storeKinds } from '#test/stores';
import { type Json } from '#test/json';

const PROVENANCE = `fragment Origin on Provenance { answerId computedAt isReused
  model { ref digest source snapshotTakenAt } calibration { id digest }
  features { digest inputDigest preprocessingDigest origin encoder { name version digest } }
  slide { id digest } server { id reportedVersion } timings { loadMs inferMs totalMs } }`;
const EVERYTHING = `${PROVENANCE} query Everything($id: ID!) { slide(id: $id) {
  v1: prediction(model: "${V1}") { targets { call } provenance { ...Origin } }
  v2: prediction(model: "${V2}") { targets { call } provenance { ...Origin }
    attention: heatMap(mode: ATTENTION_ROLLOUT) { provenance { ...Origin } }
    product: heatMap(mode: PRODUCT) { provenance { ...Origin } } }
  embedding(model: "demo-lite0-mean/1") { provenance { ...Origin } } } }`;
const ANSWER = 'query Answer($id: ID!) { answer(id: $id) { prediction { targets { call } } } }';
// Each holds something: an empty list would reach none of the fields below it.
const GENE_LISTS = `mutation {
  importGenePanel(input: {id: "two", name: "Two", version: "1", namespace: HGNC, source: "none", licence: "CC0-1.0",
    text: "ALK"}) { id }
  importGeneSetCollection(input: {id: "two", name: "Two", version: "1", namespace: HGNC, source: "none", licence: "CC0-1.0",
    text: "FUSIONS\\tpartners\\tALK\\tROS1"}) { id } }`;
const GIVEN = {
  'Slide.prediction': `(model: "${V2}", context: { prevalence: 0.2 })`,
  'Slide.embedding': '(model: "demo-lite0-mean/1")',
  'GeneSetCollection.overRepresentation': '(genes: ["ALK"], universe: "two", minSize: 2)',
  'SlidePrediction.heatMap': '(mode: PRODUCT)',
  'Threshold.predictiveValues': '(prevalence: 0.2)',
  'Answer.under': '(calibration: "demo-dense-focus-2-platt-resection")',
};

const digest = expect.stringMatching(/^[0-9a-f]{64}$/);
const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
// Worked out by the Python exporter over the encoder's card, and written into the cards of the versions that take its features.
const ENCODER_DIGEST = 'e1e2e62a88784f8e26935a2a2b33508db4835c2a72a6a32ed35956334f6439de';

async function digestOfCard(model: string): Promise<string> {
  return cardDigest(parseModelCard(JSON.parse(await readFile(join(DEMO_MODELS, model, 'model-card.json'), 'utf8'))));
}

describe.each(storeKinds)('where numbers come from, on the $kind store', (kind) => {
  describe.skipIf(kind.skip)('with the demonstration models', () => {
    let gateway: TestGateway;
    let slide: string;
    let bag: string;

    const rows = (): Promise<Json[]> =>
      gateway.gateway.app.get(DataSource, { strict: false }).query('SELECT * FROM audit_record ORDER BY seq');

    beforeAll(async () => {
      gateway = await openTestGateway(kind);
      slide = await addSlide(gateway, 'C6.tiff', C6_FACTS);
      bag = await importCorner(gateway, slide);
    });
    afterAll(() => gateway?.close());

    it('stands on every value of a query that asks several versions at once', async () => {
      const { v1, v2, embedding } = (await gateway.data(EVERYTHING, { id: slide })).slide;
      const common = {
        computedAt: time,
        features: {
          digest: bag,
          inputDigest: digest,
          preprocessingDigest: digest,
          origin: 'IMPORTED',
          encoder: { name: 'demo-lite0', version: '1', digest: ENCODER_DIGEST },
        },
        slide: { id: slide, digest: referenceC6.slide.sha256 },
      };
      const values = [
        [v1.provenance, 'demo-dense-focus', '1', true],
        [v2.provenance, 'demo-dense-focus', '2', true],
        [v2.attention.provenance, 'demo-dense-focus', '2', false],
        [v2.product.provenance, 'demo-dense-focus', '2', false],
        [embedding.provenance, 'demo-lite0-mean', '1', false],
      ] as const;
      for (const [provenance, name, version, isCalibrated] of values) {
        expect(provenance).toMatchObject({
          ...common,
          answerId: expect.stringMatching(/^ans_[0-9a-f]{40}$/),
          model: {
            ref: `local:${name}/${version}`,
            source: 'local',
            snapshotTakenAt: time,
            digest: await digestOfCard(`${name}/${version}`),
          },
          server: { id: 'embedded', reportedVersion: version },
        });
        expect(provenance.calibration).toEqual(
          isCalibrated ? { id: `${name}-${version}-platt-resection`, digest } : null,
        );
      }
      // The map of the class is an answer of its own; attention came with the prediction.
      expect(v2.attention.provenance.answerId).toBe(v2.provenance.answerId);
      expect(new Set(values.map(([provenance]) => provenance.answerId)).size).toBe(4);
    });

    it('leaves one row of the audit record an operation, with the versions that were asked', async () => {
      const before = (await rows()).length;
      const { v1 } = (await gateway.data(EVERYTHING, { id: slide })).slide;
      await gateway.data(ANSWER, { id: v1.provenance.answerId });
      const tooFew = `{ slide(id: "${slide}") { prediction(model: "${V2}", region: {x: 0, y: 0, width: 9, height: 9}) { tileCount } } }`;
      const { errors } = await gateway.ask(tooFew);
      await gateway.ask('{ slide(id: "sld_none") { id } }');
      const added = (await rows()).slice(before);
      const models = (...names: readonly string[]) =>
        Promise.all(names.map(async (name) => ({ ref: `local:${name}`, digest: await digestOfCard(name) })));
      const sorted = (list: { ref: string }[]) => list.toSorted((a, b) => (a.ref < b.ref ? -1 : 1));
      expect(added.map(({ operation, kind: what, outcome }) => [operation, what, outcome])).toEqual([
        ['slide', 'query', 'OK'],
        ['answer', 'query', 'OK'],
        ['slide', 'query', 'TOO_FEW_TILES'],
        ['slide', 'query', 'NOT_FOUND'],
      ]);
      expect(sorted(added[0].models)).toEqual(
        await models('demo-dense-focus/1', 'demo-dense-focus/2', 'demo-lite0-mean/1'),
      );
      expect(added[1].models).toEqual(await models('demo-dense-focus/1'));
      expect(added[2].models).toEqual(await models('demo-dense-focus/2'));
      expect(added[3].models).toEqual([]);
      expect(added[2].request_id).toBe(errors[0]?.extensions['requestId']);
    });

    it('names the encoder in the rows of mutations that use one', async () => {
      const imported = (await rows()).find(({ operation }) => operation === 'importFeatures');
      expect(imported).toMatchObject({
        kind: 'mutation',
        outcome: 'OK',
        tenant: 'default',
        models: [{ ref: 'local:demo-lite0/1', digest: ENCODER_DIGEST }],
      });
    });

    it('keeps the chain of the audit record whole, and sees a row that was changed', async () => {
      const audit = gateway.gateway.app.get(AuditLog, { strict: false });
      const count = (await rows()).length;
      expect(await audit.verifyChain()).toMatchObject({ kind: 'intact', rows: count });
      const database = gateway.gateway.app.get(DataSource, { strict: false });
      await database.query(`UPDATE audit_record SET outcome = 'FORGED' WHERE seq = 2`);
      expect(await audit.verifyChain()).toMatchObject({ kind: 'broken', seq: 2 });
      await database.query(`UPDATE audit_record SET outcome = 'OK' WHERE seq = 2`);
      expect(await audit.verifyChain()).toMatchObject({ kind: 'intact', rows: count });
    });

    const asked = (type: string, answer: string, field: string): string => {
      if (type === 'Query') return `{ ${field} }`;
      return type === 'Slide' ? `{ slide(id: "${slide}") { ${field} } }` : `{ answer(id: "${answer}") { ${field} } }`;
    };

    it.each(['Slide', 'Answer', 'Query'])('answers every field that can be reached from %s', async (type) => {
      const id = (await gateway.data(EVERYTHING, { id: slide })).slide.v2.provenance.answerId;
      await gateway.data(GENE_LISTS);
      const roots = {
        ...GIVEN,
        'Query.genePanel': '(id: "two")',
        'Query.geneSetCollection': '(id: "two")',
        'Query.slide': `(id: "${slide}")`,
        'Query.slides': `(ids: ["${slide}"])`,
        'Query.modelVersion': `(ref: "${V1}")`,
        'Query.modelVersionChanges': `(from: "${V1}", to: "${V2}")`,
        'Query.answer': `(id: "${id}")`,
      };
      const { fields, left } = everyField(type, roots, type === 'Query' ? 3 : 7);
      expect(left.filter((place) => !TESTED_ELSEWHERE.includes(place))).toEqual([]);
      expect(fields.length).toBeGreaterThan(6);
      for (const field of fields) {
        const { errors } = await gateway.ask(asked(type, id, field));
        expect([field.slice(0, 30), errors]).toEqual([field.slice(0, 30), []]);
      }
    });

    it('knows every model of the directory', async () => {
      const { registeredModels } = await gateway.data(
        '{ registeredModels(first: 100) { nodes { name versions { ref licence { inheritedFrom } } } } }',
      );
      const [focus] = registeredModels.nodes.filter(({ name }: { name: string }) => name === 'demo-dense-focus');
      expect(focus.versions[0]).toEqual({ ref: V1, licence: { inheritedFrom: V1 } });
      const folders = await readdir(DEMO_MODELS, { withFileTypes: true });
      expect(registeredModels.nodes.map(({ name }: { name: string }) => name)).toEqual(
        folders
          .filter((entry) => entry.isDirectory())
          .map(({ name }) => name)
          .sort(),
      );
    });
  });
});
