import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addSlide, C6_FACTS, importCorner, QUIET_CORNER, referenceC6 } from '#test/c6';
import { createCohort, followPrediction, predictCohort } from '#test/cohorts';
import { type Json } from '#test/json';
import { DEMO_MODELS, openTestGateway, type TestGateway } from '#test/open-test-gateway';
import { copyModel, rename } from '#test/own-models';
import { storeKinds } from '#test/stores';

const WAYS = { joined: 'CONCAT_TILES', side: 'VIRTUAL_SLIDE', mean: 'MEAN_SLIDES', small: 'CONCAT_TILES' } as const;
const REFS = Object.keys(WAYS).map((way) => `local-2:${way}/1`);
const [JOINED = '', SIDE = '', MEAN = '', SMALL = ''] = REFS;
const SINGLE = 'local:demo-dense-focus/1';
const FIELDS =
  'state aggregation provenance { answerId slide { id } slides { id } } error { code } targets { ... on BinaryCall { logit rawScore } }';
const PREDICTIONS = `query P($model: ModelRef!) { cohort(id: "patients") { predictions(model: $model) { nodes { item { key } ${FIELDS}
  members { state answerId prediction { targets { ... on BinaryCall { rawScore } } } } } } } }`;
const WHOLE = `query W($id: ID!, $model: ModelRef!, $region: RegionInput) { slide(id: $id) { prediction(model: $model, region: $region) {
  tileCount targets { ... on BinaryCall { logit } } } } }`;
const COMPARE = `query C($input: CompareVersionsInput!) { compareVersions(input: $input) { versions { answered }
  comparison { n pairs { differences { bias } } leftOut { nodes { item missing { name reason } } } } } }`;

// The median tile parts the corner into two slides of the same patient; a tile's centre decides.
const ys = referenceC6.region.tileIndices.map((tile) => referenceC6.coords[tile]?.[1] ?? NaN).toSorted((a, b) => a - b);
const middle = (ys[ys.length / 2] ?? NaN) + 163 - QUIET_CORNER.y;
const PARTS = [
  { ...QUIET_CORNER, height: middle },
  { ...QUIET_CORNER, y: QUIET_CORNER.y + middle, height: QUIET_CORNER.height - middle },
];

describe.each(storeKinds)('patients with several slides, on the $kind store', (kind) => {
  describe.skipIf(kind.skip)('by the policy of each card', () => {
    let world: TestGateway;
    let models = '';
    let slide: string;

    const itemsOf = async (model: string): Promise<Json> =>
      (await world.data(PREDICTIONS, { model })).cohort.predictions.nodes;

    beforeAll(async () => {
      models = await mkdtemp(join(tmpdir(), 'tessera-patients-'));
      for (const [name, policy] of Object.entries(WAYS))
        await copyModel(models, 'demo-dense-focus/1', (card) => {
          rename(name)(card);
          card['input'].patientAggregation = policy;
          if (name === 'small') card['input'].tiles = { min: 8, max: 15 };
        });
      world = await openTestGateway(kind, { modelDirs: [DEMO_MODELS, models] });
      slide = await addSlide(world, 'C6.tiff', C6_FACTS);
      await importCorner(world, slide);
      const row = ({ x, y, width, height }: typeof QUIET_CORNER, patient: string): string =>
        [slide, x, y, width, height, patient].join();
      const csv = [
        'slide,x,y,width,height,patient',
        ...PARTS.map((part) => row(part, 'P-1')),
        row(QUIET_CORNER, 'P-2'),
      ];
      await createCohort(world, { id: 'patients', name: 'Patients', unit: 'PATIENT', csv: csv.join('\n') });
      const looks = await followPrediction(
        world,
        await predictCohort(world, { cohort: 'patients', models: [...REFS, SINGLE] }),
      );
      // Three slides a version, and once more the patient where the slides are one.
      expect(looks.at(-1)).toMatchObject({ state: 'SUCCEEDED', total: 5 * 3 + 3 });
    }, 120_000);
    afterAll(async () => {
      await world?.close();
      await rm(models, { recursive: true, force: true });
    });

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
        const stored = `{ answer(id: "${patient.provenance[0].answerId}") { kind slide { id } } }`;
        expect(await world.data(stored)).toEqual({ answer: { kind: 'SLIDE_PREDICTION', slide: null } });
        const mean = (await itemsOf(MEAN))[0];
        expect(mean.provenance).toHaveLength(2);
        expect(patient.targets[0].logit).not.toBeCloseTo(mean.targets[0].logit, 3);
      },
    );

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

    it('are asked once: a second prediction finds every answer stored', async () => {
      const [job] = (
        await followPrediction(world, await predictCohort(world, { cohort: 'patients', models: [JOINED] }))
      ).slice(-1);
      expect(job.cohortPrediction.models).toMatchObject([{ answered: 4, reused: 4, failures: [] }]);
    });
  });
});
