import { membersAsked, type ModelCard } from '#model-registry';
import { BadUserInput } from '#libs/errors';
import { type Task, bagTensors, expectedOutputs } from '#gateway/pipeline';
import { tileScoresOf } from '#gateway/targets';
import { demandTargets } from './slide-prediction.task.js';

/** The number of each tile alone for one target, and for a target of classes for one of them. */
export interface TileScores {
  readonly scores: (of: TileScoreOf) => Promise<Float32Array>;
}

/** Which number is wanted; null stands for the first target, and for the positive class where there is one. */
export interface TileScoreOf {
  readonly target: string | null;
  readonly className: string | null;
}

/** The classifier on each tile alone: as many bags of one tile as there are tiles (science: heat maps). */
export const tileScoresTask: Task<TileScores> = {
  kind: 'TILE_SCORES',
  demand: demandTargets,
  toTensors: (features, rows, card) => bagTensors(features, rows, card, { bags: features.tileCount, tiles: 1 }),
  expect: (card, tileCount) => expectedOutputs(card, { bags: tileCount, tiles: 1 }),
  decode: (raw, card) => ({ value: { scores: (of) => scoresOf(raw.array, card, of) }, scores: [] }),
};

async function scoresOf(
  array: (name: string) => Promise<Float32Array>,
  card: ModelCard,
  of: TileScoreOf,
): Promise<Float32Array> {
  const { target, classIndex } = tileScoreTarget(card, of);
  return tileScoresOf(card, target, classIndex, await array(target.tensor));
}

/**
 * The target and class that a map is of.
 * @throws BadUserInput that names the possible ones
 */
export function tileScoreTarget(card: ModelCard, { target: name, className }: TileScoreOf) {
  const { targets } = card.output;
  const target = name === null ? targets[0] : targets.find((candidate) => candidate.name === name);
  if (!target)
    throw new BadUserInput('target', 'must be a target of this version', { targets: targets.map((one) => one.name) });
  const isOfClasses = target.kind === 'MULTICLASS' || target.kind === 'ORDINAL';
  if (!isOfClasses && className !== null && className !== target.positiveClass)
    throw new BadUserInput('class', 'must be left out for a target that has no choice of classes', {
      target: target.name,
    });
  if (!isOfClasses) return { target, classIndex: null };
  const classIndex = target.classes?.indexOf(className ?? '') ?? -1;
  if (classIndex < 0)
    throw new BadUserInput('class', 'must be a class of the target', { classes: target.classes?.slice(0, 100) ?? [] });
  return { target, classIndex };
}

/** How many members' maps lie in an answer's tensors, one after the other. */
export function mapsIn(card: ModelCard): number {
  return Math.max(1, membersAsked(card).length);
}
