import { type HeatMapMode } from '#graphql/generated/schema-types';
import { BadUserInput } from '#libs/errors';
import { attentionScores } from '#libs/heat-maps';
import { type ModelCard } from '#model-registry';
import {
  type Answered,
  type AnswerScope,
  type CaseContext,
  type InferencePipeline,
  type Question,
} from '#gateway/pipeline';
import { slidePredictionTask } from './slide-prediction.task.js';
import { tileScoresTask } from './tile-scores.task.js';

const SERVED_MODES = ['ATTENTION_ROLLOUT', 'TILE_CLASS', 'PRODUCT'] as const satisfies readonly HeatMapMode[];

/** A map's numbers, a tile each, and the answer that they belong to. */
export interface HeatMapValues {
  readonly mode: HeatMapMode;
  readonly meaning: string;
  readonly values: Float32Array;
  readonly answered: Answered<unknown>;
}

/** The maps that a card offers and this gateway can draw. */
export function heatMapModes(card: ModelCard): readonly HeatMapMode[] {
  return SERVED_MODES.filter((mode) => card.spatial.some((map) => map.mode === mode));
}

/** Computes one map. The answers that it needs are stored ones where they exist. */
export async function heatMapOf(
  pipeline: InferencePipeline,
  question: Question,
  mode: HeatMapMode,
  scope: AnswerScope,
): Promise<HeatMapValues> {
  const prediction = await pipeline.answer(question, NO_CONTEXT, slidePredictionTask, scope);
  const { card } = prediction.version;
  const modes = heatMapModes(card);
  const map = card.spatial.find((candidate) => candidate.mode === mode);
  if (!map || !modes.includes(mode))
    throw new BadUserInput('mode', 'must be a map that this version can draw', { modes });
  // The prediction pinned version and bag: the tile scores must be of exactly these.
  const pinned: Question = { ...question, model: prediction.version.ref, features: prediction.features.bag.digest };
  const tileScores = async () => {
    const answered = await pipeline.answer(pinned, NO_CONTEXT, tileScoresTask, scope);
    return { answered, values: await answered.value.scores() };
  };
  const attention = () => prediction.raw.array(attentionTensor(card));
  const label = { mode, meaning: map.meaning };
  switch (mode) {
    case 'ATTENTION_ROLLOUT':
      return { ...label, values: await attention(), answered: uncalibrated(prediction) };
    case 'TILE_CLASS':
      return { ...label, ...(await tileScores()) };
    case 'PRODUCT': {
      const scores = await tileScores();
      return { ...label, values: attentionScores(await attention(), scores.values), answered: scores.answered };
    }
  }
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
};
