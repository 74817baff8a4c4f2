import { rm } from 'node:fs/promises';
import { csvRows } from '#libs/tables';
import { addSlide, C6_FACTS, importCorner, QUIET_CORNER, referenceC6 } from './c6.js';
import { createCohort, followPrediction, predictCohort } from './cohorts.js';
import { type Json } from './json.js';
import { DEMO_MODELS, openTestGateway, type TestGateway } from './open-test-gateway.js';
import { createPatientModels } from './patient-models.js';
import { type StoreKind } from './stores.js';

/** Models by their name, with what each makes of several slides of a patient. */
export const WAYS = {
  joined: 'CONCAT_TILES',
  side: 'VIRTUAL_SLIDE',
  mean: 'MEAN_SLIDES',
  small: 'CONCAT_TILES',
} as const;
const REFS = Object.keys(WAYS).map((way) => `local-2:${way}/1`);
export const [JOINED = '', SIDE = '', MEAN = '', SMALL = ''] = REFS;
export const SINGLE = 'local:demo-dense-focus/1';
const MOVED = ['local-2:moved/1', 'local-2:moved/2'];

const COUNTS = 'questions comparable lackingBefore lackingAfter changed';
/** The impact of a move of `moved@champion`. */
export const IMPACT = `query I($version: String!, $cohort: ID) { promotionImpact(model: "local-2:moved", alias: "champion", version: $version, cohort: $cohort) {
  counts { ${COUNTS} patients { ${COUNTS} } slides { ${COUNTS} } } transitions { before after count } notices
  strata { by value counts { questions } }
  changes { totalCount nodes { item slideId places { slideId } before after answerBefore answersBefore answerAfter answersAfter } } } }`;
const FIELDS =
  'state aggregation provenance { answerId slide { id } slides { id } } error { code } targets { ... on BinaryCall { logit rawScore } }';
const PREDICTIONS = `query P($model: ModelRef!) { cohort(id: "patients") { predictions(model: $model) { nodes { item { key } ${FIELDS}
  members { state answerId prediction { targets { ... on BinaryCall { rawScore } } } } } } } }`;

// The median tile parts the corner into two slides of the same patient; a tile's centre decides.
const ys = referenceC6.region.tileIndices.map((tile) => referenceC6.coords[tile]?.[1] ?? NaN).toSorted((a, b) => a - b);
const middle = (ys[ys.length / 2] ?? NaN) + 163 - QUIET_CORNER.y;
/** Two slides of the patient P-1, which together are the slide of P-2. */
export const PARTS = [
  { ...QUIET_CORNER, height: middle },
  { ...QUIET_CORNER, y: QUIET_CORNER.y + middle, height: QUIET_CORNER.height - middle },
];

/** A gateway with a cohort of two patients, about which every model was asked; version 3 of `moved` was not. */
export interface PatientsWorld {
  readonly world: TestGateway;
  readonly slide: string;
  /** The job of the prediction. */
  readonly predicted: Json;
  itemsOf(model: string): Promise<Json>;
  /** The table of a model's predictions, a row a line. */
  tableOf(model: string, by: string): Promise<readonly Readonly<Record<string, string>>[]>;
  close(): Promise<void>;
}

export async function openPatientsWorld(kind: StoreKind): Promise<PatientsWorld> {
  const models = await createPatientModels(WAYS);
  const world = await openTestGateway(kind, { modelDirs: [DEMO_MODELS, models] });
  const slide = await addSlide(world, 'C6.tiff', C6_FACTS);
  await importCorner(world, slide);
  const row = ({ x, y, width, height }: typeof QUIET_CORNER, patient: string): string =>
    [slide, x, y, width, height, patient].join();
  const rows = [...PARTS.map((part) => row(part, 'P-1')), row(QUIET_CORNER, 'P-2')];
  const csv = ['slide,x,y,width,height,patient', ...rows].join('\n');
  await createCohort(world, { id: 'patients', name: 'Patients', unit: 'PATIENT', csv });
  const job = await predictCohort(world, { cohort: 'patients', models: [...REFS, SINGLE, ...MOVED] });
  const looks = await followPrediction(world, job);
  return {
    world,
    slide,
    predicted: looks.at(-1),
    itemsOf: async (model) => (await world.data(PREDICTIONS, { model })).cohort.predictions.nodes,
    tableOf: async (model, by) => {
      const query = `query T($model: ModelRef!, $by: PredictionTableRow!) { cohort(id: "patients") { predictions(model: $model) { csvHref(by: $by) } } }`;
      const { csvHref } = (await world.data(query, { model, by })).cohort.predictions;
      const [header, ...lines] = [...csvRows((await world.get(csvHref)).bytes.toString())].map(({ cells }) => cells);
      return lines.map((line) => Object.fromEntries((header ?? []).map((name, column) => [name, line[column] ?? ''])));
    },
    close: async () => {
      await world.close();
      await rm(models, { recursive: true, force: true });
    },
  };
}
