import { type ModelCard } from '#model-registry';
import { BadUserInput, ModelBadResponse } from '#libs/errors';
import { type RawAnswer, type TargetScore, type Task, bagTensor, expectedOutputs } from '#gateway/pipeline';
import { binaryScore } from './binary-score.js';

/** A slide-level prediction: the whole bag at once, a logit for each target, and a map where the graph gives one. */
export const slidePredictionTask: Task<null> = {
  kind: 'SLIDE_PREDICTION',
  demand: demandBinaryTargets,
  toTensors: (features, rows, card) => [
    bagTensor(card, rows, { bags: 1, tiles: features.tileCount, dim: features.bag.dim }),
  ],
  expect: (card, tileCount) => expectedOutputs(card, { bags: 1, tiles: tileCount }),
  decode: (raw, card) => ({ value: null, scores: card.output.targets.map((target) => scoreOf(raw, target)) }),
};

/** Throws BadUserInput unless every target of the card is binary. */
export function demandBinaryTargets(card: ModelCard): void {
  if (card.task.kind !== 'BIOMARKER' || card.task.level !== 'SLIDE') {
    throw new BadUserInput(
      'model',
      'must name a version that predicts targets of a slide (task BIOMARKER, level SLIDE)',
      { task: card.task },
    );
  }
  const other = card.output.targets.find((target) => target.kind !== 'BINARY');
  if (other)
    throw new BadUserInput('model', 'must name a version whose targets are binary; other kinds are not served yet', {
      kind: other.kind,
    });
}

function scoreOf(raw: RawAnswer, target: TargetScore['target']): TargetScore {
  const served = raw.values.get(target.tensor);
  if (served === undefined) throw new Error(`the answer has no value for the target ${target.name}`);
  const score = binaryScore(served, target);
  // A saturated probability has no log-odds, and no calibration can be applied to it.
  if (!Number.isFinite(score.logit))
    throw new ModelBadResponse(raw.server.id, 'a probability is not between 0 and 1, both excluded');
  return { target, ...score };
}
