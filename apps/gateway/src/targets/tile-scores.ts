import { sigmoid, softmax } from '#libs/calibration';
import { type CardTarget, columnsOf, membersAsked, type ModelCard } from '#model-registry';
import { binaryOdds } from './binary-score.js';

/**
 * What a version says of each tile alone: the raw probability of the positive class or of the class asked for, or the value. Not calibrated: a
 * bag of one tile is no case that a record was fitted on. An ensemble's members are averaged as its card says.
 * @param classIndex place of the class, for MULTICLASS and ORDINAL
 * @param served the target's tensor, [tiles, columns]; of an ensemble [members, tiles, columns]
 * @returns [tiles]
 */
export function tileScoresOf(
  card: ModelCard,
  target: CardTarget,
  classIndex: number | null,
  served: Float32Array,
): Float32Array {
  const members = Math.max(1, membersAsked(card).length);
  const { first, count } = columnsOf(target, card.output);
  const all = card.output.tensors.find(({ name }) => name === target.tensor)?.shape.at(-1) ?? count;
  const tiles = served.length / members / all;
  const combine = card.identity.ensemble?.combine;
  const isMeanOfValues = combine === 'MEAN_OF_VALUES' || (combine === 'OOF_BY_PATIENT' && !target.classes);
  const rowOf = (member: number, tile: number): Float32Array => {
    const start = (member * tiles + tile) * all + first;
    return served.subarray(start, start + count);
  };
  return Float32Array.from({ length: tiles }, (_, tile) => {
    const rows = Array.from({ length: members }, (_, member) => rowOf(member, tile));
    const [only] = rows;
    if (rows.length === 1 && only) return numberOf(only, target, classIndex);
    if (isMeanOfValues) return numberOf(meanRow(rows), target, classIndex);
    return rows.reduce((sum, row) => sum + numberOf(row, target, classIndex), 0) / rows.length;
  });
}

function meanRow(rows: readonly Float32Array[]): readonly number[] {
  return Array.from(rows[0] ?? [], (_, k) => rows.reduce((sum, row) => sum + (row[k] ?? NaN), 0) / rows.length);
}

function numberOf(row: ArrayLike<number>, target: CardTarget, classIndex: number | null): number {
  switch (target.kind) {
    case 'BINARY':
      return binaryOdds(row, target).rawProbability;
    case 'MULTICLASS':
    case 'ORDINAL':
      return (target.served === 'LOGIT' ? softmax(row) : row)[classIndex ?? 0] ?? NaN;
    case 'SCALAR':
    case 'RISK':
      return target.served === 'LOGIT' && target.final === 'SIGMOID' ? sigmoid(row[0] ?? NaN) : (row[0] ?? NaN);
  }
}
