import {
  type CalibrationRecord,
  isCountingVotes,
  type ModelVersion,
  type RegisteredCalibration,
} from '#model-registry';
import { type CaseContext, type DomainMeasure, type MemberDomain } from './case-context.js';
import {
  calibrated,
  calibratedShare,
  type Caller,
  type CallState,
  checkOperatingPoint,
  decide,
  operatingPointOf,
  type ProbabilityState,
  refusal,
} from './call-state.js';
import { callClasses, type ClassesCall } from './class-calls.js';
import { chooseCalibration, uncalibratedReason } from './choose-calibration.js';
import { classScales, precisionOn, type ScalesUnder, valueScales } from './scales.js';
import { unlessTied } from './votes.js';
import { type BinaryScore, type Calibrated, type TargetScore, type ValueScore } from './target-score.js';

/** A score with its call. */
export type TargetCall = BinaryTargetCall | ClassesCall | ValueTargetCall;
export type BinaryTargetCall = BinaryScore & ProbabilityState;
export type ValueTargetCall = ValueScore & CallState;

/** How an answer is read: the case, how far the slide is from the version's reference, and the one record to go by, if the caller names one. */
export interface Reading {
  readonly domain: DomainMeasure | null;
  /** Of an ensemble without a reference of its own: how far the slide is from each member's, with that member's limit. */
  readonly members?: readonly MemberDomain[];
  readonly context: CaseContext;
  readonly named?: RegisteredCalibration | null;
}

/**
 * Raw scores to calls, by the records that fit the case; or states that say why there is none. Pure, some microseconds a target: what is stored is read again so,
 * under any record, without a model.
 * @throws BadUserInput for an operating point that the record does not have; CalibrationInvalid for a threshold on a scale that the score does not have
 */
export function callTargets(
  version: ModelVersion,
  scores: readonly TargetScore[],
  reading: Reading,
): readonly TargetCall[] {
  const refused = refusal(version, reading);
  const applied = new Set<CalibrationRecord>();
  const underway: Underway = { context: reading.context, named: reading.named ?? null, refused, applied };
  const caller: Caller = (of, scalesUnder) => stateOf(version, of, underway, scalesUnder);
  const isVote = isCountingVotes(version.card);
  const calls = scores.map((score) => callOf(score, caller, isVote));
  checkOperatingPoint(reading.context, applied);
  return calls;
}

function callOf(score: TargetScore, caller: Caller, isVote: boolean): TargetCall {
  switch (score.kind) {
    case 'BINARY':
      return callBinary(score, caller, isVote);
    case 'MULTICLASS':
    case 'ORDINAL':
      return callClasses(score, caller, isVote);
    case 'SCALAR':
    case 'RISK':
      return { ...score, ...caller({ target: score.target, className: null }, () => valueScales(score)) };
  }
}

/** A reading under way: whether the case is refused, and the records that were looked at. */
interface Underway extends Pick<Reading, 'context'> {
  readonly named: RegisteredCalibration | null;
  readonly refused: ReturnType<typeof refusal>;
  readonly applied: Set<CalibrationRecord>;
}

function stateOf(
  version: ModelVersion,
  of: Calibrated,
  { context, named, refused, applied }: Underway,
  scalesUnder: ScalesUnder,
): CallState {
  const chosen = chooseCalibration(version, of, context, named);
  if (!chosen) return refused ? { ...refused, ...NO_RECORD } : uncalibrated(uncalibratedReason(version, of, named));
  const { calibration, choice } = chosen;
  applied.add(calibration.record);
  const operatingPoint = operatingPointOf(calibration.record, context);
  if (refused) return { ...refused, calibration, choice, operatingPoint };
  if (!operatingPoint)
    return uncalibrated(`The record ${calibration.record.id} has no operating point of the name that is asked for.`);
  const scales = scalesUnder(calibration.record);
  if (typeof scales === 'string') return uncalibrated(scales);
  const precision = (scale: Parameters<typeof precisionOn>[2]) => precisionOn(version.card, of.target, scale);
  const { call, reason } = decide(scales, calibration.record, operatingPoint, precision);
  return { call, reason, calibration, choice, operatingPoint };
}

const NO_RECORD = { calibration: null, choice: null, operatingPoint: null } as const;

function uncalibrated(reason: string): CallState {
  return { call: 'UNCALIBRATED', reason, ...NO_RECORD };
}

function callBinary(score: BinaryScore, caller: Caller, isVote: boolean): TargetCall {
  // Field by field: thousands of answers are read so, and spreading costs more than the call.
  const { kind, target, logit, rawProbability, members, votes } = score;
  let probability: number | null = null;
  const state = caller({ target, className: null }, (record) => {
    probability = isVote ? calibratedShare(record, rawProbability) : calibrated(record, logit);
    return classScales(logit, rawProbability, probability);
  });
  const { call, reason, calibration, choice, operatingPoint } = isVote ? unlessTied(state, rawProbability) : state;
  return {
    kind,
    target,
    logit,
    rawProbability,
    members,
    call,
    reason,
    calibration,
    choice,
    operatingPoint,
    probability,
    ...(votes && { votes }),
  };
}
