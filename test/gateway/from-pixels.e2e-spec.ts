import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFeatureFile } from '#libs/array-files';
import {
  addSlide,
  C6_FACTS,
  floatsOf,
  followJob,
  prepare,
  QUIET_CORNER,
  referenceC6,
  referenceCmu,
  type ReferenceBag,
  V1,
  V2,
} from '#test/c6';
import { DEMO_SLIDES, openTestGateway, REFERENCE, type TestGateway } from '#test/open-test-gateway';
import { storeKinds } from '#test/stores';
import { type Json } from '#test/json';

// What may differ from PyTorch on OpenSlide's pixels: a JPEG decoder may be off by one grey level, and ONNX Runtime adds float32 in
// another order. Over an encoder of fifty layers that is 1e-4 or so of a feature; the bounds are ten times what it was when written.
const LOGIT = 2e-3;
const PROBABILITY = 5e-4;
const FEATURE = 2e-3;
const DISTANCE = 2e-3;
const PERCENTILE = 0.02;
const TILE_SCORE = 2e-3;
const ATTENTION = 1e-5;

const CALLS = `fragment Calls on SlidePrediction {
  tileCount
  targets { call reason ... on BinaryCall { logit rawScore probability threshold { value operatingPoint } } }
  domain { distance percentile limitPercentile limitDistance isInside }
}`;
const SIDE_BY_SIDE = `${CALLS} query Both($id: ID!, $region: RegionInput) { slide(id: $id) {
  v1: prediction(model: "demo-dense-focus@champion", region: $region) { ...Calls }
  v2: prediction(model: "demo-dense-focus@challenger", region: $region) { ...Calls } } }`;
const MAP = `query Map($id: ID!, $model: ModelRef!, $mode: HeatMapMode!) { slide(id: $id) { prediction(model: $model) {
  heatMapModes
  heatMap(mode: $mode) { mode range tileEdgePx values { shape datatype values } coords { shape datatype values(encoding: JSON) } } } } }`;
const EMBEDDING = `query Embedding($id: ID!, $region: RegionInput) { slide(id: $id) {
  embedding(model: "demo-lite0-mean@prod", region: $region) {
    dimension l2Normalised l2Norm tileCount values list: values(encoding: JSON, decimals: 4) } } }`;
const BAGS = `query Bags($id: ID!) { slide(id: $id) { digest widthPx heightPx mpp mppSource
  featureBags { digest origin tileCount dimension tileEdgePx mpp tileSizePx recipe coordsHref encoder { name version } } } }`;

const POINT = `query Point($id: ID!, $region: RegionInput, $operatingPoint: String) { slide(id: $id) {
  prediction(model: "local:demo-dense-focus/1", region: $region, context: { operatingPoint: $operatingPoint }) {
    targets { call ... on BinaryCall { logit probability threshold { value } } } } } }`;

/** A square of C6 whose probability lies between the two thresholds of version 1, by the logits of its tiles. */
function doubtfulRegion(logits: readonly number[]) {
  const edge = 1000;
  for (const [x, y] of referenceC6.coords) {
    const inside = logits.filter((_, tile) => {
      const [left = NaN, top = NaN] = referenceC6.coords[tile] ?? [];
      return left + 163 >= x && left + 163 < x + edge && top + 163 >= y && top + 163 < y + edge;
    });
    const logit = inside.reduce((sum, value) => sum + value, 0) / inside.length;
    const probability = 1 / (1 + Math.exp(-(0.60816 * logit + 0.32127)));
    if (inside.length >= 12 && probability > 0.3 && probability < 0.5)
      return { region: { x, y, width: edge, height: edge }, logit };
  }
  throw new Error('C6 has no doubtful region');
}

function expectCalls(found: Json, reference: ReferenceBag): void {
  for (const name of ['v1', 'v2'] as const) {
    const { targets, tileCount, domain } = found[name];
    const [target] = targets;
    const expected = reference[name];
    expect(tileCount).toBe(reference.tileCount);
    expect(Math.abs(target.logit - expected.logit)).toBeLessThan(LOGIT);
    expect(Math.abs(target.rawScore - expected.rawProbability)).toBeLessThan(PROBABILITY);
    expect(target.call).toBe(expected.call);
    expect(Math.abs(domain.distance - reference.domainDistance)).toBeLessThan(DISTANCE);
    expect(Math.abs(domain.percentile - reference.domainPercentile)).toBeLessThan(PERCENTILE);
    expect(domain.limitPercentile).toBe(99);
    expect(domain.limitDistance).toBeCloseTo(referenceC6.domainLimit, 5);
    if (expected.call === 'OUT_OF_DOMAIN') expect([target.probability, domain.isInside]).toEqual([null, false]);
    else {
      expect(Math.abs(target.probability - expected.calibratedProbability)).toBeLessThan(PROBABILITY);
      expect(domain.isInside).toBe(true);
    }
  }
}

describe.each(storeKinds)('from pixels to calls, on the $kind store', (kind) => {
  describe.skipIf(kind.skip)('with the demonstration models', () => {
    let gateway: TestGateway;
    let c6: string;
    let cmu: string;
    let looks: readonly Json[];

    beforeAll(async () => {
      gateway = await openTestGateway(kind);
      c6 = await addSlide(gateway, 'C6.tiff', C6_FACTS);
      cmu = await addSlide(gateway, 'CMU-1-Small-Region.svs', { specimen: 'RESECTION' });
      const jobs = [await prepare(gateway, c6), await prepare(gateway, cmu)];
      [looks] = [await followJob(gateway, jobs[0] ?? ''), await followJob(gateway, jobs[1] ?? '')];
    }, 240_000);
    afterAll(() => gateway?.close());

    it('tells how far the job is, and ends with a bag', () => {
      const last = looks.at(-1);
      expect(last).toMatchObject({ state: 'SUCCEEDED', stage: 'encoding', done: 552, total: 552, error: null });
      expect(last.featureBag.digest).toMatch(/^[0-9a-f]{64}$/);
      const done = looks.filter((look) => look.stage === 'encoding').map((look) => look.done);
      expect(done.length).toBeGreaterThan(2);
      expect(done).toEqual(done.toSorted((a, b) => a - b));
      expect(looks.filter((look) => look.state !== 'SUCCEEDED').every((look) => look.featureBag === null)).toBe(true);
    });

    it('ends at once when it is asked to make the same features again', async () => {
      const again = await followJob(gateway, await prepare(gateway, c6));
      expect(again.at(-1)).toMatchObject({ state: 'SUCCEEDED', featureBag: looks.at(-1).featureBag });
      expect((await gateway.data(BAGS, { id: c6 })).slide.featureBags).toHaveLength(1);
    });

    it('knows the slide as the file is, and the bag as the recipe says', async () => {
      const { slide } = await gateway.data(BAGS, { id: c6 });
      const bytes = await readFile(join(DEMO_SLIDES, 'C6.tiff'));
      expect(slide.digest).toBe(createHash('sha256').update(bytes).digest('hex'));
      expect(slide).toMatchObject({
        digest: referenceC6.slide.sha256,
        widthPx: 9288,
        heightPx: 9907,
        mppSource: 'FILE',
      });
      expect(slide.mpp).toBeCloseTo(referenceC6.slide.mpp, 8);
      const [bag] = slide.featureBags;
      const expected = {
        origin: 'PREPARED',
        tileCount: 552,
        dimension: 1280,
        mpp: 1,
        tileSizePx: 224,
        tileEdgePx: 326,
      };
      expect(bag).toMatchObject({ ...expected, encoder: { name: 'demo-lite0', version: '1' } });
      expect(bag.recipe).toMatchObject({
        tiling: { resampling: 'EXACT_AREA', strideUm: 112 },
        plan: { tileEdgePx: 326, sampledTiles: 552, mask: [{ filter: 'OTSU_SATURATION' }] },
      });
    });

    it.each([
      ['C6', () => c6, referenceC6],
      ['CMU-1', () => cmu, referenceCmu],
    ] as const)('cuts %s into the tiles of the reference, in its order', async (_name, slide, reference) => {
      const [bag] = (await gateway.data(BAGS, { id: slide() })).slide.featureBags;
      const { bytes } = await gateway.get(bag.coordsHref);
      const coords = new Int32Array(Uint8Array.from(bytes.subarray(bytes.length - bag.tileCount * 8)).buffer);
      expect([...coords]).toEqual(reference.coords.flat());
    });

    it('calls C6 as PyTorch does, whole and in a region', async () => {
      expectCalls((await gateway.data(SIDE_BY_SIDE, { id: c6 })).slide, referenceC6.wholeSlide);
      expectCalls((await gateway.data(SIDE_BY_SIDE, { id: c6, region: QUIET_CORNER })).slide, referenceC6.region);
    });

    it('finds CMU-1 out of the domain, and gives no probability', async () => {
      const { slide } = await gateway.data(SIDE_BY_SIDE, { id: cmu });
      expectCalls(slide, referenceCmu.wholeSlide);
      expect(slide.v1.targets[0].reason).toContain('99th percentile');
    });

    it('gives the mean embedding of PyTorch, whole and in a region', async () => {
      for (const [id, { meanEmbedding }, tileCount] of [
        [c6, referenceC6, 552],
        [cmu, referenceCmu, 39],
      ] as const) {
        const { embedding } = (await gateway.data(EMBEDDING, { id })).slide;
        expect(embedding).toMatchObject({ dimension: 1280, l2Normalised: false, tileCount });
        const values = floatsOf(embedding.values);
        meanEmbedding.first.forEach((value, i) => expect(Math.abs((values[i] ?? NaN) - value)).toBeLessThan(FEATURE));
        expect(Math.abs(embedding.l2Norm - meanEmbedding.l2Norm)).toBeLessThan(FEATURE);
        expect(embedding.list).toEqual(Array.from(values, (value) => Number(value.toFixed(4))));
      }
      const { embedding } = (await gateway.data(EMBEDDING, { id: c6, region: QUIET_CORNER })).slide;
      const options = { signal: AbortSignal.timeout(20_000), timeoutMs: 20_000 };
      const { features } = await readFeatureFile(join(REFERENCE, 'c6-features.trident.h5'), options);
      const mean = Array.from({ length: 1280 }, (_, d) => {
        const column = Array.from({ length: 22 }, (_, tile) => features[tile * 1280 + d] ?? NaN);
        return column.reduce((sum, value) => sum + value, 0) / 22;
      });
      const values = floatsOf(embedding.values);
      expect(Math.max(...mean.map((value, i) => Math.abs((values[i] ?? NaN) - value)))).toBeLessThan(5 * FEATURE);
    });

    it('draws the reference tiles of every map as PyTorch does', async () => {
      const mapOf = async (model: string, mode: string) => {
        const { heatMap } = (await gateway.data(MAP, { id: c6, model, mode })).slide.prediction;
        expect(heatMap).toMatchObject({ mode, tileEdgePx: 326, values: { shape: [552], datatype: 'FP32' } });
        expect(heatMap.coords).toEqual({ shape: [552, 2], datatype: 'INT32', values: referenceC6.coords.flat() });
        const values = floatsOf(heatMap.values.values);
        expect(heatMap.range).toEqual([Math.min(...values), Math.max(...values)]);
        return values;
      };
      const scores = { v1: await mapOf(V1, 'TILE_CLASS'), v2: await mapOf(V2, 'TILE_CLASS') };
      const attention = await mapOf(V2, 'ATTENTION_ROLLOUT');
      const product = await mapOf(V2, 'PRODUCT');
      expect(attention.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 5);
      expect(referenceC6.tiles).toHaveLength(8);
      for (const tile of referenceC6.tiles) {
        const at = (values: Float32Array): number => values[tile.index] ?? NaN;
        expect(Math.abs(at(scores.v1) - tile.tileScore.v1)).toBeLessThan(TILE_SCORE);
        expect(Math.abs(at(scores.v2) - tile.tileScore.v2)).toBeLessThan(TILE_SCORE);
        expect(Math.abs(at(attention) - tile.attention)).toBeLessThan(ATTENTION);
        expect(Math.abs(at(product) - tile.attention * tile.tileScore.v2)).toBeLessThan(ATTENTION);
      }
    });

    it('calls a doubtful region by the operating point that is asked for', async () => {
      // Version 1 is affine behind its mean over tiles: the logit of a bag is the mean of its tiles' logits, which the map gives.
      const { heatMap } = (await gateway.data(MAP, { id: c6, model: V1, mode: 'TILE_CLASS' })).slide.prediction;
      const logits = Array.from(floatsOf(heatMap.values.values), (score) => Math.log(score / (1 - score)));
      const { region, logit } = doubtfulRegion(logits);
      const ask = async (operatingPoint: string) => {
        const answer = await gateway.data(POINT, { id: c6, region, operatingPoint });
        return answer.slide.prediction.targets[0];
      };
      const [youden, sensitive] = [await ask('youden'), await ask('sensitivity-90')];
      expect(Math.abs(youden.logit - logit)).toBeLessThan(LOGIT);
      // Platt's map of the card's record: sigmoid(0.60816 z + 0.32127).
      expect(youden.probability).toBeCloseTo(1 / (1 + Math.exp(-(0.60816 * youden.logit + 0.32127))), 12);
      expect([youden.call, youden.threshold.value]).toEqual(['NEGATIVE', 0.5662]);
      expect([sensitive.call, sensitive.threshold.value]).toEqual(['POSITIVE', 0.203]);
      expect([sensitive.logit, sensitive.probability]).toEqual([youden.logit, youden.probability]);
    });
  });
});
