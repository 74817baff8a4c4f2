import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addSlide, C6_FACTS, importCorner, referenceC6, V1 } from '#test/c6';
import { DEMO_MODELS, openTestGateway, type TestGateway } from '#test/open-test-gateway';
import { storeKinds } from '#test/stores';
import { type Json } from '#test/json';

const PREDICT = `query Predict($id: ID!, $model: ModelRef!, $context: PredictionContextInput) { slide(id: $id) {
  prediction(model: $model, context: $context) { provenance { calibration { id } } targets { call reason ... on BinaryCall {
    logit rawScore probability holdsFor
    threshold { operatingPoint value scale policy cohort ppa evidence { n } publishedRates { metric cohort published value range interval note } }
    predictiveValues { ppv ppvInterval npv } }
    ... on RiskEstimate { riskScore direction calibration { id choice } threshold { value scale policy } } } } } }`;
const VERSION = `query Version($ref: ModelRef!) { modelVersion(ref: $ref) {
  calibrations { id method operatingPoints { value scale comparator policy cohort ppa npa } } } }`;

const rate = (metric: string, value: number) => ({
  metric,
  cohort: 'holdout',
  published: String(value),
  value,
  range: null,
  interval: null,
  note: null,
});
const point = (more: object) => ({
  id: 'half',
  threshold: 0.5,
  scale: 'RAW_PROBABILITY',
  comparator: 'GT',
  policy: 'FIXED',
  positiveWeight: 5,
  evidence: [],
  ...more,
});

/** The demonstration's classifier with further records, one a site; and a sister whose one target is a risk, with a median cut-off. */
async function createModels(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'tessera-records-'));
  for (const name of ['demo-lite0', 'demo-dense-focus'])
    await cp(join(DEMO_MODELS, name), join(path, name), { recursive: true });
  const folder = join(path, 'demo-dense-focus/1');
  const shipped: Json = await readJson(join(folder, 'calibrations/demo-dense-focus-1-platt-resection.json'));
  const atSite = (site: string, changes: object): Json => ({
    ...shipped,
    id: site,
    stratum: { specimen: 'RESECTION', scanner: null, site },
    greyZone: null,
    trainingPrevalence: null,
    operatingPoints: [point({ publishedRates: [rate('PPA', 0.5), rate('NPA', 0.925)] })],
    defaultOperatingPoint: 'half',
    ...changes,
  });
  const shift = { method: 'prior-shift', trainingPrevalence: 0.45, targetPrevalence: 0.02, of: shipped.map };
  const records = [
    atSite('shifted', { map: shift }),
    atSite('raw', { map: { method: 'none' }, fittedOn: null }),
    atSite('falling', { map: { ...shift, of: { method: 'platt', a: -1, b: 0 } } }),
  ];
  for (const record of records) await writeJson(join(folder, `calibrations/${record.id}.json`), record);
  await addRiskModel(path, folder, atSite('median', { stratum: { specimen: null, scanner: null, site: null } }));
  return path;
}

async function addRiskModel(path: string, from: string, record: Json): Promise<void> {
  const folder = join(path, 'risk-focus/1');
  await mkdir(join(folder, 'calibrations'), { recursive: true });
  const card: Json = await readJson(join(from, 'model-card.json'));
  for (const { path: file } of card.artifacts) await cp(join(from, file), join(folder, file));
  const value = { kind: 'RISK', served: 'IDENTITY', final: 'IDENTITY', classes: null, positiveClass: null };
  const targets = [{ ...card.output.targets[0], ...value, direction: 'HIGHER_IS_WORSE' }];
  const identity = { ...card.identity, name: 'risk-focus', parent: null };
  const task = { ...card.task, kind: 'REGRESSION' };
  await writeJson(join(folder, 'model-card.json'), {
    ...card,
    identity,
    task,
    output: { ...card.output, targets },
  });
  const cohort = { name: 'Training cohort', unit: 'patient', n: 300, positives: null, date: null };
  await writeJson(join(folder, 'calibrations/median.json'), {
    ...record,
    model: 'risk-focus',
    map: { method: 'none' },
    fittedOn: null,
    operatingPoints: [point({ threshold: -0.37, scale: 'RISK', policy: 'COHORT_MEDIAN', cohort })],
  });
}

const readJson = async (path: string): Promise<Json> => JSON.parse(await readFile(path, 'utf8'));
const writeJson = (path: string, json: unknown) => writeFile(path, JSON.stringify(json));

const [embedded] = storeKinds;

// What a record means does not depend on the store: one kind will do.
describe('records of each form, on the answer road', () => {
  let gateway: TestGateway;
  let models: string;
  let slide: string;
  const predict = async (context: object, model = V1) => gateway.ask(PREDICT, { id: slide, model, context });
  const targetOf = async (context: object): Promise<Json> => {
    const { data, errors } = await predict(context);
    expect(errors).toEqual([]);
    return data.slide.prediction.targets[0];
  };

  beforeAll(async () => {
    if (!embedded) throw new Error('there is an embedded store');
    models = await createModels();
    gateway = await openTestGateway(embedded, { modelDirs: [models] });
    slide = await addSlide(gateway, 'C6.tiff', C6_FACTS);
    await importCorner(gateway, slide);
  });
  afterAll(async () => {
    await gateway?.close();
    await rm(models, { recursive: true, force: true });
  });

  // PyTorch's calibrated probability of the region, carried from 0.45 to 0.02 by Bayes' rule on the odds.
  it('a prior shift of a Platt map gives the shifted probability, and a call on the raw score that its threshold is for', async () => {
    const { calibratedProbability, logit, rawProbability } = referenceC6.region.v1;
    const odds = (calibratedProbability / (1 - calibratedProbability)) * (0.02 / 0.98 / (0.45 / 0.55));
    const target = await targetOf({ site: 'shifted' });
    expect(target.logit).toBeCloseTo(logit, 4);
    expect(target.probability).toBeCloseTo(odds / (1 + odds), 6);
    expect(target.call).toBe(rawProbability > 0.5 ? 'POSITIVE' : 'NEGATIVE');
  });

  it('a record without a map gives a call and no probability, its published rates as they are, and is named', async () => {
    const { data } = await predict({ site: 'raw', prevalence: 306 / 33_014 });
    const { targets, provenance } = data.slide.prediction;
    expect(provenance.calibration).toEqual({ id: 'raw' });
    expect(targets[0]).toMatchObject({
      call: referenceC6.region.v1.rawProbability > 0.5 ? 'POSITIVE' : 'NEGATIVE',
      probability: null,
      threshold: {
        scale: 'RAW_PROBABILITY',
        ppa: null,
        evidence: [],
        publishedRates: [rate('PPA', 0.5), rate('NPA', 0.925)],
      },
      predictiveValues: { ppvInterval: null },
    });
    // The published PPV of the two-step ROS1 model at this prevalence is .06.
    expect(targets[0].predictiveValues.ppv).toBeCloseTo(0.06, 2);
  });

  it('a record whose inner map falls is in quarantine, and the record of the wider stratum holds', async () => {
    const { registrySources } = await gateway.data(
      '{ registrySources { quarantined { path code problems { pointer } } } }',
    );
    expect(registrySources[0].quarantined).toEqual([
      {
        path: 'demo-dense-focus/1/calibrations/falling.json',
        code: 'CALIBRATION_INVALID',
        problems: [{ pointer: '/map/of/a' }],
      },
    ]);
    const target = await targetOf({ site: 'falling' });
    expect(target.probability).toBeCloseTo(referenceC6.region.v1.calibratedProbability, 6);
  });

  it('a median cut-off is shown with its cohort, and calls a risk by that and nothing else', async () => {
    const { modelVersion } = await gateway.data(VERSION, { ref: 'risk-focus/1' });
    expect(modelVersion.calibrations).toEqual([
      {
        id: 'median',
        method: 'none',
        operatingPoints: [
          {
            value: -0.37,
            scale: 'RISK',
            comparator: 'GT',
            policy: 'COHORT_MEDIAN',
            cohort: 'Training cohort',
            ppa: null,
            npa: null,
          },
        ],
      },
    ]);
    const { data, errors } = await predict({}, 'risk-focus/1');
    expect(errors).toEqual([]);
    const [risk] = data.slide.prediction.targets;
    expect(risk.riskScore).toBeCloseTo(referenceC6.region.v1.logit, 4);
    expect(risk).toMatchObject({
      call: 'NEGATIVE',
      direction: 'HIGHER_IS_WORSE',
      calibration: { id: 'median', choice: 'STRATUM' },
      threshold: { value: -0.37, scale: 'RISK', policy: 'COHORT_MEDIAN' },
    });
  });
});
