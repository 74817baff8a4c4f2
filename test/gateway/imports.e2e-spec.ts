import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addSlide, C6_FACTS, importCorner, QUIET_CORNER, referenceC6, V1, V2 } from '#test/c6';
import { cornerFeatures, writeNpy, writeStamp } from '#test/feature-files';
import { DEMO_MODELS, openTestGateway, type TestGateway } from '#test/open-test-gateway';
import { createOwnModels, type OwnModels } from '#test/own-models';
import { storeKinds } from '#test/stores';

const IMPORT = `mutation Import($input: ImportFeaturesInput!) { importFeatures(input: $input) {
  digest origin tileCount dimension mpp tileSizePx tileEdgePx recipe coordsHref encoder { name version } } }`;
const BOTH = `query Both($id: ID!, $bag: Digest, $region: RegionInput) { slide(id: $id) {
  v1: prediction(model: "${V1}", features: $bag, region: $region) { ...Logit }
  v2: prediction(model: "${V2}", features: $bag, region: $region) { ...Logit } } }
  fragment Logit on SlidePrediction { tileCount targets { call ... on BinaryCall { logit } } provenance { features { digest origin } } }`;
const ONE =
  'query One($id: ID!, $model: ModelRef!, $bag: Digest) { slide(id: $id) { prediction(model: $model, features: $bag) { tileCount } } }';

const ENCODER = 'local:demo-lite0/1';
const TRIDENT = { path: 'c6-features.trident.h5', encoder: ENCODER, mpp: 1 };
const NPY = {
  path: 'corner.npy',
  coordsPath: 'corner-coords.npy',
  encoder: ENCODER,
  mpp: 1,
  tileSizePx: 224,
  tileEdgePx: 326,
  coordsUnit: 'PX_LEVEL0',
};
const STAMP = { path: 'corner.stamp.h5', encoder: ENCODER };

// Features are PyTorch's own; only the order of float32 sums in the aggregator is left to differ.
const LOGIT = 1e-3;

describe.each(storeKinds)('imported features, on the $kind store', (kind) => {
  describe.skipIf(kind.skip)('with models of another owner beside the demonstration', () => {
    let models: OwnModels;
    let gateway: TestGateway;
    let c6: string;
    let cmu: string;

    const importInto = (slideId: string, input: object) => gateway.ask(IMPORT, { input: { slideId, ...input } });
    const bagOf = async (slideId: string, input: object) => {
      const { data, errors } = await importInto(slideId, input);
      expect(errors).toEqual([]);
      return data.importFeatures;
    };
    const expectReference = async (bag: string): Promise<void> => {
      const { slide } = await gateway.data(BOTH, { id: c6, bag });
      for (const name of ['v1', 'v2'] as const) {
        expect(slide[name]).toMatchObject({ tileCount: 22, targets: [{ call: 'NEGATIVE' }] });
        expect(Math.abs(slide[name].targets[0].logit - referenceC6.region[name].logit)).toBeLessThan(LOGIT);
        expect(slide[name].provenance.features).toEqual({ digest: bag, origin: 'IMPORTED' });
      }
    };

    beforeAll(async () => {
      models = await createOwnModels();
      gateway = await openTestGateway(kind, { modelDirs: [DEMO_MODELS, models.path] });
      c6 = await addSlide(gateway, 'C6.tiff', C6_FACTS);
      cmu = await addSlide(gateway, 'CMU-1-Small-Region.svs', { specimen: 'RESECTION' });
      const corner = await cornerFeatures();
      await writeNpy(gateway.slideDir, corner);
      await writeStamp(join(gateway.slideDir, 'corner.stamp.h5'), corner, {
        mpp: referenceC6.slide.mpp,
        extractor: 'demo-lite0',
      });
      await writeStamp(join(gateway.slideDir, 'foreign.stamp.h5'), corner, {
        mpp: referenceC6.slide.mpp,
        extractor: 'ZZPHI-uni2',
      });
    });
    afterAll(async () => {
      await gateway?.close();
      await models?.remove();
    });

    it('give the logits of PyTorch from a TRIDENT file', async () => {
      const bag = await bagOf(c6, TRIDENT);
      const expected = { origin: 'IMPORTED', tileCount: 22, dimension: 1280, mpp: 1, tileSizePx: 224, tileEdgePx: 326 };
      expect(bag).toMatchObject({
        ...expected,
        encoder: { name: 'demo-lite0', version: '1' },
        recipe: { layout: 'TRIDENT' },
      });
      await expectReference(bag.digest);
      expect((await bagOf(c6, TRIDENT)).digest).toBe(bag.digest);
    });

    it('give the same from .npy with coordinates, and from STAMP with micrometres turned into pixels', async () => {
      const bags = [await bagOf(c6, TRIDENT), await bagOf(c6, NPY), await bagOf(c6, STAMP)];
      expect(new Set(bags.map(({ digest }) => digest)).size).toBe(3);
      const places = await Promise.all(bags.map(async ({ coordsHref }) => (await gateway.get(coordsHref)).bytes));
      expect(places[1]).toEqual(places[0]);
      expect(places[2]).toEqual(places[0]);
      expect(bags[2]).toMatchObject({ mpp: 1, tileSizePx: 224, recipe: { layout: 'STAMP', coordsUnit: 'UM' } });
      for (const { digest } of bags) await expectReference(digest);
    });

    it.each([
      ['mpp', TRIDENT],
      ['mpp', NPY],
      ['tileSizePx', NPY],
      ['tileEdgePx', NPY],
      ['coordsUnit', NPY],
      ['coordsPath', NPY],
    ])('are refused while nobody says %s', async (field, input) => {
      const { data, errors } = await importInto(c6, { ...input, [field]: undefined });
      expect(data).toBeNull();
      expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: `input.${field}` });
      expect(errors[0]?.message).toMatch(/must (be stated|name the coordinates)/);
    });

    it.each([
      ['another tile edge', TRIDENT, { tileEdgePx: 224 }, { field: 'tileEdgePx', needed: 224, found: 326 }],
      ['another tile size', TRIDENT, { tileSizePx: 256 }, { field: 'tileSizePx', needed: 256, found: 224 }],
      ['another unit', TRIDENT, { coordsUnit: 'UM' }, { field: 'coordsUnit', needed: 'UM', found: 'PX_LEVEL0' }],
      ['another mpp', STAMP, { mpp: 0.5 }, { field: 'mpp', needed: 0.5, found: 1 }],
      ['a size that the resolution contradicts', NPY, { tileEdgePx: 652 }, { field: 'tileEdgePx', found: 652 }],
      ['an mpp that the tile edge contradicts', TRIDENT, { mpp: 0.5 }, { field: 'tileEdgePx', found: 326 }],
    ])('are refused for %s', async (_what, input, stated, difference) => {
      const { errors } = await importInto(c6, { ...input, ...stated });
      expect(errors[0]?.extensions).toMatchObject({ code: 'FEATURE_CONTRACT_MISMATCH', differences: [difference] });
    });

    it('are refused for another slide, and for another encoder, whose name is not repeated', async () => {
      const wrongSlide = await importInto(cmu, TRIDENT);
      expect(wrongSlide.errors[0]?.extensions).toMatchObject({
        code: 'FEATURE_CONTRACT_MISMATCH',
        differences: [
          { field: 'slideWidthPx', needed: 2220, found: 9288 },
          { field: 'slideHeightPx', needed: 2967, found: 9907 },
        ],
      });
      const wrongEncoder = await importInto(c6, { ...STAMP, path: 'foreign.stamp.h5' });
      expect(wrongEncoder.errors[0]?.extensions).toMatchObject({
        code: 'FEATURE_CONTRACT_MISMATCH',
        differences: [{ field: 'encoder' }],
      });
      expect(wrongEncoder.text).not.toContain('ZZPHI');
      const mislabelled = await importInto(c6, { ...TRIDENT, encoder: 'local-2:other-lite0/1' });
      expect(mislabelled.errors[0]?.extensions).toMatchObject({
        differences: [{ field: 'encoder', needed: 'other-lite0' }],
      });
    });

    it('are refused field by field where a version needs others, and the bag is named', async () => {
      const bag = (await bagOf(c6, TRIDENT)).digest;
      const { errors } = await gateway.ask(ONE, { id: c6, model: 'local-2:half-focus/1', bag });
      expect(errors[0]?.extensions).toMatchObject({
        code: 'FEATURE_CONTRACT_MISMATCH',
        differences: [
          { field: 'model', needed: 'half-lite0', found: 'demo-lite0' },
          { field: 'digest' },
          { field: 'mpp', needed: 0.5, found: 1 },
        ],
      });
      const half = { ...NPY, mpp: 0.5, tileEdgePx: 163 };
      const coarse = await gateway.ask(ONE, { id: c6, model: V1, bag: (await bagOf(c6, half)).digest });
      expect(coarse.errors[0]?.extensions).toMatchObject({ differences: [{ field: 'mpp', needed: 1, found: 0.5 }] });
    });

    it('of another encoder are no features: FEATURES_MISSING tells which there are', async () => {
      await importCorner(gateway, c6);
      const { errors } = await gateway.ask(ONE, { id: c6, model: 'local-2:other-focus/1' });
      expect(errors[0]?.extensions).toMatchObject({
        code: 'FEATURES_MISSING',
        encoder: 'other-lite0/1',
        foundEncoders: ['demo-lite0/1'],
        mutation: 'prepareFeatures',
      });
      const none = await gateway.ask(ONE, { id: cmu, model: V1 });
      expect(none.errors[0]?.extensions).toMatchObject({ code: 'FEATURES_MISSING', foundEncoders: [] });
    });

    it('of an equal encoder by another name give its model the same logits, and only its model', async () => {
      const bag = await bagOf(c6, { ...NPY, encoder: 'local-2:other-lite0/1' });
      const query = `{ slide(id: "${c6}") { prediction(model: "local-2:other-focus/1") { targets { call ... on BinaryCall { logit } } provenance { model { ref source } features { digest } } } } }`;
      const { prediction } = (await gateway.data(query)).slide;
      expect(Math.abs(prediction.targets[0].logit - referenceC6.region.v1.logit)).toBeLessThan(LOGIT);
      // Its owner registered no calibration: version 1's own record is for another name.
      expect(prediction.targets[0].call).toBe('UNCALIBRATED');
      expect(prediction.provenance).toMatchObject({
        model: { ref: 'local-2:other-focus/1', source: 'local-2' },
        features: { digest: bag.digest },
      });
      const { errors } = await gateway.ask(ONE, { id: c6, model: V1, bag: bag.digest });
      expect(errors[0]?.extensions['differences'].map(({ field }: { field: string }) => field)).toEqual([
        'model',
        'digest',
      ]);
    });

    it('never give one version the number of another that has its name', async () => {
      const { errors } = await gateway.ask(ONE, { id: c6, model: 'local-2:demo-dense-focus/1' });
      expect(errors[0]?.extensions).toMatchObject({ code: 'MODEL_NOT_READY', model: 'local-2:demo-dense-focus/1' });
      const ambiguous = await gateway.ask(ONE, { id: c6, model: 'demo-dense-focus/1' });
      expect(ambiguous.errors[0]?.extensions).toMatchObject({
        code: 'AMBIGUOUS_MODEL',
        candidates: ['local:demo-dense-focus/1', 'local-2:demo-dense-focus/1'],
      });
    });

    it('leave a region of the imported tiles to the same rules', async () => {
      const bag = await importCorner(gateway, c6);
      const half = { ...QUIET_CORNER, height: 490 };
      const { slide } = await gateway.data(BOTH, { id: c6, bag, region: half });
      expect(slide.v1.tileCount).toBeGreaterThan(8);
      expect(slide.v1.tileCount).toBeLessThan(22);
      expect(slide.v1.targets[0].logit).not.toBe(referenceC6.region.v1.logit);
    });
  });
});
