import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { QUIET_CORNER, referenceC6 } from '#test/c6';
import { followPrediction, predictCohort } from '#test/cohorts';
import { type Json } from '#test/json';
import { type TestGateway } from '#test/open-test-gateway';
import {
  IMPACT,
  JOINED,
  MEAN,
  openPatientsWorld,
  PARTS,
  type PatientsWorld,
  SIDE,
  SINGLE,
  SMALL,
  WAYS,
} from '#test/patients-world';
import { storeKinds } from '#test/stores';

const WHOLE = `query W($id: ID!, $model: ModelRef!, $region: RegionInput) { slide(id: $id) { prediction(model: $model, region: $region) {
  tileCount targets { ... on BinaryCall { logit } } } } }`;
const COMPARE = `query C($input: CompareVersionsInput!) { compareVersions(input: $input) { versions { answered }
  comparison { n pairs { differences { bias } } leftOut { nodes { item missing { name reason } } } } } }`;

describe.each(storeKinds)('patients with several slides, on the $kind store', (kind) => {
  describe.skipIf(kind.skip)('by the policy of each card', () => {
    let patients: PatientsWorld;
    let world: TestGateway;
    let slide: string;

    const itemsOf = (model: string): Promise<Json> => patients.itemsOf(model);
    const tableOf = (model: string, by: string) => patients.tableOf(model, by);

    beforeAll(async () => {
      patients = await openPatientsWorld(kind);
      ({ world, slide } = patients);
      // Three slides a version, and once more the patient where the slides are one. Version 3 of `moved` is asked later.
      expect(patients.predicted).toMatchObject({ state: 'SUCCEEDED', total: 7 * 3 + 4 });
    }, 120_000);
    afterAll(() => patients?.close());

    it.each([JOINED, SIDE])(
      'are one bag of all their tiles: %s says what it says of the slide in one piece',
      async (ref) => {
        const { prediction } = (await world.data(WHOLE, { id: slide, model: ref, region: QUIET_CORNER })).slide;
        expect(prediction.tileCount).toBe(referenceC6.region.tileIndices.length);
        const [patient, other] = await itemsOf(ref);
        expect(patient).toMatchObject({
          state: 'ANSWERED',
          error: null,
          aggregation: WAYS[ref === JOINED ? 'joined' : 'side'],
        });
        expect(patient.targets[0].logit).toBeCloseTo(prediction.targets[0].logit, 4);
        expect(other.targets[0].logit).toBe(prediction.targets[0].logit);
        expect(patient.provenance).toMatchObject([{ slide: { id: slide }, slides: [{ id: slide }, { id: slide }] }]);
        const stored = `{ answer(id: "${patient.provenance[0].answerId}") { kind slide { id } slides { id }
          prediction { tileCount region { x } heatMapModes targets { ... on BinaryCall { logit rawScore } } provenance { answerId slides { id } } } } }`;
        expect(await world.data(stored)).toEqual({
          answer: {
            ...{ kind: 'SLIDE_PREDICTION', slide: null, slides: [{ id: slide }, { id: slide }] },
            prediction: {
              ...{ tileCount: prediction.tileCount, region: null, heatMapModes: [], targets: patient.targets },
              provenance: { answerId: patient.provenance[0].answerId, slides: [{ id: slide }, { id: slide }] },
            },
          },
        });
        const mean = (await itemsOf(MEAN))[0];
        expect(mean.provenance).toHaveLength(2);
        expect(patient.targets[0].logit).not.toBeCloseTo(mean.targets[0].logit, 3);
      },
    );

    it('are called again under a record that is named, as one case; and have no map', async () => {
      const [{ provenance, targets }] = await itemsOf('local-2:moved/1');
      const id = provenance[0].answerId;
      const under = (record: string) =>
        `{ answer(id: "${id}") { under(calibration: "${record}") { targets { ... on BinaryCall { call probability logit calibration { id } } } } } }`;
      const { answer } = await world.data(under('moved-1'));
      const [target] = answer.under.targets;
      expect(target).toMatchObject({ call: 'POSITIVE', logit: targets[0].logit, calibration: { id: 'moved-1' } });
      // The record's Platt map.
      expect(target.probability).toBeCloseTo(1 / (1 + Math.exp(-(0.60816 * target.logit + 0.32127))), 12);
      expect((await world.ask(under('moved-2'))).errors[0]?.extensions['code']).toBe('CALIBRATION_MISMATCH');
      const map = `{ answer(id: "${id}") { prediction { heatMap(mode: TILE_CLASS) { meaning } } } }`;
      expect((await world.ask(map)).errors[0]).toMatchObject({
        message: expect.stringMatching(/several slides of a patient/),
        extensions: { code: 'BAD_USER_INPUT' },
      });
      for (const file of ['coords.npy', 'maps/TILE_CLASS.npy', 'maps/TILE_CLASS.png'])
        expect((await world.get(`/answers/${id}/${file}`)).status, file).toBe(400);
    });

    it.each([
      [JOINED, 'ITEM', 1, 'CONCAT_TILES'],
      [MEAN, 'ITEM', 2, 'MEAN_SLIDES'],
    ])('have one line in the table: %s', async (ref, by, answers, policy) => {
      const rows = await tableOf(ref, by);
      expect(rows.map(({ item }) => item)).toEqual(['P-1', 'P-2']);
      const [patient, other] = rows;
      const [node] = await itemsOf(ref);
      expect(patient).toMatchObject({ state: 'ANSWERED', slide: `${slide} ${slide}`, aggregation: policy });
      expect(patient?.['x']).toBe(PARTS.map(({ x }) => x).join(' '));
      expect(patient?.['answer_id']?.split(' ')).toEqual(
        node.provenance.map(({ answerId }: { answerId: string }) => answerId),
      );
      expect(patient?.['answer_id']?.split(' ')).toHaveLength(answers);
      expect(Number(patient?.['logit'])).toBe(node.targets[0].logit);
      expect(other).toMatchObject({ slide, aggregation: '' });
    });

    it('have a line for each slide where that is asked for, and one refusal where the card takes one slide', async () => {
      const rows = await tableOf(JOINED, 'SLIDE');
      expect(rows.map(({ item, slide: of, aggregation }) => [item, of, aggregation])).toEqual([
        ['P-1', slide, ''],
        ['P-1', slide, ''],
        ['P-2', slide, ''],
      ]);
      expect((await tableOf(SINGLE, 'ITEM'))[0]).toMatchObject({
        ...{ item: 'P-1', state: 'REFUSED', code: 'PATIENT_SLIDES_REFUSED', call: '', aggregation: 'SINGLE' },
      });
      expect((await world.get(`/cohorts/patients/1/predictions.csv?model=${JOINED}&by=TILE`)).status).toBe(400);
    });

    it('are the mean over the slides, of raw probabilities', async () => {
      const [{ targets, members, aggregation }] = await itemsOf(MEAN);
      const scores = members.map(({ prediction }: Json) => prediction.targets[0].rawScore);
      expect([scores.length, aggregation]).toEqual([2, 'MEAN_SLIDES']);
      expect(targets[0].rawScore).toBeCloseTo((scores[0] + scores[1]) / 2, 14);
    });

    it('have no answer as a whole where the card takes one slide, or not so many tiles', async () => {
      expect((await itemsOf(SINGLE))[0]).toMatchObject({
        state: 'REFUSED',
        targets: null,
        error: { code: 'PATIENT_SLIDES_REFUSED' },
        members: [{ state: 'ANSWERED' }, { state: 'ANSWERED' }],
      });
      expect((await itemsOf(SMALL))[0]).toMatchObject({
        state: 'REFUSED',
        targets: null,
        error: { code: 'TOO_MANY_TILES' },
        members: [{ state: 'ANSWERED' }, { state: 'ANSWERED' }],
      });
    });

    it('are compared by what the policies make of them', async () => {
      const compare = async (refs: readonly string[]): Promise<Json> =>
        (await world.data(COMPARE, { input: { models: refs, cohort: 'patients', scale: 'RAW_PROBABILITY' } }))
          .compareVersions;
      const same = await compare([JOINED, SIDE]);
      expect(same.comparison).toMatchObject({ n: 2, leftOut: { nodes: [] } });
      expect(same.comparison.pairs[0].differences.bias).toBeCloseTo(0, 6);
      // The same slides and bags, put together in two ways.
      expect((await compare([JOINED, MEAN])).comparison).toMatchObject({ n: 2, leftOut: { nodes: [] } });
      expect((await compare([MEAN, SINGLE])).comparison.leftOut.nodes).toEqual([
        { item: 'P-1', missing: [{ name: SINGLE, reason: 'PATIENT_SLIDES_REFUSED' }] },
      ]);
    });

    it('are one question each in the impact of a promotion, by what each policy makes of their slides', async () => {
      const ask = async (version: string, cohort: string | null = 'patients'): Promise<Json> =>
        (await world.data(IMPACT, { version, cohort })).promotionImpact;
      const impact = await ask('2');
      const two = { questions: 2, comparable: 2, lackingBefore: 0, lackingAfter: 0, changed: 2 };
      const [one, three] = [1, 3].map((n) => ({ ...two, questions: n, comparable: n, changed: n }));
      expect(impact).toMatchObject({
        counts: { ...two, patients: one, slides: three },
        transitions: [{ before: 'POSITIVE', after: 'NEGATIVE', count: 2 }],
        notices: [],
      });
      const [joined] = await itemsOf('local-2:moved/1');
      const [mean] = await itemsOf('local-2:moved/2');
      const idsOf = ({ provenance }: Json) => provenance.map(({ answerId }: Json) => answerId);
      expect(impact.changes.nodes).toMatchObject([
        {
          ...{ item: 'P-1', slideId: null, places: [{ slideId: slide }, { slideId: slide }] },
          ...{ answerBefore: idsOf(joined)[0], answersBefore: idsOf(joined) },
          ...{ answerAfter: null, answersAfter: idsOf(mean) },
        },
        { item: 'P-2', slideId: slide, places: [{ slideId: slide }], answersBefore: [expect.any(String)] },
      ]);
      // Without a cohort: the patient as it was asked, not once more slide by slide.
      expect((await ask('2', null)).counts).toEqual(impact.counts);
      // Nobody asked version 3, which takes no patients with several slides at all.
      const single = await ask('3');
      expect(single.counts).toMatchObject({ questions: 2, comparable: 0, lackingAfter: 2, changed: 0 });
      await followPrediction(world, await predictCohort(world, { cohort: 'patients', models: ['local-2:moved/3'] }));
      const asked = await ask('3');
      expect(asked.counts).toMatchObject({ comparable: 1, lackingAfter: 1, changed: 1, slides: { lackingAfter: 2 } });
      expect(asked.notices.join(' ')).toMatch(/moved\/3 has no call of 1 patients .*PATIENT_SLIDES_REFUSED/);
    });

    it('are asked once: a second prediction finds every answer stored', async () => {
      const [job] = (
        await followPrediction(world, await predictCohort(world, { cohort: 'patients', models: [JOINED] }))
      ).slice(-1);
      expect(job.cohortPrediction.models).toMatchObject([{ answered: 4, reused: 4, failures: [] }]);
    });
  });
});
