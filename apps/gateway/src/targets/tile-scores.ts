import { sigmoid, softmax } from '#libs/calibration';
import { type CardTarget, columnsOf, isCountingVotes, membersAsked, type ModelCard } from '#model-registry';
import { binaryOdds } from './binary-score.js';
import { sharesOf } from './class-scores.js';
import { binaryVote, classVote, voteThresholds } from './votes.js';

/**
 * What a version says of each tile alone: the raw probability of the positive class or of the class asked for, or the value. Not calibrated: a
 * bag of one tile is no case that a record was fitted on. An ensemble's members are averaged as its card says; where they vote, each votes on each tile, and the
 * number is the share of the votes that the class has.
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
  const share = isCountingVotes(card) ? voteShareOf(card, target, classIndex) : null;
  const rowOf = (member: number, tile: number): Float32Array => {
    const start = (member * tiles + tile) * all + first;
    return served.subarray(start, start + count);
  };
  return Float32Array.from({ length: tiles }, (_, tile) => {
    const rows = Array.from({ length: members }, (_, member) => rowOf(member, tile));
    if (share) return share(rows);
    const [only] = rows;
    if (rows.length === 1 && only) return numberOf(only, target, classIndex);
    if (isMeanOfValues) return numberOf(meanRow(rows), target, classIndex);
    return rows.reduce((sum, row) => sum + numberOf(row, target, classIndex), 0) / rows.length;
  });
}

/** The share of the members' votes that one class has, from a row a member. */
function voteShareOf(card: ModelCard, target: CardTarget, classIndex: number | null) {
  const thresholds = voteThresholds(card, target);
  const place = classIndex ?? target.classes?.indexOf(target.positiveClass ?? '') ?? 1;
  const votesOf = (row: ArrayLike<number>, member: number): readonly number[] => {
    if (target.kind === 'BINARY') return binaryVote(binaryOdds(row, target), target, member, thresholds);
    const shares = sharesOf(Array.from(row), target.served);
    return shares ? classVote(shares) : [];
  };
  return (rows: readonly Float32Array[]): number =>
    rows
      .map((row, member) => votesOf(row, member))
      // Numbers that are no shares are no vote, and without one there is no share of the votes.
      .reduce((sum, places) => sum + (places.length === 0 ? NaN : Number(places.includes(place)) / places.length), 0) /
    rows.length;
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
