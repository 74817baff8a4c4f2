import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { V1, V2 } from '#test/c6';
import { createCohort, followPrediction, predictCohort, predictionsOf } from '#test/cohorts';
import { type Json } from '#test/json';
import { idsOf, openManyWorld, type ManyWorld, MODELS, TWO } from '#test/many-world';
import { DEMO_MODELS } from '#test/open-test-gateway';
import { storeKinds } from '#test/stores';
import { startServer, type ServerProcess } from '../model-server/start-server.js';

const SLIDES = 60;
const CHAMPION = 'demo-dense-focus@champion';

let server: ServerProcess;
beforeAll(async () => {
  server = await startServer('--models', DEMO_MODELS);
});
afterAll(() => server?.stop());

describe.each(storeKinds)('predictions over a cohort, on the $kind store', (kind) => {
  describe.skipIf(kind.skip)('of slides, one without features and one that no model can read', () => {
    let world: ManyWorld;
    let ids: readonly string[];

    const outcomeOf = (job: Json, ref: string): Json =>
      job.cohortPrediction.models.find((model: Json) => model.ref === ref);

    beforeAll(async () => {
      world = await openManyWorld(kind, server.url, SLIDES);
      const huge = await world.maker.withFeatures(world.maker.imported.features.map((value) => value * 1e37));
      ids = [...idsOf(world.slides), await world.maker.bare(), huge.id];
      const csv = ['slide,site', ...ids.map((id, index) => `${id},site ${index % 3}`)].join('\n');
      await createCohort(world.gateway, { id: 'slides', name: 'Slides', csv });
    }, 120_000);
    afterAll(() => world?.close());
    beforeEach(() => world.watched.forget());

    it('ask each version once about each slide, however it is named, and leave the others whole where one cannot be answered', async () => {
      const id = await predictCohort(world.gateway, { cohort: 'slides', models: [V1, V2, CHAMPION] });
      const looks = await followPrediction(world.gateway, id);
      const last = looks.at(-1);
      expect(last).toMatchObject({
        state: 'SUCCEEDED',
        kind: 'PREDICT_COHORT',
        done: ids.length * 2,
        total: ids.length * 2,
      });
      expect(last.cohortPrediction).toMatchObject({ cohort: 'slides', revision: 1 });
      expect(last.cohortPrediction.models).toHaveLength(2);
      for (const ref of [V1, V2])
        expect(outcomeOf(last, ref)).toMatchObject({
          ...{ answered: SLIDES, reused: 0 },
          failures: expect.arrayContaining([
            { code: 'FEATURES_MISSING', count: 1 },
            { code: 'MODEL_BAD_RESPONSE', count: 1 },
          ]),
        });
      const { first, second } = MODELS;
      for (const model of [first, second])
        expect(world.watched.infers.filter((infer) => infer.model === model)).toHaveLength(SLIDES + 1);
    });

    it('give the calls of single questions page by page, and each other slide its own error', async () => {
      const { data } = await world.ask(TWO, idsOf(world.slides));
      expect(world.watched.infers).toHaveLength(0);
      for (const [model, field] of [
        [V1, 'first'],
        [V2, 'second'],
      ] as const) {
        const nodes = await predictionsOf(world.gateway, 'slides', model, 25);
        expect(nodes.map(({ item }) => item.position)).toEqual(ids.map((_, index) => index));
        for (const [index, { state, members }] of nodes.slice(0, SLIDES).entries()) {
          const expected = data.slides[index][field];
          const [{ prediction, answerId, error }] = members;
          expect([state, members.length, error]).toEqual(['ANSWERED', 1, null]);
          expect(answerId).toBe(expected.provenance.answerId);
          expect(prediction.targets).toEqual(expected.targets);
        }
        const [bare, huge] = nodes.slice(SLIDES);
        expect(bare).toMatchObject({ state: 'REFUSED', members: [{ prediction: null, answerId: null }] });
        expect(bare.members[0].error).toMatchObject({ code: 'FEATURES_MISSING', retryable: false });
        expect(huge).toMatchObject({ state: 'FAILED', members: [{ prediction: null }] });
        expect(huge.members[0].error).toMatchObject({ code: 'MODEL_BAD_RESPONSE', retryable: false });
      }
      expect(world.watched.infers).toHaveLength(0);
    });

    it('are compared with the failures of each item, by code and in a sentence', async () => {
      const query = `{ compareVersions(input: {models: ["${V1}", "${V2}"], cohort: "slides", scale: RAW_PROBABILITY}) {
        notices comparison { n leftOut { nodes { item missing { name reason message } } } } } }`;
      const { notices, comparison } = (await world.gateway.data(query)).compareVersions;
      expect(comparison.n).toBe(SLIDES);
      const [bare, huge] = comparison.leftOut.nodes.map(({ missing }: Json) => missing);
      expect(bare).toMatchObject([
        { name: V1, reason: 'FEATURES_MISSING', message: expect.stringContaining('features') },
        { name: V2, reason: 'FEATURES_MISSING' },
      ]);
      expect(huge).toMatchObject([
        { name: V1, reason: 'MODEL_BAD_RESPONSE', message: expect.stringMatching(/\.$/) },
        { name: V2, reason: 'MODEL_BAD_RESPONSE' },
      ]);
      expect(notices[0]).toContain('(FEATURES_MISSING 1, MODEL_BAD_RESPONSE 1)');
    });

    it('take what is stored a second time', async () => {
      const [job] = (
        await followPrediction(world.gateway, await predictCohort(world.gateway, { cohort: 'slides', models: [V1] }))
      ).slice(-1);
      expect(outcomeOf(job, V1)).toMatchObject({ answered: SLIDES, reused: SLIDES });
      // Only the question that has no answer is put again.
      expect(world.watched.infers).toHaveLength(1);
    });

    it('refuse a case that no record has for the whole request, and a model that answers nothing about slides', async () => {
      const query = `{ cohort(id: "slides") { predictions(model: "${V1}", context: {operatingPoint: "none"}) { totalCount } } }`;
      const { errors } = await world.gateway.ask(query);
      expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'context.operatingPoint' });
      const ask = (input: object) =>
        world.gateway.ask('mutation P($input: PredictCohortInput!) { predictCohort(input: $input) { id } }', { input });
      for (const [input, code] of [
        [{ cohort: 'slides', models: ['local:demo-lite0/1'] }, 'BAD_USER_INPUT'],
        [{ cohort: 'slides', models: [] }, 'BAD_USER_INPUT'],
        [{ cohort: 'slides', models: Array(9).fill(V1) }, 'BAD_USER_INPUT'],
        [{ cohort: 'slides', models: ['local:nobody/1'] }, 'MODEL_NOT_FOUND'],
        [{ cohort: 'none', models: [V1] }, 'NOT_FOUND'],
        [{ cohort: 'slides', revision: 2, models: [V1] }, 'NOT_FOUND'],
      ] as const)
        expect((await ask(input)).errors[0]?.extensions['code']).toBe(code);
    });

    it('stop when they are cancelled, keep what was answered, and go on from there', async () => {
      const more = await world.maker.many(60);
      const csv = ['slide', ...idsOf(more)].join('\n');
      await createCohort(world.gateway, { id: 'more', name: 'More', csv });
      // Of every other slide the model says nothing until somebody gives up.
      let seen = 0;
      world.watched.holdBack(() => (seen += 1) > 20);
      const id = await predictCohort(world.gateway, { cohort: 'more', models: [V1] });
      while (world.watched.infers.length <= 20) await sleep(20);
      const before = performance.now();
      await world.gateway.data('mutation C($id: ID!) { cancelJob(id: $id) { state } }', { id });
      const [job] = (await followPrediction(world.gateway, id)).slice(-1);
      expect(job).toMatchObject({ state: 'CANCELLED', cohortPrediction: null });
      expect(performance.now() - before).toBeLessThan(10_000);
      const partial = await predictionsOf(world.gateway, 'more', V1, 100);
      const answered = partial.filter(({ state }) => state === 'ANSWERED').length;
      expect(answered).toBeGreaterThan(0);
      expect(answered).toBeLessThan(60);
      expect(partial.filter(({ state }) => state === 'NOT_ASKED')).toHaveLength(60 - answered);
      world.watched.forget();
      const [again] = (
        await followPrediction(world.gateway, await predictCohort(world.gateway, { cohort: 'more', models: [V1] }))
      ).slice(-1);
      expect(outcomeOf(again, V1)).toMatchObject({ answered: 60, reused: answered, failures: [] });
      expect(world.watched.infers).toHaveLength(60 - answered);
    });
  });
});
