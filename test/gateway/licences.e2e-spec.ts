import { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addSlide, C6_FACTS, importCorner, referenceC6 } from '#test/c6';
import { cornerFeatures, writeNpy } from '#test/feature-files';
import { type Json } from '#test/json';
import { createLicensedModels } from '#test/licensed-models';
import { DEMO_MODELS, openTestGateway, type TestGateway } from '#test/open-test-gateway';
import { type OwnModels } from '#test/own-models';
import { storeKinds } from '#test/stores';

const KEYS = {
  'north-ada': ['OPERATOR'],
  'north-ben': ['OPERATOR'],
  'south-ada': ['OPERATOR'],
  'north-reader': ['READER'],
} as const;
const GATED = 'local-2:gated-focus/1';
const ENCODER = 'local-2:gated-lite0/1';
const INHERITS = 'local-2:inherits-focus/1';

const PREDICT = `query ($id: ID!, $model: ModelRef!) { slide(id: $id) { prediction(model: $model) {
  tileCount targets { ... on BinaryCall { logit } } provenance { answerId } heatMap(mode: TILE_CLASS) { values { values } } } } }`;
const EMBED = 'query ($id: ID!, $model: ModelRef!) { slide(id: $id) { embedding(model: $model) { l2Norm } } }';
const ANSWER = 'query ($id: ID!) { answer(id: $id) { kind prediction { tileCount } } }';
const PREPARE = `mutation ($id: ID!, $model: ModelRef!) { prepareFeatures(input: {slideId: $id, encoder: $model}) { id } }`;
const ACCEPT =
  'mutation ($model: ModelRef!) { acceptLicence(model: $model) { ref licence { access terms { model acceptedAt } } } }';
const ACCESS = `query ($model: ModelRef!) { modelVersion(ref: $model) {
  licence { access inheritedFrom nonCommercial gated terms { model url acceptedAt } } } }`;
const IMPORT = 'mutation ($input: ImportFeaturesInput!) { importFeatures(input: $input) { digest } }';

describe.each(storeKinds)('licences, on the $kind store', (kind) => {
  describe.skipIf(kind.skip)('of gated models, which the operator allows', () => {
    let models: OwnModels;
    let gateway: TestGateway;
    let slide: string;
    let gatedBag: string;

    const refusal = async (query: string, variables: object, key: string): Promise<Json> => {
      const { errors } = await gateway.ask(query, { id: slide, ...variables }, key);
      expect(errors).toHaveLength(1);
      return errors[0]?.extensions;
    };
    const accessOf = async (model: string, key: string): Promise<Json> =>
      (await gateway.data(ACCESS, { model }, key)).modelVersion.licence;
    const rows = (sql: string): Promise<Json[]> => gateway.gateway.app.get(DataSource, { strict: false }).query(sql);
    const importGated = async (slideId: string): Promise<string> => {
      await writeNpy(gateway.slideDir, await cornerFeatures());
      const stated = { mpp: 1, tileSizePx: 224, tileEdgePx: 326, coordsUnit: 'PX_LEVEL0' };
      const input = { slideId, encoder: ENCODER, path: 'corner.npy', coordsPath: 'corner-coords.npy', ...stated };
      return (await gateway.data(IMPORT, { input }, 'north-ada')).importFeatures.digest;
    };

    beforeAll(async () => {
      models = await createLicensedModels();
      gateway = await openTestGateway(kind, { keys: KEYS, modelDirs: [DEMO_MODELS, models.path] });
      slide = await addSlide(gateway, 'C6.tiff', C6_FACTS, 'north-ada');
      await importCorner(gateway, slide, 'north-ada');
      gatedBag = await importGated(slide);
    }, 120_000);
    afterAll(async () => {
      await gateway?.close();
      await models?.remove();
    });

    it('leaves the demonstration as it was', async () => {
      const { slide: answered } = await gateway.data(
        PREDICT,
        { id: slide, model: 'local:demo-dense-focus/1' },
        'north-ben',
      );
      expect(answered.prediction.targets[0].logit).toBeCloseTo(referenceC6.region.v1.logit, 3);
      expect(await accessOf('local:demo-dense-focus/1', 'north-ben')).toMatchObject({ access: 'ALLOWED', terms: [] });
    });

    it.each([
      ['a prediction', PREDICT, GATED, GATED],
      ['a prediction on features of a gated encoder', PREDICT, INHERITS, ENCODER],
      ['an embedding of them', EMBED, 'local-2:inherits-mean/1', ENCODER],
      ['features to be made', PREPARE, ENCODER, ENCODER],
      ['features for a version that takes them', PREPARE, INHERITS, ENCODER],
    ])('refuses %s to who has not accepted the terms, and says whose they are', async (_what, query, model, from) => {
      const extensions = await refusal(query, { model }, 'north-ben');
      const facts = { reason: 'ACCEPTANCE_NEEDED', licence: 'Terms of a hub', inheritedFrom: from };
      expect(extensions).toMatchObject({ code: 'LICENCE_REFUSED', retryable: false, ...facts });
      expect(await rows(`SELECT id FROM answer WHERE model_ref LIKE 'local-2:%'`)).toEqual([]);
      expect(await rows('SELECT id FROM job')).toEqual([]);
    });

    it('shows before a question whether it would be refused, and where the terms are', async () => {
      const terms = [{ model: ENCODER, url: 'https://hub.example/terms', acceptedAt: null }];
      const licence = { access: 'ACCEPTANCE_NEEDED', gated: true, nonCommercial: false, inheritedFrom: ENCODER, terms };
      expect(await accessOf(INHERITS, 'north-ben')).toEqual(licence);
    });

    it('takes an acceptance from nobody who may only read, for no alias, and for nothing that is not there', async () => {
      expect(await refusal(ACCEPT, { model: GATED }, 'north-reader')).toMatchObject({ code: 'FORBIDDEN' });
      expect(await refusal(ACCEPT, { model: 'local-2:gated-focus@champion' }, 'north-ada')).toMatchObject({
        code: 'BAD_USER_INPUT',
        argument: 'model',
      });
      expect(await refusal(ACCEPT, { model: 'local-2:gated-focus/9' }, 'north-ada')).toMatchObject({
        code: 'MODEL_NOT_FOUND',
      });
      const free = await gateway.data(ACCEPT, { model: 'local:demo-dense-focus/1' }, 'north-ada');
      expect(free.acceptLicence.licence).toEqual({ access: 'ALLOWED', terms: [] });
      expect(await rows('SELECT * FROM licence_acceptance')).toEqual([]);
    });

    it('gives numbers to who accepted, and to nobody else of the tenant or of that name in another', async () => {
      const { acceptLicence } = await gateway.data(ACCEPT, { model: GATED }, 'north-ada');
      expect(acceptLicence.licence).toEqual({
        access: 'ALLOWED',
        terms: [{ model: GATED, acceptedAt: expect.stringMatching(/^\d{4}-.*Z$/) }],
      });
      const { slide: answered } = await gateway.data(PREDICT, { id: slide, model: GATED }, 'north-ada');
      // The same graph on the same features, whose number PyTorch gave.
      expect(answered.prediction.targets[0].logit).toBeCloseTo(referenceC6.region.v1.logit, 3);
      expect(await refusal(PREDICT, { model: GATED }, 'north-ben')).toMatchObject({ code: 'LICENCE_REFUSED' });
      const south = await addSlide(gateway, 'C6.tiff', C6_FACTS, 'south-ada');
      await importCorner(gateway, south, 'south-ada');
      expect(await refusal(PREDICT, { id: south, model: GATED }, 'south-ada')).toMatchObject({
        code: 'LICENCE_REFUSED',
      });
    });

    it('holds for another version under the same terms, and changes nothing when it is said again', async () => {
      const before = await rows('SELECT * FROM licence_acceptance');
      expect(await accessOf('local-2:gated-focus/2', 'north-ada')).toMatchObject({ access: 'ALLOWED' });
      await gateway.data(ACCEPT, { model: 'local-2:gated-focus/2' }, 'north-ada');
      expect(await rows('SELECT * FROM licence_acceptance')).toEqual(before);
      expect(before).toMatchObject([{ tenant: 'north', caller: 'north-ada', model_ref: GATED }]);
    });

    it('guards a stored answer and its files by the same rule: no number leaves by way of the store', async () => {
      const { slide: answered } = await gateway.data(PREDICT, { id: slide, model: GATED }, 'north-ada');
      const id = answered.prediction.provenance.answerId;
      expect((await gateway.data(ANSWER, { id }, 'north-ada')).answer.prediction.tileCount).toBe(22);
      expect(await refusal(ANSWER, { id }, 'north-ben')).toMatchObject({
        code: 'LICENCE_REFUSED',
        inheritedFrom: GATED,
      });
      for (const file of ['arrays/logit.npy', 'coords.npy', 'maps/TILE_CLASS.npy', 'maps/TILE_CLASS.png']) {
        const path = `/answers/${id}/${file}`;
        const own = await gateway.get(path, {}, 'north-ada');
        expect([file, own.status]).toEqual([file, 200]);
        // Not even word that the picture is the one that somebody has already.
        const { status, bytes } = await gateway.get(path, { 'if-none-match': String(own.headers.etag) }, 'north-ben');
        expect([status, JSON.parse(bytes.toString()).errors[0].extensions.code]).toEqual([403, 'LICENCE_REFUSED']);
      }
    });

    it('guards features as the numbers of their encoder that they are; where the tiles lie is free', async () => {
      const features = `/features/${gatedBag}/features.npy`;
      expect((await gateway.get(features, {}, 'north-ben')).status).toBe(403);
      expect((await gateway.get(`/features/${gatedBag}/coords.npy`, {}, 'north-ben')).status).toBe(200);
      // By a version that takes them: its own terms are free, those of its encoder are accepted.
      await gateway.data(ACCEPT, { model: INHERITS }, 'north-ben');
      expect((await gateway.get(features, {}, 'north-ben')).status).toBe(200);
      expect(await accessOf(ENCODER, 'north-ben')).toMatchObject({ access: 'ALLOWED' });
      const { slide: embedded } = await gateway.data(
        EMBED,
        { id: slide, model: 'local-2:inherits-mean/1' },
        'north-ben',
      );
      expect(embedded.embedding.l2Norm).toBeGreaterThan(0);
    });

    it('sees within one operation what the operation has just accepted', async () => {
      const both = `mutation { first: acceptLicence(model: "${ENCODER}") { licence { access } }
        second: acceptLicence(model: "${GATED}") { licence { access } } }`;
      const { first, second } = await gateway.data(both, {}, 'south-ada');
      expect([first.licence.access, second.licence.access]).toEqual(['ALLOWED', 'ALLOWED']);
    });

    it('leaves a row in the audit record that names the version and whose terms they were', async () => {
      const accepted = (await rows(`SELECT * FROM audit_record ORDER BY seq`)).filter(
        ({ operation, outcome, caller }) => operation === 'acceptLicence' && outcome === 'OK' && caller === 'north-ben',
      );
      const digest = expect.stringMatching(/^[0-9a-f]{64}$/);
      expect(accepted).toMatchObject([
        {
          tenant: 'north',
          kind: 'mutation',
          models: [
            { ref: INHERITS, digest },
            { ref: ENCODER, digest },
          ],
        },
      ]);
    });
  });
});
