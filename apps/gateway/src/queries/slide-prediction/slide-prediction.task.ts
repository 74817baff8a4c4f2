import { isCountingVotes, type ModelCard } from '#model-registry';
import { BadUserInput } from '#libs/errors';
import { type Task, bagTensors, demandBagInputs, demandDatatypes, expectedOutputs } from '#gateway/pipeline';
import { targetScores } from '#gateway/targets';

/** A slide-level prediction: the whole bag at once, the numbers of each target, and a map where the graph gives one. */
export const slidePredictionTask: Task<null> = {
  kind: 'SLIDE_PREDICTION',
  demand: demandTargets,
  toTensors: (features, rows, card) => bagTensors(features, rows, card, { bags: 1, tiles: features.tileCount }),
  expect: (card, tileCount) => expectedOutputs(card, { bags: 1, tiles: tileCount }),
  decode: (raw, card, heldOut) => ({
    value: null,
    scores: targetScores(card, { values: raw.values, serverId: raw.server.id }, heldOut),
  }),
};

/** Throws BadUserInput unless the card has targets of a slide that can be read. */
export function demandTargets(card: ModelCard): void {
  const { kind, level } = card.task;
  if ((kind !== 'BIOMARKER' && kind !== 'REGRESSION') || level !== 'SLIDE') {
    throw new BadUserInput(
      'model',
      'must name a version that predicts targets of a slide (task BIOMARKER or REGRESSION, level SLIDE)',
      { task: card.task },
    );
  }
  demandBagInputs(card);
  demandDatatypes(card);
  const values = card.output.targets.filter((target) => target.kind === 'SCALAR' || target.kind === 'RISK');
  if (isCountingVotes(card) && values.length > 0)
    throw new BadUserInput(
      'model',
      'must name a version whose members are averaged: on a value or a risk nobody can vote',
      {
        combine: 'MAJORITY',
        targets: values.map(({ name }) => name),
      },
    );
}
