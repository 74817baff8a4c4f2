import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addSlide, C6_FACTS, importCorner, referenceC6 } from '#test/c6';
import { type Json } from '#test/json';
import { createLicensedModels } from '#test/licensed-models';
import { DEMO_MODELS, openTestGateway, type TestGateway } from '#test/open-test-gateway';
import { type OwnModels } from '#test/own-models';
import { storeKinds } from '#test/stores';

const GATED = 'local-2:gated-focus/1';
const PREDICT = `query ($id: ID!, $model: ModelRef!) {
  slide(id: $id) { prediction(model: $model) { targets { ... on BinaryCall { logit } } } } }`;
const PREPARE = `mutation ($id: ID!, $model: ModelRef!) { prepareFeatures(input: {slideId: $id, encoder: $model}) { id } }`;
const ACCEPT = 'mutation ($model: ModelRef!) { acceptLicence(model: $model) { ref } }';

describe.each(storeKinds)('licences, on the $kind store', (kind) => {
  describe.skipIf(kind.skip)('that the operator does not allow', () => {
    let models: OwnModels;
    let gateway: TestGateway;
    let slide: string;

    const refusal = async (query: string, model: string): Promise<Json> =>
      (await gateway.ask(query, { id: slide, model })).errors[0]?.extensions;

    beforeAll(async () => {
      models = await createLicensedModels();
      const licences = { allowNonCommercial: false, allowGated: false };
      gateway = await openTestGateway(kind, { licences, modelDirs: [DEMO_MODELS, models.path] });
      slide = await addSlide(gateway, 'C6.tiff', C6_FACTS);
      await importCorner(gateway, slide);
    }, 120_000);
    afterAll(async () => {
      await gateway?.close();
      await models?.remove();
    });

    it('are refused, each for its reason, and cannot be accepted either', async () => {
      const [lab, code] = ['local-2:lab-focus/1', 'LICENCE_REFUSED'];
      const nonCommercial = { code, reason: 'NON_COMMERCIAL_REFUSED', licence: 'CC-BY-NC-ND-4.0', inheritedFrom: lab };
      expect(await refusal(PREDICT, lab)).toMatchObject(nonCommercial);
      expect(await refusal(PREDICT, GATED)).toMatchObject({ code, reason: 'GATED_REFUSED', inheritedFrom: GATED });
      expect(await refusal(ACCEPT, GATED)).toMatchObject({ code, reason: 'GATED_REFUSED' });
      expect(await refusal(PREPARE, 'local-2:gated-lite0/1')).toMatchObject({ code, reason: 'GATED_REFUSED' });
    });

    it('are shown in the catalogue, with what is held against them', async () => {
      const query = `{ modelVersions(filter: {sources: ["local-2"], tasks: [BIOMARKER]}) { nodes { name licence { access } } } }`;
      const { nodes } = (await gateway.data(query)).modelVersions;
      const access = Object.fromEntries(nodes.map(({ name, licence }: Json) => [name, licence.access]));
      const expected = { 'gated-focus': 'GATED_REFUSED', 'inherits-focus': 'GATED_REFUSED' };
      expect(access).toEqual({ ...expected, 'lab-focus': 'NON_COMMERCIAL_REFUSED' });
    });

    it('do not keep others from being used', async () => {
      const { slide: answered } = await gateway.data(PREDICT, { id: slide, model: 'local:demo-dense-focus/1' });
      expect(answered.prediction.targets[0].logit).toBeCloseTo(referenceC6.region.v1.logit, 3);
    });
  });
});
