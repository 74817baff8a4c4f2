import { type ModelCard } from '#model-registry';
import { type Task, bagTensor, expectedOutputs } from '#gateway/pipeline';
import { binaryScore, columnsOf } from './binary-score.js';
import { demandBinaryTargets } from './slide-prediction.task.js';

/** The classifier on each tile alone: as many bags of one tile as there are tiles (science: heat maps). */
export const tileScoresTask: Task<{ readonly scores: () => Promise<Float32Array> }> = {
  kind: 'TILE_SCORES',
  demand: demandBinaryTargets,
  toTensors: (features, rows, card) => [
    bagTensor(card, rows, { bags: features.tileCount, tiles: 1, dim: features.bag.dim }),
  ],
  expect: (card, tileCount) => expectedOutputs(card, { bags: tileCount, tiles: 1 }),
  decode: (raw, card) => ({ value: { scores: () => scoresOf(raw.array, card) }, scores: [] }),
};

async function scoresOf(array: (name: string) => Promise<Float32Array>, card: ModelCard): Promise<Float32Array> {
  const [target] = card.output.targets;
  if (!target) throw new Error('the card has no target');
  const served = await array(target.tensor);
  const columns = columnsOf(target, card);
  return Float32Array.from(
    { length: served.length / columns },
    (_, tile) => binaryScore(served.subarray(tile * columns, (tile + 1) * columns), target).rawProbability,
  );
}
