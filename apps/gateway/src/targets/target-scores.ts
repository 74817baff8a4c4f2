import { sigmoid } from '#libs/calibration';
import { ModelBadResponse } from '#libs/errors';
import { type CardTarget, columnsOf, membersAsked, type ModelCard } from '#model-registry';
import { binaryOdds, type BinaryOdds, meanOdds } from './binary-score.js';
import { classesScore, meanOf, meanShares, type Shares, sharesOf, withoutOdds } from './class-scores.js';
import { type ClassesScore, type MemberScores, type TargetScore } from './target-score.js';
import { binaryVote, classVote, countVotes, type VoteThresholds, voteShares, voteThresholds } from './votes.js';

/** The numbers of one answer, as they came from the model server or lie in the answer store. */
export interface ServedNumbers {
  /** By tensor name. Of an ensemble: the members' tensors one after the other, in the order of its card. */
  readonly values: ReadonlyMap<string, readonly number[]>;
  /** The server that gave them, for the error. */
  readonly serverId: string;
}

type Combine = NonNullable<ModelCard['identity']['ensemble']>['combine'];

/** One target's rows, a member each, and which of them count. */
interface Rows {
  readonly target: CardTarget;
  readonly all: readonly (readonly number[])[];
  readonly used: readonly number[];
  readonly combine: Combine;
  readonly isEnsemble: boolean;
  readonly thresholds: VoteThresholds | null;
  /** Served in FP64, in which numbers may differ that are equal in float32. */
  readonly isDouble: boolean;
}

/**
 * What an answer says of each target of its card, before calibration: class order, columns and activation are the card's. An ensemble's
 * members are read one by one and put together as the card says. Pure: some microseconds a target.
 * @param heldOut positions of the members that count; null for all
 * @throws ModelBadResponse where a number is not what the card promises (not finite, no share, shares that do not sum to one)
 */
export function targetScores(
  card: ModelCard,
  { values, serverId }: ServedNumbers,
  heldOut: readonly number[] | null = null,
): readonly TargetScore[] {
  const members = membersAsked(card).length;
  const combine = card.identity.ensemble?.combine ?? 'MEAN_OF_VALUES';
  return card.output.targets.map((target) => {
    const numbers = values.get(target.tensor);
    if (!numbers) throw new Error(`the answer has no value for the target ${target.name}`);
    const all = rowsOf(target, card, numbers, Math.max(1, members));
    const used = heldOut ?? all.map((_, i) => i);
    const thresholds = voteThresholds(card, target);
    const isDouble = card.output.tensors.some(({ name, datatype }) => name === target.tensor && datatype === 'FP64');
    const score = scoreOf({ target, all, used, combine, isEnsemble: members > 0, thresholds, isDouble });
    if (typeof score === 'string') throw new ModelBadResponse(serverId, score);
    return score;
  });
}

function rowsOf(target: CardTarget, card: ModelCard, numbers: readonly number[], members: number): readonly number[][] {
  const { first, count } = columnsOf(target, card.output);
  const width = numbers.length / members;
  return Array.from({ length: members }, (_, i) => numbers.slice(i * width + first, i * width + first + count));
}

/** @returns the score, or what is wrong with the numbers */
function scoreOf(rows: Rows): TargetScore | string {
  const { target } = rows;
  switch (target.kind) {
    case 'BINARY':
      return binary(rows);
    case 'MULTICLASS':
    case 'ORDINAL':
      return classes(rows, { ...target, kind: target.kind });
    case 'SCALAR':
    case 'RISK':
      return value(rows, target.kind);
  }
}

function binary(rows: Rows): TargetScore | string {
  const { target, all } = rows;
  const odds = all.map((row) => binaryOdds(row, target));
  if (isVote(rows)) return voted(rows, odds);
  // A saturated probability has no log-odds, and no calibration can be applied to it.
  if (!odds.every(({ logit }) => Number.isFinite(logit))) return 'a probability is not between 0 and 1, both excluded';
  if (target.served === 'SOFTMAX' && !all.every((row) => sharesOf(row, 'SOFTMAX')))
    return 'the probabilities of a target do not sum to one';
  const used = pick(odds, rows.used);
  const [only] = used;
  const score = used.length === 1 && only ? only : together(rows, used);
  const { logit, rawProbability } = score;
  const probabilities = odds.map((one) => one.rawProbability);
  return { kind: 'BINARY', target, logit, rawProbability, members: membersOf(probabilities, rows) };
}

/** A member that is sure to the last bit has a vote like any other, so 0 and 1 are probabilities here. */
function voted(rows: Rows, odds: readonly BinaryOdds[]): TargetScore | string {
  const { target, used, thresholds } = rows;
  const probabilities = odds.map((one) => one.rawProbability);
  if (!probabilities.every((one) => one >= 0 && one <= 1)) return 'a probability is not between 0 and 1';
  if (target.served === 'SOFTMAX' && !rows.all.every((row) => sharesOf(row, 'SOFTMAX')))
    return 'the probabilities of a target do not sum to one';
  const cast = odds.map((one, member) => binaryVote(one, target, member, thresholds));
  const votes = countVotes(target, cast, used, thresholds);
  const rawProbability = voteShares(votes)[target.classes?.indexOf(target.positiveClass ?? '') ?? 1] ?? NaN;
  return { kind: 'BINARY', target, logit: null, rawProbability, members: membersOf(probabilities, rows), votes };
}

function together(rows: Rows, used: readonly BinaryOdds[]): BinaryOdds {
  return isMeanOfValues(rows) ? binaryOdds(meanRow(rows), rows.target) : meanOdds(used);
}

function classes(rows: Rows, target: CardTarget & { readonly kind: ClassesScore['kind'] }): TargetScore | string {
  const shares = rows.all.map((row) => sharesOf(row, target.served));
  const valid = shares.filter((row) => row !== null);
  if (valid.length < shares.length) return 'the classes of a target have no probabilities that sum to one';
  const used = pick(valid, rows.used);
  const [only] = used;
  const members = (k: number): MemberScores | null =>
    membersOf(
      valid.map((one) => one.probabilities[k] ?? NaN),
      rows,
    );
  if (isVote(rows)) {
    const votes = countVotes(target, valid.map(classVote), rows.used, null);
    const probabilities = voteShares(votes);
    const shared = classesScore(target, { probabilities, logs: probabilities.map(Math.log), logits: null }, members);
    return { ...withoutOdds(shared), votes };
  }
  const score: Shares | null = used.length === 1 && only ? only : combined(rows, used, target);
  if (!score) return 'the classes of a target have no probabilities that sum to one';
  return classesScore(target, score, members, rows.isDouble ? 'FP64' : 'FP32');
}

function isVote({ combine, isEnsemble }: Rows): boolean {
  return isEnsemble && combine === 'MAJORITY';
}

function combined(rows: Rows, used: readonly Shares[], { served }: CardTarget): Shares | null {
  return isMeanOfValues(rows) ? sharesOf(meanRow(rows), served) : meanShares(used);
}

function value(rows: Rows, kind: 'SCALAR' | 'RISK'): TargetScore | string {
  const { target, all } = rows;
  const values = all.map(([served = NaN]) => activated(served, target));
  if (!values.every(Number.isFinite)) return 'a value is not a finite number';
  const mean = isMeanOfValues(rows) ? activated(meanRow(rows)[0] ?? NaN, target) : meanOf(pick(values, rows.used));
  return { kind, target, value: mean, members: membersOf(values, rows) };
}

/** What is served as a LOGIT may still have its sigmoid to come; what is served as anything else is the value. */
function activated(served: number, { served: scale, final }: CardTarget): number {
  return scale === 'LOGIT' && final === 'SIGMOID' ? sigmoid(served) : served;
}

/** The mean of the served numbers, activated once afterwards. By patient, values are averaged where there are no probabilities. */
function isMeanOfValues({ combine, target }: Rows): boolean {
  return combine === 'MEAN_OF_VALUES' || (combine === 'OOF_BY_PATIENT' && !target.classes);
}

function meanRow({ all, used }: Rows): readonly number[] {
  const rows = pick(all, used);
  return (rows[0] ?? []).map((_, k) => meanOf(rows.map((row) => row[k] ?? NaN)));
}

/** A version that is no ensemble has no members to show. */
function membersOf(scores: readonly number[], { used, isEnsemble }: Rows): MemberScores | null {
  if (!isEnsemble) return null;
  const counted = pick(scores, used);
  const mean = meanOf(counted);
  const squares = counted.reduce((sum, score) => sum + (score - mean) ** 2, 0);
  return { scores, spread: counted.length < 2 ? null : Math.sqrt(squares / (counted.length - 1)) };
}

function pick<T>(all: readonly T[], places: readonly number[]): readonly T[] {
  return all.filter((_, place) => places.includes(place));
}
