import { afterAll, beforeAll, describe, expect, it, vi, type MockInstance } from 'vitest';
import { InferenceClient } from '#libs/inference-client';
import { addSlide, C6_FACTS, importCorner } from '#test/c6';
import { openTestGateway, type TestGateway } from '#test/open-test-gateway';
import { storeKinds } from '#test/stores';
import { createTargetModels } from '#test/target-models';
import { type Json } from '#test/json';

const RECORD = `fragment R on CalibratedScore { threshold { operatingPoint value } calibration { id choice retiredAt } }`;
const FIELDS = `${RECORD} fragment F on SlidePrediction { targets { name call reason ... on BinaryCall { rawScore ...R } ... on ScalarEstimate { ...R } }
  provenance { answerId isReused calibration { id } } }`;
const PREDICT = `${FIELDS} query Predict($id: ID!, $model: ModelRef!, $context: PredictionContextInput) {
  slide(id: $id) { prediction(model: $model, context: $context) { ...F } } }`;
const UNDER = `${FIELDS} query Under($id: ID!, $calibration: ID!, $target: String, $context: PredictionContextInput) {
  answer(id: $id) { under(calibration: $calibration, target: $target, context: $context) { ...F } } }`;
const VERSION = 'local:every-target/1';

describe.each(storeKinds)('an answer under a record that is named, on the $kind store', (kind) => {
  describe.skipIf(kind.skip)('with a model of random weights', () => {
    let gateway: TestGateway;
    let models: Awaited<ReturnType<typeof createTargetModels>>;
    let slide: string;
    let infer: MockInstance;
    const predict = async (variables: Readonly<Record<string, unknown>> = {}): Promise<Json> =>
      (await gateway.data(PREDICT, { id: slide, model: VERSION, ...variables })).slide.prediction;
    const named = (prediction: Json, name: string): Json => prediction.targets.find((one: Json) => one.name === name);
    const under = (variables: object) => gateway.ask(UNDER, { ...variables });

    beforeAll(async () => {
      models = await createTargetModels();
      gateway = await openTestGateway(kind, { modelDirs: [models.path] });
      slide = await addSlide(gateway, 'C6.tiff', C6_FACTS);
      await importCorner(gateway, slide);
      infer = vi.spyOn(InferenceClient.prototype, 'infer');
    });
    afterAll(async () => {
      infer?.mockRestore();
      await gateway?.close();
      await models?.remove();
    });

    it('reads a stored answer under a record that is named, with no model run, and refuses others by name', async () => {
      const first = await predict();
      const { answerId } = first.provenance;
      infer.mockClear();
      const { data } = await under({ id: answerId, calibration: 'her2-strict', target: 'her2' });
      expect(named(data.answer.under, 'her2')).toMatchObject({
        ...{ call: 'NEGATIVE', rawScore: named(first, 'her2').rawScore },
        ...{ calibration: { id: 'her2-strict', choice: 'NAMED', retiredAt: null }, threshold: { value: 0.99 } },
      });
      expect(named(data.answer.under, 'cells')).toMatchObject({
        call: 'UNCALIBRATED',
        reason: expect.stringContaining('her2-strict'),
      });
      expect(data.answer.under.provenance).toEqual({ answerId, isReused: true, calibration: { id: 'her2-strict' } });
      const refused = async (variables: object): Promise<Json> =>
        (await under({ id: answerId, ...variables })).errors[0]?.extensions;
      expect(await refused({ calibration: 'her2-strict', target: 'er' })).toMatchObject({
        code: 'CALIBRATION_MISMATCH',
        field: 'target',
        needed: 'her2',
      });
      expect(
        await refused({ calibration: 'pr-biopsy', context: { specimen: 'RESECTION', site: 'x' } }),
      ).toBeUndefined();
      expect(await refused({ calibration: 'her2-strict', context: { site: 'another' } })).toMatchObject({
        code: 'CALIBRATION_MISMATCH',
        field: 'site',
        found: null,
      });
      expect(await refused({ calibration: 'nobody-has-it' })).toMatchObject({
        code: 'CALIBRATION_MISMATCH',
        field: 'version',
        found: null,
      });
      expect(infer).not.toHaveBeenCalled();
    });

    it('names the version that has a record, where the answer is of another', async () => {
      const { provenance } = await predict({ model: 'local:every-target/2' });
      const { errors } = await under({ id: provenance.answerId, calibration: 'lobular' });
      expect(errors[0]?.extensions).toMatchObject({
        ...{ code: 'CALIBRATION_MISMATCH', argument: 'calibration', field: 'version' },
        ...{ needed: 'local:every-target/2', found: 'local:every-target/1' },
      });
    });

    it('has the operating points of a record with what each is worth at a prevalence', async () => {
      const { modelVersion } =
        await gateway.data(`{ modelVersion(ref: "${VERSION}") { calibrations { id class operatingPoints { operatingPoint positiveWeight
        evidence { ppa { value low high } npa { value low high } ppv { value low high } } predictiveValues(prevalence: 0.01) { ppv ppvInterval missedPer1000 } } } } }`);
      const curve = modelVersion.calibrations.find(({ id }: Json) => id === 'her2-weights').operatingPoints;
      expect(curve.map(({ positiveWeight }: Json) => positiveWeight)).toEqual([5, 10, 20, 30]);
      expect(curve.map(({ evidence }: Json) => evidence[0].ppa.value)).toEqual([0.5, 0.7, 0.8, 0.9]);
      const [w5] = curve;
      expect(w5.predictiveValues.ppv).toBeCloseTo(0.005 / (0.005 + 0.99 * (10 / 120)), 12);
      expect(w5.predictiveValues.missedPer1000).toBeCloseTo(5, 10);
      const [low, high] = w5.predictiveValues.ppvInterval;
      expect(low < w5.predictiveValues.ppv && w5.predictiveValues.ppv < high).toBe(true);
      // scipy.stats.binomtest(40, 80).proportion_ci(method='wilson')
      expect(w5.evidence[0].ppa.low).toBeCloseTo(0.3929741508611972, 12);
      expect(w5.evidence[0].ppa.high).toBeCloseTo(0.6070258491388028, 12);
    });

    it('takes a retired record that is named, and says since when it is retired', async () => {
      const { provenance } = await predict();
      await gateway.data(
        'mutation R { retireCalibration(model: "every-target/1", id: "her2-strict", reason: "Of the test.") { notices } }',
      );
      const { data } = await under({ id: provenance.answerId, calibration: 'her2-strict' });
      expect(named(data.answer.under, 'her2').calibration).toMatchObject({
        choice: 'NAMED',
        retiredAt: expect.any(String),
      });
      // By the case it is chosen no more.
      const chosen = named(await predict({ context: { site: 'strict' } }), 'her2').calibration;
      expect(chosen).toMatchObject({ id: 'her2-weights', choice: 'STRATUM' });
    });
  });
});
