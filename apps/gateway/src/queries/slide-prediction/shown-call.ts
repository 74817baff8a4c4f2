import { type AppliedCalibration } from '#graphql/generated/schema-types';
import { type CallState, isDecided, type MemberScores, type TargetCall, type Votes } from '#gateway/targets';
import { toPredictiveValues, toThreshold } from './to-threshold.js';

/** What every target shows. */
export function headOf({ target, call, reason }: Pick<TargetCall, 'target' | 'call' | 'reason'>) {
  return { name: target.name, title: target.title, meaning: target.meaning, call, reason };
}

/** The record and threshold of a state. */
export function recordOf(state: CallState) {
  const { calibration, operatingPoint } = state;
  return {
    threshold: operatingPoint ? toThreshold(operatingPoint) : null,
    holdsFor: calibration?.record.statement ?? null,
    calibration: appliedCalibration(state),
  };
}

// A record that fits a case out of scope or domain made no call of it.
function appliedCalibration(state: CallState): AppliedCalibration | null {
  const { calibration, choice } = state;
  if (!calibration || !choice || !isDecided(state)) return null;
  return { id: calibration.record.id, digest: calibration.digest, choice, retiredAt: calibration.retiredAt };
}

// The evidence counts positive and negative calls: in the grey zone there is neither.
export function predictiveValuesOf({ call, operatingPoint }: CallState, prevalence: number | null) {
  const isCalled = call === 'POSITIVE' || call === 'NEGATIVE';
  return operatingPoint && isCalled ? toPredictiveValues(operatingPoint, prevalence) : null;
}

/** How an ensemble's members voted; null where they were not asked to. */
export function votesOf(votes: Votes | undefined) {
  if (!votes) return null;
  const { classes, counted, cast, thresholds } = votes;
  const most = Math.max(...classes.map((one) => one.votes));
  const first = classes.filter((one) => one.votes === most).map(({ name }) => name);
  return {
    ...{ classes, counted, cast, thresholds },
    winner: first.length === 1 ? (first[0] ?? null) : null,
    tied: first.length === 1 ? [] : first,
  };
}

/** What an ensemble's members say of a score. */
export function membersOf(members: MemberScores | null) {
  return { memberScores: members?.scores ?? null, memberSpread: members?.spread ?? null };
}
