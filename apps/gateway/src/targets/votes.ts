import { callAt } from '#libs/calibration';
import { type CardTarget, isCountingVotes, type ModelCard } from '#model-registry';
import { type BinaryOdds } from './binary-score.js';
import { largest, type Shares, withoutOdds } from './class-scores.js';
import { type CallState } from './call-state.js';
import { type TargetScore, type Votes } from './target-score.js';

/** The threshold that a card gives each member to vote by, for one target. */
export type VoteThresholds = NonNullable<NonNullable<ModelCard['identity']['ensemble']>['voteThresholds']>[number];

/** The thresholds by which members vote on a target; null where the largest class has the vote, or the card counts none. */
export function voteThresholds(card: ModelCard, target: CardTarget): VoteThresholds | null {
  const { ensemble } = card.identity;
  if (!isCountingVotes(card)) return null;
  return ensemble?.voteThresholds?.find((given) => given.target === target.name) ?? null;
}

/**
 * Places of the classes that a member votes for: the positive one where its raw probability reaches the card's threshold for it, else the larger one.
 * Two where both are equal in float32: each then has half of the vote.
 * @param member place of the member in the card, whose threshold it votes by
 */
export function binaryVote(
  { logit, rawProbability }: BinaryOdds,
  target: CardTarget,
  member: number,
  thresholds: VoteThresholds | null,
): readonly number[] {
  const positive = target.classes?.indexOf(target.positiveClass ?? '') ?? 1;
  const threshold = thresholds?.thresholds[member];
  if (thresholds && threshold !== undefined) {
    const isReached = callAt(rawProbability, { threshold, comparator: thresholds.comparator }) === 'POSITIVE';
    return [isReached ? positive : 1 - positive];
  }
  const odds = Math.fround(logit);
  return odds === 0 ? [0, 1] : [odds > 0 ? positive : 1 - positive];
}

/** Places of the largest class: one, or several that are equal in float32. */
export function classVote({ logits, probabilities }: Shares): readonly number[] {
  return largest(logits ?? probabilities);
}

/**
 * The votes of the members that count. A member whose classes tie gives each of them an equal part of its vote, so that the shares sum to one.
 * @param cast by member, in the order of the card
 * @param used places of the members that count
 */
export function countVotes(
  { classes }: CardTarget,
  cast: readonly (readonly number[])[],
  used: readonly number[],
  thresholds: VoteThresholds | null,
): Votes {
  const counted = cast.filter((_, member) => used.includes(member));
  const names = classes ?? [];
  return {
    classes: names.map((name, k) => ({
      name,
      votes: counted.reduce((sum, places) => sum + (places.includes(k) ? 1 / places.length : 0), 0),
    })),
    counted: counted.length,
    cast: cast.map((places) => places.map((k) => names[k] ?? '')),
    thresholds: thresholds?.thresholds ?? null,
  };
}

/** Each class's share of the votes that count, 0 to 1. */
export function voteShares({ classes, counted }: Votes): readonly number[] {
  return classes.map(({ votes }) => votes / counted);
}

/** A score that was computed elsewhere, as the share of votes that it is said to be; who voted for what is not known. */
export function asShareOfVotes(score: TargetScore): TargetScore {
  switch (score.kind) {
    case 'BINARY':
      return { ...score, logit: null };
    case 'MULTICLASS':
    case 'ORDINAL':
      return withoutOdds(score);
    case 'SCALAR':
    case 'RISK':
      return score;
  }
}

/** Half of the votes for and half against, where a majority is what the threshold asks for, is no call, whatever counts at equality. */
export function unlessTied(state: CallState, share: number): CallState {
  const { call, operatingPoint: point } = state;
  const isCall = call === 'POSITIVE' || call === 'NEGATIVE';
  if (!isCall || point?.scale !== 'RAW_PROBABILITY' || ![share, point.threshold].every(isHalf)) return state;
  return { ...state, call: 'INDETERMINATE', reason: 'The votes are tied: half of the members are for, half against.' };
}

function isHalf(share: number): boolean {
  return Math.fround(share) === 0.5;
}
