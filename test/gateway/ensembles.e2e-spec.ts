import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it, vi, type MockInstance } from 'vitest';
import { InferenceClient } from '#libs/inference-client';
import { addSlide, C6_FACTS, floatsOf, importCorner, referenceC6 } from '#test/c6';
import { openTestGateway, type TestGateway } from '#test/open-test-gateway';
import { storeKinds } from '#test/stores';
import { createTargetModels, expectedTargets } from '#test/target-models';
import { type Json } from '#test/json';

const { folds } = expectedTargets;
const FIELDS = `fragment F on SlidePrediction { targets { name call
  ... on BinaryCall { logit rawScore memberScores memberSpread votes { ...V } probability threshold { value scale } predictiveValues { ppv } }
  ... on ClassCall { topClass votes { ...V } classes { name rawScore memberScores memberSpread } } }
  domain { percentile } ensemble { combine members { model answerId isUsed server { id } domain { percentile limitPercentile isInside } } } training { state trainedOn }
  provenance { answerId isReused model { ref } } }
  fragment V on MemberVotes { classes { name votes } counted winner tied cast thresholds }`;
const PREDICT = `${FIELDS} query Predict($id: ID!, $model: ModelRef!, $context: PredictionContextInput) {
  slide(id: $id) { prediction(model: $model, context: $context) { ...F } } }`;
const ANSWER = `${FIELDS} query Answer($id: ID!, $context: PredictionContextInput) { answer(id: $id) { prediction(context: $context) { ...F } } }`;
const ADD = `mutation Add($model: ModelRef!, $record: JSON!) { addCalibration(model: $model, record: $record, dryRun: true) { outcome } }`;
const MAP = `query Map($id: ID!, $mode: HeatMapMode!) { slide(id: $id) { prediction(model: "local:folds-mean/1") {
  heatMap(mode: $mode) { values { values href } coords { values } } } } }`;
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const near = (found: number, wanted: number | undefined): void => expect(found).toBeCloseTo(wanted ?? NaN, 5);

describe.each(storeKinds)('ensembles of folds, on the $kind store', (kind) => {
  describe.skipIf(kind.skip)('with three members of random weights', () => {
    let gateway: TestGateway;
    let models: Awaited<ReturnType<typeof createTargetModels>>;
    let slide: string;
    let infer: MockInstance;
    const predict = async (model: string, context: object = {}): Promise<Json> =>
      (await gateway.data(PREDICT, { id: slide, model, context })).slide.prediction;

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

    it('averages probabilities, shows every member and their spread, and asks each member once', async () => {
      infer.mockClear();
      const { targets, ensemble, provenance } = await predict('folds-mean/1');
      expect(infer).toHaveBeenCalledTimes(3);
      const [mutated, subtype] = targets;
      near(mutated.rawScore, mean(folds.probability));
      mutated.memberScores.forEach((score: number, i: number) => near(score, folds.probability[i]));
      // numpy.std(ddof=1)
      const squares = folds.probability.map((one) => (one - mean(folds.probability)) ** 2);
      near(
        mutated.memberSpread,
        Math.sqrt((squares[0] ?? NaN) / 2 + (squares[1] ?? NaN) / 2 + (squares[2] ?? NaN) / 2),
      );
      subtype.classes.forEach((one: Json, k: number) =>
        near(one.rawScore, mean(folds.subtype.map((fold) => fold[k] ?? NaN))),
      );
      expect(ensemble.combine).toBe('MEAN_OF_PROBS');
      expect(ensemble.members.map(({ model, isUsed }: Json) => [model, isUsed])).toEqual([
        ['local:fold/1', true],
        ['local:fold/2', true],
        ['local:fold/3', true],
      ]);
      expect(provenance.model.ref).toBe('local:folds-mean/1');
      const { domainPercentile } = referenceC6.region;
      for (const { domain } of ensemble.members)
        expect(domain).toEqual({
          percentile: expect.closeTo(domainPercentile, 1),
          limitPercentile: 99,
          isInside: true,
        });
      // Members' answers are answers of their own: another ensemble of them asks no model.
      infer.mockClear();
      near((await predict('folds-values/1')).targets[0].logit, mean(folds.logit));
      expect((await predict('fold/2')).provenance).toMatchObject({
        isReused: true,
        answerId: ensemble.members[1].answerId,
      });
      expect(infer).not.toHaveBeenCalled();
    });

    it('averages what members serve where the card says values, and activates the mean once', async () => {
      const [mutated, subtype] = (await predict('folds-values/1')).targets;
      near(mutated.rawScore, 1 / (1 + Math.exp(-mean(folds.logit))));
      subtype.classes.forEach((one: Json, k: number) => near(one.rawScore, folds.subtypeOfMeanLogits[k]));
    });

    it('reads a patient of the training by the members that held them out, from the stored answer too', async () => {
      const stored = await predict('folds-oof/1');
      expect(stored.training).toEqual({ state: 'NOT_CHECKED', trainedOn: [] });
      near(stored.targets[0].rawScore, mean(folds.probability));
      infer.mockClear();
      const read = async (patient: string): Promise<Json> =>
        (await gateway.data(ANSWER, { id: stored.provenance.answerId, context: { patient } })).answer.prediction;
      const outOfFold = await read('P-2');
      expect(outOfFold.training).toEqual({ state: 'OUT_OF_FOLD', trainedOn: ['local:fold/2', 'local:fold/3'] });
      expect(outOfFold.ensemble.members.map(({ isUsed }: Json) => isUsed)).toEqual([true, false, false]);
      near(outOfFold.targets[0].rawScore, folds.probability[0]);
      expect(outOfFold.targets[0].memberSpread).toBeNull();
      const two = await read('P-1');
      near(two.targets[0].rawScore, mean([folds.probability[0] ?? NaN, folds.probability[2] ?? NaN]));
      expect((await read('somebody new')).training).toEqual({ state: 'NOT_IN_TRAINING', trainedOn: [] });
      expect(infer).not.toHaveBeenCalled();
    });

    it('marks an answer that was trained on the patient, and takes no member away where the card does not say so', async () => {
      const { training, targets } = await predict('folds-mean/1', { patient: 'P-2' });
      expect(training).toEqual({ state: 'LEAKED', trainedOn: ['local:fold/2', 'local:fold/3'] });
      near(targets[0].rawScore, mean(folds.probability));
      expect((await predict('fold/3', { patient: 'P-3' })).training).toEqual({
        state: 'LEAKED',
        trainedOn: ['local:fold/3'],
      });
      expect((await predict('every-target/1', { patient: 'P-3' })).training.state).toBe('NOT_CHECKED');
    });

    it('keeps no id of a patient, in the log or in the store', async () => {
      const patient = 'Q-7731-of-the-test';
      await predict('folds-oof/1', { patient });
      expect(gateway.logLines.join('\n')).not.toContain(patient);
      const { errors } = await gateway.ask(PREDICT, {
        id: slide,
        model: 'folds-oof/1',
        context: { patient: 'x'.repeat(201) },
      });
      expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'context.patient' });
    });

    it('counts votes, shows who voted for what, and calls their share by a record of the ensemble alone', async () => {
      const { targets, ensemble, training } = await predict('folds-vote/1', { prevalence: 0.1, patient: 'P-2' });
      const [mutated, subtype] = targets;
      // A plain count of what ONNX Runtime and scipy say of each member.
      const isPositive = folds.probability.map((one) => one > 0.5);
      const share = isPositive.filter(Boolean).length / 3;
      const cast = isPositive.map((is) => [is ? 'present' : 'absent']);
      expect(mutated).toMatchObject({
        ...{ call: 'POSITIVE', logit: null, rawScore: share, probability: null },
        threshold: { value: 0.5, scale: 'RAW_PROBABILITY' },
        votes: { winner: 'present', tied: [], counted: 3, cast, thresholds: null },
      });
      expect(mutated.predictiveValues.ppv).toBeGreaterThan(0);
      mutated.memberScores.forEach((score: number, i: number) => near(score, folds.probability[i]));
      const names = ['ductal', 'lobular', 'other'];
      const largest = folds.subtype.map((fold) => names[fold.indexOf(Math.max(...fold))] ?? '');
      const votes = names.map((name) => ({ name, votes: largest.filter((one) => one === name).length }));
      expect(subtype).toMatchObject({ call: 'UNCALIBRATED', topClass: 'lobular', votes: { classes: votes } });
      expect(subtype.classes.map(({ rawScore }: Json) => rawScore)).toEqual(votes.map((one) => one.votes / 3));
      // A vote takes no member away: only OOF_BY_PATIENT does, and says so.
      expect(training).toEqual({ state: 'LEAKED', trainedOn: ['local:fold/2', 'local:fold/3'] });
      expect(ensemble.combine).toBe('MAJORITY');
      expect(ensemble.members.every(({ isUsed }: Json) => isUsed)).toBe(true);
    });

    it('counts votes by the thresholds that the card gives its members, from stored answers', async () => {
      infer.mockClear();
      const { targets, provenance } = await predict('folds-vote/2');
      const thresholds = [0.05, 0.95, 0.95];
      const reached = folds.probability.filter((one, i) => one >= (thresholds[i] ?? NaN)).length;
      expect(targets[0]).toMatchObject({
        call: 'UNCALIBRATED',
        rawScore: reached / 3,
        votes: { thresholds, winner: 'absent' },
      });
      const stored = await gateway.data(ANSWER, { id: provenance.answerId, context: {} });
      expect(stored.answer.prediction.targets).toEqual(targets);
      expect(infer).not.toHaveBeenCalled();
    });

    it('takes no record of log-odds for votes', async () => {
      const record = JSON.parse(await readFile('test/fixtures/targets/records.json', 'utf8'))[0];
      const wrong = { ...record, class: undefined, model: 'folds-vote', version: '1', target: 'mutated' };
      const { errors } = await gateway.ask(ADD, { model: 'folds-vote/1', record: wrong });
      expect(errors[0]?.extensions).toMatchObject({ code: 'CALIBRATION_INVALID', problems: [{ pointer: '/map' }] });
    });

    it('draws the mean of its members, tile by tile', async () => {
      const mapOf = async (mode: string): Promise<Json> =>
        (await gateway.data(MAP, { id: slide, mode })).slide.prediction.heatMap;
      const attention = floatsOf((await mapOf('ATTENTION_ROLLOUT')).values.values);
      attention.forEach((weight, tile) => near(weight, folds.attention[tile]));
      near(mean([...attention]) * attention.length, 1);
      const tiles = await mapOf('TILE_CLASS');
      floatsOf(tiles.values.values).forEach((score, tile) => near(score, folds.tileProbability[tile]));
      expect((await gateway.get(tiles.values.href)).status).toBe(200);
    });
  });
});
