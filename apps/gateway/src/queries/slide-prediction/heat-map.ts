import { type HeatMapMode } from '#graphql/generated/schema-types';
import { BadUserInput, NotFound } from '#libs/errors';
import { attentionScores, meanOfMaps } from '#libs/heat-maps';
import { type CardTarget, type ModelCard } from '#model-registry';
import { type Answered, type AnswerScope, type InferencePipeline, type Question } from '#gateway/pipeline';
import { type CaseContext } from '#gateway/targets';
import { slidePredictionTask } from './slide-prediction.task.js';
import { mapsIn, type TileScoreOf, tileScoresTask, tileScoreTarget } from './tile-scores.task.js';

const SERVED_MODES = ['ATTENTION_ROLLOUT', 'TILE_CLASS', 'PRODUCT'] as const satisfies readonly HeatMapMode[];

/** Which map: its method, and for maps of scores the target and class that they are of. */
export interface WantedMap extends TileScoreOf {
  readonly mode: HeatMapMode;
}

/** A map's numbers, a tile each, and the answer that they belong to. */
export interface HeatMapValues {
  readonly mode: HeatMapMode;
  readonly meaning: string;
  /** Null for attention, which is of the version as a whole. */
  readonly target: string | null;
  readonly className: string | null;
  /** How the map is named in addresses: places of target and class in the card, for names are free text. */
  readonly key: string;
  readonly values: Float32Array;
  readonly answered: Answered<unknown>;
}

/** The maps that a card offers and this gateway can draw. */
export function heatMapModes(card: ModelCard): readonly HeatMapMode[] {
  return SERVED_MODES.filter((mode) => card.spatial.some((map) => map.mode === mode));
}

/** Computes one map. The answers that it needs are stored ones where they exist. @throws BadUserInput for several slides of a patient, which have none */
export async function heatMapOf(
  pipeline: InferencePipeline,
  question: Question,
  wanted: WantedMap,
  scope: AnswerScope,
): Promise<HeatMapValues> {
  const { mode } = wanted;
  if (question.others)
    throw new BadUserInput('mode', 'is for one slide: the tiles of several slides of a patient lie on no common plane');
  const prediction = await pipeline.answer(question, NO_CONTEXT, slidePredictionTask, scope);
  const { card } = prediction.version;
  const modes = heatMapModes(card);
  const map = card.spatial.find((candidate) => candidate.mode === mode);
  if (!map || !modes.includes(mode))
    throw new BadUserInput('mode', 'must be a map that this version can draw', { modes });
  // The prediction pinned version and bag: the tile scores must be of exactly these.
  const pinned: Question = { ...question, model: prediction.version.ref, features: prediction.features.bag.digest };
  const tileScores = async () => {
    const { target, classIndex } = tileScoreTarget(card, wanted);
    const answered = await pipeline.answer(pinned, NO_CONTEXT, tileScoresTask, scope);
    const className = wanted.className ?? target.positiveClass;
    return {
      answered,
      values: await answered.value.scores(wanted),
      target: target.name,
      className,
      key: keyOf(card, target, classIndex),
    };
  };
  const attention = async () => meanOfMaps(await prediction.raw.array(attentionTensor(card)), mapsIn(card));
  const label = { mode, meaning: map.meaning, target: null, className: null, key: '' };
  switch (mode) {
    case 'ATTENTION_ROLLOUT':
      return { ...label, values: await attention(), answered: uncalibrated(prediction) };
    case 'TILE_CLASS':
      return { ...label, ...(await tileScores()) };
    case 'PRODUCT': {
      const scores = await tileScores();
      return { ...label, ...scores, values: attentionScores(await attention(), scores.values) };
    }
  }
}

function keyOf({ output }: ModelCard, target: CardTarget, classIndex: number | null): string {
  const place = output.targets.findIndex(({ name }) => name === target.name);
  if (classIndex !== null) return `.t${place}c${classIndex}`;
  return place === 0 ? '' : `.t${place}`;
}

/** What a key of an address means; the other way round. */
export function wantedByKey({ output }: ModelCard, key: string): TileScoreOf {
  const [, place, ofClass] = /^\.t(\d{1,4})(?:c(\d{1,4}))?$/.exec(key) ?? [];
  const target = place === undefined ? undefined : output.targets[Number(place)];
  const className = ofClass === undefined ? undefined : target?.classes?.[Number(ofClass)];
  if (key !== '' && (!target || (ofClass !== undefined && className === undefined))) throw new NotFound('array');
  return { target: target?.name ?? null, className: className ?? null };
}

function attentionTensor(card: ModelCard): string {
  const tensor = card.spatial.find((map) => map.mode === 'ATTENTION_ROLLOUT')?.tensor;
  if (!tensor) throw new Error('the card names no tensor for its attention');
  return tensor;
}

/** The prediction as the source of a raw map: whatever record its call would be made with was not applied to the map. */
function uncalibrated(answered: Answered<unknown>): Answered<unknown> {
  return { ...answered, calls: [], provenance: { ...answered.provenance, calibration: null } };
}

// A map is made of raw outputs: no calibration, so nothing of the case matters.
const NO_CONTEXT: CaseContext = {
  stain: null,
  organ: null,
  preservation: null,
  specimen: null,
  scanner: null,
  site: null,
  prevalence: null,
  operatingPoint: null,
  patient: null,
};
