import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addSlide, C6_FACTS, importCorner } from '#test/c6';
import { DEMO_MODELS, openTestGateway, type TestGateway } from '#test/open-test-gateway';
import { copyModel } from '#test/own-models';
import { runCli } from '#test/run-cli';
import { storeKinds } from '#test/stores';
import { type Json } from '#test/json';

const RECORDS = join(process.cwd(), 'model-registry/card/examples/calibrations');
const NAME = 'ros1-two-step';
/** Versions of the two-step ROS1 model: one for each positive weight of the loss, with the published rates (systems, section 2). */
const PUBLISHED = {
  '1': { weight: 5, PPA: '.48-.50', PPV: '.06' },
  '2': { weight: 10, PPA: '.58', PPV: '.05' },
  '3': { weight: 20, PPA: '.72/.68', PPV: '.04' },
  '4': { weight: 30, PPA: '.79/.72', PPV: '.03' },
} as const;
const CURVE = `query Curve($ref: ModelRef!) { modelVersion(ref: $ref) { calibrations { id operatingPoints { positiveWeight value comparator
  publishedRates { metric published } predictiveValues(prevalence: 0.0093) { ppv } } } } }`;
const PREDICT = `query Predict($id: ID!, $model: ModelRef!) { slide(id: $id) { prediction(model: $model, context: { specimen: CYTOLOGY, prevalence: 0.0093 }) {
  targets { call reason ... on BinaryCall { rawScore probability threshold { positiveWeight value scale } calibration { id } } } } } }`;

const [embedded] = storeKinds;

// What a record says does not depend on the store: one kind will do.
describe('the published operating points of a model with four positive weights', () => {
  let gateway: TestGateway;
  let models: string;
  let slide: string;

  beforeAll(async () => {
    if (!embedded) throw new Error('there is an embedded store');
    models = await mkdtemp(join(tmpdir(), 'tessera-weights-'));
    await cp(join(DEMO_MODELS, 'demo-lite0'), join(models, 'demo-lite0'), { recursive: true });
    for (const version of Object.keys(PUBLISHED)) {
      await copyModel(models, 'demo-dense-focus/1', (card) => {
        card['identity'] = { ...card['identity'], name: NAME, version, parent: null };
        card['output'].targets[0].name = 'ros1';
        card['provenance'].evaluation = [];
        card['intendedUse'] = { ...card['intendedUse'], specimens: [], organs: [] };
      });
      const folder = join(models, NAME, version, 'calibrations');
      await mkdir(folder, { recursive: true });
      const record = `${NAME}-${version}-any.json`;
      await writeFile(join(folder, record), await readFile(join(RECORDS, record)));
    }
    gateway = await openTestGateway(embedded, { modelDirs: [models] });
    slide = await addSlide(gateway, 'C6.tiff', C6_FACTS);
    await importCorner(gateway, slide);
  });
  afterAll(async () => {
    await gateway?.close();
    await rm(models, { recursive: true, force: true });
  });

  it.each(Object.entries(PUBLISHED))(
    'are those of version %s, in the words of their source',
    async (version, wanted) => {
      const { calibrations } = (await gateway.data(CURVE, { ref: `${NAME}/${version}` })).modelVersion;
      const [point] = calibrations[0].operatingPoints;
      expect(point).toMatchObject({ positiveWeight: wanted.weight, value: 0.5, comparator: 'GT' });
      const published = (metric: string) =>
        point.publishedRates.find((rate: Json) => rate.metric === metric)?.published;
      expect([published('PPA'), published('PPV')]).toEqual([wanted.PPA, wanted.PPV]);
      // Nobody published counts, and PPA or NPA only as several numbers: no predictive value is worked out of that.
      expect(point.predictiveValues).toBeNull();
    },
  );

  it('stand side by side in one list of the command line', async () => {
    const refs = Object.keys(PUBLISHED).map((version) => `${NAME}/${version}`);
    const { code, stdout } = await runCli(['models', 'operating-points', ...refs, '--prevalence', '0.93%'], {
      TESSERA_URL: gateway.gateway.url,
    });
    expect(code).toBe(0);
    const lines = stdout.trim().split('\n').slice(1);
    expect(lines).toHaveLength(4);
    Object.values(PUBLISHED).forEach(({ weight, PPA, PPV }, i) => {
      expect(lines[i]).toMatch(new RegExp(` half +${weight} +raw probability > 0\\.5 `));
      expect(lines[i]).toContain(`${PPA} (published)`);
      expect(lines[i]).toContain(`${PPV} (published)`);
    });
  });

  it('make a call on the raw score, with the probability shifted to the prevalence of the cohort', async () => {
    const { targets } = (await gateway.data(PREDICT, { id: slide, model: `${NAME}/1` })).slide.prediction;
    const { rawScore, probability, call, threshold, calibration } = targets[0];
    expect([call, threshold.scale, calibration.id]).toEqual(['NEGATIVE', 'RAW_PROBABILITY', 'ros1-two-step-1-any']);
    // odds x 5/W x pi/(1 - pi), for W = 5.
    const odds = (rawScore / (1 - rawScore)) * (306 / 33_014 / (1 - 306 / 33_014));
    expect(probability).toBeCloseTo(odds / (1 + odds), 9);
  });
});
