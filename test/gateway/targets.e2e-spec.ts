import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addSlide, C6_FACTS, floatsOf, importCorner } from '#test/c6';
import { openTestGateway, type TestGateway } from '#test/open-test-gateway';
import { storeKinds } from '#test/stores';
import { createTargetModels, expectedTargets as expected } from '#test/target-models';
import { expectedDatatypes } from '#test/datatype-models';
import { type Json } from '#test/json';

const RECORD = `fragment R on CalibratedScore { threshold { operatingPoint value scale positiveWeight cohort } calibration { id choice retiredAt } predictiveValues { ppv npv missedPer1000 } }`;
const FIELDS = `${RECORD} fragment F on SlidePrediction { targets { __typename name call reason
  ... on BinaryCall { logit rawScore probability memberScores memberSpread ...R }
  ... on ClassCall { isOrdinal topClass tiedClasses medianClass expectedRank classes { name logit rawScore rawScoreOrHigher probability call ...R } }
  ... on ScalarEstimate { value unit range { min max } isInRange ...R }
  ... on RiskEstimate { riskScore direction ...R } }
  provenance { answerId isReused calibration { id } } }`;
const PREDICT = `${FIELDS} query Predict($id: ID!, $model: ModelRef!, $context: PredictionContextInput) {
  slide(id: $id) { prediction(model: $model, context: $context) { ...F } } }`;
const MAP = `query Map($id: ID!, $model: ModelRef!, $mode: HeatMapMode!, $target: String, $class: String) { slide(id: $id) { prediction(model: $model) {
  heatMap(mode: $mode, target: $target, class: $class) { target class range values { values href } imageHref } } } }`;
const VERSION = 'local:every-target/1';

/** scipy's softmax in float64 of float32 logits; a model server's last bit may differ. */
const near = (found: number, wanted: number | undefined): void => expect(found).toBeCloseTo(wanted ?? NaN, 5);

describe.each(storeKinds)('every kind of target, on the $kind store', (kind) => {
  describe.skipIf(kind.skip)('with a model of random weights', () => {
    let gateway: TestGateway;
    let models: Awaited<ReturnType<typeof createTargetModels>>;
    let slide: string;
    const predict = async (variables: Readonly<Record<string, unknown>> = {}): Promise<Json> =>
      (await gateway.data(PREDICT, { id: slide, model: VERSION, ...variables })).slide.prediction;
    const named = (prediction: Json, name: string): Json => prediction.targets.find((one: Json) => one.name === name);

    beforeAll(async () => {
      models = await createTargetModels();
      gateway = await openTestGateway(kind, { modelDirs: [models.path] });
      slide = await addSlide(gateway, 'C6.tiff', C6_FACTS);
      await importCorner(gateway, slide);
    });
    afterAll(async () => {
      await gateway?.close();
      await models?.remove();
    });

    it.each(['1', '2'])(
      'has the numbers of scipy and ONNX Runtime, logits or probabilities served (version %s)',
      async (version) => {
        const prediction = await predict({ model: `local:every-target/${version}` });
        expect(prediction.targets.map(({ __typename }: Json) => __typename)).toEqual([
          ...['ClassCall', 'ClassCall', 'BinaryCall', 'BinaryCall', 'BinaryCall'],
          ...['ScalarEstimate', 'ScalarEstimate', 'RiskEstimate'],
        ]);
        named(prediction, 'subtype').classes.forEach((one: Json, k: number) => {
          near(one.rawScore, expected.probabilities.subtype[k]);
          expect(one.rawScoreOrHigher).toBeNull();
        });
        const grade = named(prediction, 'grade');
        const shares = expected.probabilities.grade;
        grade.classes.forEach((one: Json, k: number) => {
          near(one.rawScore, shares[k]);
          near(
            one.rawScoreOrHigher,
            shares.slice(k).reduce((a, b) => a + b, 0),
          );
        });
        near(
          grade.expectedRank,
          shares.reduce((sum, share, k) => sum + k * share, 0),
        );
        expect(grade).toMatchObject({ isOrdinal: true, topClass: 'G2', medianClass: 'G2' });
        ['er', 'pr', 'her2'].forEach((name, k) =>
          near(named(prediction, name).rawScore, expected.probabilities.labels[k]),
        );
        near(named(prediction, 'cells').value, expected.logits.values[0]);
        near(named(prediction, 'hazard').riskScore, expected.logits.risk[0]);
      },
    );

    it('calls each kind by its own record and scale', async () => {
      const prediction = await predict({ context: { prevalence: 0.1 } });
      const subtype = named(prediction, 'subtype');
      expect(subtype).toMatchObject({ call: 'POSITIVE', topClass: 'lobular', tiedClasses: [] });
      const [ductal, lobular] = subtype.classes;
      // 0.8 x 1.0774 - 0.3 through the sigmoid; the other classes go by softmax(z / 1.7).
      expect(lobular).toMatchObject({ call: 'POSITIVE', calibration: { id: 'lobular', choice: 'STRATUM' } });
      expect(lobular.probability).toBeCloseTo(1 / (1 + Math.exp(-(0.8 * lobular.logit - 0.3))), 12);
      expect(ductal).toMatchObject({ call: 'NEGATIVE', calibration: { id: 'all-subtypes' } });
      const odds = expected.logits.subtype.map((z) => Math.exp(z / 1.7));
      near(ductal.probability, (odds[0] ?? NaN) / odds.reduce((a, b) => a + b, 0));
      // PPA 72 of 80, NPA 90 of 120, prevalence 0.1: PPV 0.09 / (0.09 + 0.225).
      expect(lobular.predictiveValues.ppv).toBeCloseTo(0.09 / 0.315, 12);
      expect(named(prediction, 'grade')).toMatchObject({
        call: 'POSITIVE',
        reason: expect.stringMatching(/^G2 or higher: /),
      });
      expect(named(prediction, 'er')).toMatchObject({
        call: 'INDETERMINATE',
        reason: expect.stringContaining('grey zone'),
      });
      expect(named(prediction, 'pr')).toMatchObject({
        call: 'NEGATIVE',
        calibration: { id: 'pr-biopsy', choice: 'FALLBACK' },
      });
      expect(named(prediction, 'her2')).toMatchObject({
        call: 'NEGATIVE',
        probability: null,
        threshold: { operatingPoint: 'w5', positiveWeight: 5 },
      });
      expect(named(prediction, 'cells')).toMatchObject({
        call: 'POSITIVE',
        unit: 'cells/mm2',
        isInRange: true,
        threshold: { scale: 'VALUE' },
      });
      expect(named(prediction, 'lymphocytes')).toMatchObject({
        call: 'UNCALIBRATED',
        isInRange: false,
        range: { min: 0, max: 100 },
      });
      expect(named(prediction, 'hazard')).toMatchObject({
        call: 'POSITIVE',
        direction: 'HIGHER_IS_WORSE',
        threshold: { cohort: 'Cohort of the tests' },
      });
    });

    it('takes an operating point of one target, and calls no other target by it', async () => {
      const prediction = await predict({ context: { operatingPoint: 'w10' } });
      expect(named(prediction, 'her2')).toMatchObject({ call: 'POSITIVE', threshold: { operatingPoint: 'w10' } });
      expect(named(prediction, 'cells')).toMatchObject({
        call: 'UNCALIBRATED',
        reason: expect.stringContaining('no operating point'),
      });
      const { errors } = await gateway.ask(PREDICT, { id: slide, model: VERSION, context: { operatingPoint: 'w11' } });
      expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'context.operatingPoint' });
      expect(errors[0]?.extensions['operatingPoints']).toEqual(expect.arrayContaining(['half', 'w5', 'w30', 'median']));
    });

    it('guards the domain of every kind', async () => {
      const prediction = await predict({ model: 'local:every-target/3' });
      expect(new Set(prediction.targets.map(({ call }: Json) => call))).toEqual(new Set(['OUT_OF_DOMAIN']));
      expect(named(prediction, 'er').probability).toBeNull();
      expect(named(prediction, 'subtype').classes.every(({ probability }: Json) => probability === null)).toBe(true);
      expect(prediction.provenance.calibration).toBeNull();
    });

    it('draws maps of a class, a label and a risk, each from its own numbers', async () => {
      const mapOf = async (variables: object): Promise<Json> =>
        (await gateway.data(MAP, { id: slide, model: VERSION, mode: 'TILE_CLASS', ...variables })).slide.prediction
          .heatMap;
      const other = await mapOf({ target: 'subtype', class: 'other' });
      expect(other).toMatchObject({ target: 'subtype', class: 'other' });
      [...floatsOf(other.values.values)].forEach((score, tile) => near(score, expected.tileSubtype[tile]?.[2]));
      const risk = await mapOf({ target: 'hazard' });
      [...floatsOf(risk.values.values)].forEach((score, tile) => near(score, expected.tileRisk[tile]));
      const product = await mapOf({ mode: 'PRODUCT', target: 'hazard' });
      [...floatsOf(product.values.values)].forEach((score, tile) =>
        near(score, (expected.tileRisk[tile] ?? NaN) * (expected.attention[tile] ?? NaN)),
      );
      const { bytes } = await gateway.get(other.values.href);
      expect(Buffer.from(bytes.subarray(bytes.length - 88)).toString('base64')).toBe(
        Buffer.from(floatsOf(other.values.values).buffer).toString('base64'),
      );
      expect((await gateway.get(other.imageHref)).headers['content-type']).toBe('image/png');
      const { errors } = await gateway.ask(MAP, { id: slide, model: VERSION, mode: 'TILE_CLASS', target: 'subtype' });
      expect(errors[0]?.extensions).toMatchObject({
        code: 'BAD_USER_INPUT',
        argument: 'class',
        classes: ['ductal', 'lobular', 'other'],
      });
    });

    it.each([
      ['local:datatypes/1', expectedDatatypes.single],
      ['local:datatypes/2', expectedDatatypes.half],
    ])('takes and gives other datatypes than FP32, bit by bit (%s)', async (model, wanted) => {
      const { targets, provenance } = await predict({ model });
      const [logit, probability, cells] = targets;
      expect([logit.logit, logit.rawScore]).toEqual(
        [wanted.logit[0], wanted.rawScore].map((one) => expect.closeTo(one, 12)),
      );
      expect([probability.rawScore, cells.value]).toEqual([wanted.probability[0], wanted.cells[0]]);
      // Nothing in the card refers to the label: it is stored as it came, and is a file like any other.
      const file = async (name: string) =>
        (await gateway.get(`/answers/${provenance.answerId}/arrays/${name}.npy`)).bytes;
      const label = await file('label');
      expect(label.toString('latin1')).toContain("'descr': '<i8'");
      expect(label.readBigInt64LE(label.length - 8)).toBe(BigInt(wanted.label[0]));
      expect((await file('logit')).subarray(-8).readDoubleLE()).toBe(logit.logit);
      const { heatMap } = (await gateway.data(MAP, { id: slide, model, mode: 'ATTENTION_ROLLOUT' })).slide.prediction;
      expect([...floatsOf(heatMap.values.values)]).toEqual(wanted.attention);
      expect(await predict({ model })).toMatchObject({ targets, provenance: { isReused: true } });
    });

    it('refuses a yes for a score, by name', async () => {
      const { errors } = await gateway.ask(PREDICT, { id: slide, model: 'local:datatypes/3' });
      expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', output: 'yes', datatype: 'BOOL' });
    });
  });
});
