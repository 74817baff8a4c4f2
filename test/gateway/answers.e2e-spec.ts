import { afterAll, beforeAll, beforeEach, describe, expect, it, vi, type MockInstance } from 'vitest';
import { InferenceClient } from '#libs/inference-client';
import { addSlide, C6_FACTS, importCorner, QUIET_CORNER, referenceC6, V1, V2 } from '#test/c6';
import { modelServerChildren } from '#test/model-server-child';
import { openTestGateway, type TestGateway } from '#test/open-test-gateway';
import { storeKinds } from '#test/stores';
import { type Json } from '#test/json';

const TARGETS = `fragment Targets on SlidePrediction {
  tileCount region { x y width height } domain { distance percentile }
  targets { call reason ... on BinaryCall { logit rawScore probability holdsFor
    threshold { operatingPoint value ppa npa }
    predictiveValues { prevalence ppv npv ppvInterval npvInterval calledPositivePer1000 testsAvoidedPer1000 missedPer1000 } } }
  provenance { answerId isReused computedAt calibration { id digest } model { ref digest } server { id reportedVersion } timings { inferMs } } }`;
const PREDICT = `${TARGETS} query Predict($id: ID!, $model: ModelRef!, $region: RegionInput, $context: PredictionContextInput) {
  slide(id: $id) { prediction(model: $model, region: $region, context: $context) { ...Targets } } }`;
const EMBED = `query Embed($id: ID!) { slide(id: $id) { embedding(model: "demo-lite0-mean/1") { l2Norm values spaceId provenance { answerId isReused } } } }`;
const ANSWER = `${TARGETS} query Answer($id: ID!, $context: PredictionContextInput) { answer(id: $id) { id kind slide { id }
  prediction(context: $context) { ...Targets } embedding { l2Norm values spaceId provenance { answerId isReused } } } }`;

// Version 1, first cohort of the evidence: youden 254 true positives of 271, 94 true negatives of 129; sensitivity-90: 271 of 271, 33 of 129.
// At a prevalence of 1 in 10, by the formulas of the science page, worked out with a pocket calculator:
const AT_A_TENTH = {
  prevalence: 0.1,
  ppv: 0.27737, // 0.0937269 / (0.0937269 + 0.2441860)
  npv: 0.990525, // 0.6558140 / (0.6558140 + 0.0062731)
  missedPer1000: 6.27306,
  testsAvoidedPer1000: 662.087,
  calledPositivePer1000: 337.913,
};

describe.each(storeKinds)('stored answers, on the $kind store', (kind) => {
  describe.skipIf(kind.skip)('with the demonstration models', () => {
    let gateway: TestGateway;
    let slide: string;
    let first: Json;
    let infer: MockInstance;

    const predict = async (variables: Readonly<Record<string, unknown>> = {}) =>
      (await gateway.data(PREDICT, { id: slide, model: V1, ...variables })).slide.prediction;
    const reread = async (context?: Readonly<Record<string, unknown>>) =>
      (await gateway.data(ANSWER, { id: first.provenance.answerId, context })).answer;

    beforeAll(async () => {
      gateway = await openTestGateway(kind);
      slide = await addSlide(gateway, 'C6.tiff', C6_FACTS);
      await importCorner(gateway, slide);
      infer = vi.spyOn(InferenceClient.prototype, 'infer');
      first = await predict();
      expect(infer).toHaveBeenCalledTimes(1);
    });
    afterAll(async () => {
      infer?.mockRestore();
      await gateway?.close();
    });
    beforeEach(() => void infer.mockClear());

    it('are read again with equal numbers and no model run', async () => {
      const { id, kind: what, slide: of, prediction } = await reread();
      expect([id, what, of.id]).toEqual([first.provenance.answerId, 'SLIDE_PREDICTION', slide]);
      const { provenance, ...values } = prediction;
      const { provenance: stamped, ...original } = first;
      expect(values).toEqual(original);
      expect(provenance).toEqual({ ...stamped, isReused: true, timings: { inferMs: 0 } });
      expect(stamped).toMatchObject({ isReused: false, server: { id: 'embedded', reportedVersion: '1' } });
      expect((await predict()).provenance).toEqual(provenance);
      expect(infer).not.toHaveBeenCalled();
    });

    it('give predictive values at the prevalence that is named, and none without one', async () => {
      expect(first.targets[0].predictiveValues).toBeNull();
      const [target] = (await reread({ prevalence: 0.1 })).prediction.targets;
      expect(target.threshold).toEqual({ operatingPoint: 'youden', value: 0.5662, ppa: 254 / 271, npa: 94 / 129 });
      for (const [name, value] of Object.entries(AT_A_TENTH))
        expect(target.predictiveValues[name]).toBeCloseTo(value, value > 1 ? 2 : 5);
      for (const [name, interval] of [
        ['ppv', 'ppvInterval'],
        ['npv', 'npvInterval'],
      ] as const) {
        const [low, high] = target.predictiveValues[interval];
        expect(low).toBeLessThan(target.predictiveValues[name]);
        expect(high).toBeGreaterThan(target.predictiveValues[name]);
      }
      expect(target.logit).toBe(first.targets[0].logit);
      expect(infer).not.toHaveBeenCalled();
    });

    it('are called by another operating point of the same record', async () => {
      const [target] = (await reread({ operatingPoint: 'sensitivity-90', prevalence: 0.1 })).prediction.targets;
      expect(target.threshold).toEqual({ operatingPoint: 'sensitivity-90', value: 0.203, ppa: 1, npa: 33 / 129 });
      // 0.1 / (0.1 + 0.9 x 96 / 129): nobody is missed, and most are called positive.
      expect(target.predictiveValues).toMatchObject({ npv: 1, missedPer1000: 0 });
      expect(target.predictiveValues.ppv).toBeCloseTo(0.129909, 5);
      expect(target.reason).toContain('threshold 0.203 of the operating point sensitivity-90');
    });

    it('are out of scope for a specimen that the card does not name, and keep their raw score', async () => {
      const { prediction } = await reread({ specimen: 'BIOPSY', prevalence: 0.1 });
      const [target] = prediction.targets;
      expect(target).toMatchObject({
        call: 'OUT_OF_SCOPE',
        probability: null,
        predictiveValues: null,
        threshold: null,
      });
      expect(target.reason).toContain('RESECTION');
      expect(target.logit).toBe(first.targets[0].logit);
      expect(prediction.provenance.calibration).toBeNull();
    });

    it.each([
      [{ operatingPoint: 'specificity-99' }, 'operatingPoint', { operatingPoints: ['youden', 'sensitivity-90'] }],
      [{ prevalence: 0 }, 'prevalence', {}],
      [{ prevalence: 1 }, 'prevalence', {}],
      [{ prevalence: -0.1 }, 'prevalence', {}],
    ] as const)('refuse the context %j', async (context, argument, facts) => {
      const { data, errors } = await gateway.ask(ANSWER, { id: first.provenance.answerId, context });
      expect(data.answer.prediction).toBeNull();
      expect(errors[0]?.extensions).toMatchObject({
        code: 'BAD_USER_INPUT',
        argument: `context.${argument}`,
        ...facts,
      });
    });

    it('name everything that a number rests on', async () => {
      const answers = new Set<string>();
      for (const [model, version] of [
        [V1, '1'],
        [V2, '2'],
      ] as const) {
        for (const region of [null, QUIET_CORNER]) {
          const { provenance } = await predict({ model, region });
          expect(provenance.model).toMatchObject({ ref: model, digest: expect.stringMatching(/^[0-9a-f]{64}$/) });
          expect(provenance.calibration.id).toBe(`demo-dense-focus-${version}-platt-resection`);
          expect(provenance.server).toEqual({ id: 'embedded', reportedVersion: version });
          answers.add(provenance.answerId);
        }
      }
      // Four questions, though all 22 tiles lie in the region: a part that happens to be the whole is another question.
      expect(answers.size).toBe(4);
    });

    it('hold embeddings too', async () => {
      const { embedding } = (await gateway.data(EMBED, { id: slide })).slide;
      infer.mockClear();
      const again = (await gateway.data(ANSWER, { id: embedding.provenance.answerId })).answer;
      expect(again.prediction).toBeNull();
      expect(again.embedding).toEqual({ ...embedding, provenance: { ...embedding.provenance, isReused: true } });
      expect(infer).not.toHaveBeenCalled();
    });

    it('outlive the model server, which comes back by itself', async () => {
      const [child] = await modelServerChildren();
      if (child === undefined) throw new Error('the gateway has no model server');
      process.kill(child, 'SIGKILL');
      await vi.waitFor(async () => expect(await modelServerChildren()).not.toContain(child), 15_000);
      const fresh = { region: { ...QUIET_CORNER, height: 800 } };
      const { errors } = await gateway.ask(PREDICT, { id: slide, model: V2, ...fresh });
      expect(errors[0]?.extensions).toMatchObject({ code: 'MODEL_UNAVAILABLE', retryable: true });
      expect((await reread()).prediction.targets).toEqual(first.targets);
      await vi.waitFor(() => predict({ model: V2, ...fresh }), { timeout: 30_000, interval: 250 });
      expect(Math.abs(first.targets[0].logit - referenceC6.region.v1.logit)).toBeLessThan(1e-3);
    }, 60_000);
  });
});
