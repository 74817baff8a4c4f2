import {
  type CalibrationRecord,
  type ModelVersion,
  type OperatingPoint,
  type RegisteredCalibration,
} from '#model-registry';
import { applyCalibration, applyToShare, callAt, type Precision } from '#libs/calibration';
import { BadUserInput, CalibrationInvalid } from '#libs/errors';
import { type Call } from '#graphql/generated/schema-types';
import { type CaseContext, type DomainMeasure, type MemberDomain } from './case-context.js';
import { type Scales, type ScalesUnder } from './scales.js';
import { type Calibrated } from './target-score.js';

/** Why a record was applied: its stratum fits the case, the version declares it as a fallback, or the caller named it. */
export type CalibrationChoice = 'STRATUM' | 'FALLBACK' | 'NAMED';

/** The state of an answer, why, and the record that was applied. */
export interface CallState {
  readonly call: Call;
  readonly reason: string;
  readonly calibration: RegisteredCalibration | null;
  readonly choice: CalibrationChoice | null;
  readonly operatingPoint: OperatingPoint | null;
}

/** A state with the probability that the record's map gives. */
export interface ProbabilityState extends CallState {
  /** Null when no calibration holds, and when the one that does has thresholds on the raw score and no map. */
  readonly probability: number | null;
}

/** A way from one score to its state under whatever record applies to it. */
export type Caller = (of: Calibrated, scalesUnder: ScalesUnder) => CallState;

/** The point of a record that the caller asks for, else its default; null where it has no such point. */
export function operatingPointOf(record: CalibrationRecord, context: CaseContext): OperatingPoint | null {
  const id = context.operatingPoint ?? record.defaultOperatingPoint;
  return record.operatingPoints.find((point) => point.id === id) ?? null;
}

/**
 * A point that is asked for must be one of some record that applies: then other targets' records, which lack it, make no call.
 * @throws BadUserInput that names the possible points
 */
export function checkOperatingPoint({ operatingPoint }: CaseContext, applied: ReadonlySet<CalibrationRecord>): void {
  if (operatingPoint === null || applied.size === 0) return;
  const points = [...applied].flatMap((record) => record.operatingPoints.map((point) => point.id));
  if (points.includes(operatingPoint)) return;
  throw new BadUserInput('context.operatingPoint', 'must be one of the operating points of the calibration that fits', {
    operatingPoints: [...new Set(points)],
  });
}

/** What a refusal depends on beside the version. */
interface RefusalFacts {
  readonly domain: DomainMeasure | null;
  readonly members?: readonly MemberDomain[];
  readonly context: CaseContext;
}

/** Why no call is made of this case, whatever the score: it is outside the intended use, or unlike what the version knows. */
export function refusal(
  version: ModelVersion,
  { domain, members = [], context }: RefusalFacts,
): { readonly call: Call; readonly reason: string } | null {
  const outside = outOfScope(version, context);
  if (outside) return { call: 'OUT_OF_SCOPE', reason: `The version is not meant for this case: ${outside}.` };
  const limitPercentile = version.card.domain?.limitPercentile;
  if (domain && limitPercentile !== undefined)
    return domain.percentile > limitPercentile ? outOfDomain({ ...domain, limitPercentile }, 'the version') : null;
  // An ensemble without a reference of its own is no surer of a slide than its members are.
  const unlike = members.find((member) => member.domain && member.domain.percentile > member.domain.limitPercentile);
  return unlike?.domain ? outOfDomain(unlike.domain, `the member ${unlike.ref}`) : null;
}

function outOfDomain({ distance, limitPercentile }: NonNullable<MemberDomain['domain']>, who: string) {
  return {
    call: 'OUT_OF_DOMAIN' as const,
    reason: `The slide does not resemble those that ${who} was trained on: it lies beyond the ${limitPercentile}th percentile of the reference (distance ${distance.toFixed(1)}).`,
  };
}

/** The first fact of the case that the card's intended use excludes. What is not stated on either side excludes nothing. */
function outOfScope({ card: { intendedUse } }: ModelVersion, context: CaseContext): string | null {
  const facts = [
    ['organ', context.organ, intendedUse.organs],
    ['specimen', context.specimen, intendedUse.specimens],
    ['preservation', context.preservation, intendedUse.preservation],
    ['scanner', context.scanner, intendedUse.scanners],
  ] as const;
  const outside = facts.find(
    ([, found, meant]) => found !== null && meant.length > 0 && !(meant as readonly string[]).includes(found),
  );
  return outside ? `it states ${outside[2].join(', ')} for ${outside[0]}` : null;
}

/** The calibrated probability of a logit under a record, or null where its map is none: the raw one must not stand in its place. */
export function calibrated({ map }: CalibrationRecord, logit: number | null): number | null {
  return map.method === 'none' || logit === null ? null : applyCalibration(map, logit);
}

/** The same for a share of votes, which has no logit. */
export function calibratedShare({ map }: CalibrationRecord, share: number): number | null {
  return map.method === 'none' ? null : applyToShare(map, share);
}

/** Grey zone first, then threshold, each compared in the precision of the score (callAt). */
export function decide(
  numbers: Scales,
  record: CalibrationRecord,
  point: OperatingPoint,
  precisionOn: (scale: OperatingPoint['scale']) => Precision,
): { readonly call: Call; readonly reason: string } {
  const probability = numbers.CALIBRATED_PROBABILITY;
  const compared = numberOn(point.scale, numbers);
  const zone = record.greyZone ? { lower: record.greyZone.low, upper: record.greyZone.high } : undefined;
  // The zone is of the calibrated probability, whatever scale the threshold has.
  if (
    zone &&
    probability !== null &&
    callAt(probability, { threshold: zone.lower, comparator: 'GE' }, zone, precisionOn('CALIBRATED_PROBABILITY')) ===
      'INDETERMINATE'
  ) {
    return {
      call: 'INDETERMINATE',
      reason: `The probability lies in the grey zone from ${zone.lower} to ${zone.upper}.`,
    };
  }
  const isPositive = callAt(compared, point, undefined, precisionOn(point.scale)) === 'POSITIVE';
  const isInclusive = (point.comparator === 'GE') === isPositive;
  const side = `${isInclusive ? 'at or ' : ''}${isPositive ? 'above' : 'below'}`;
  return {
    call: isPositive ? 'POSITIVE' : 'NEGATIVE',
    reason: `The score is ${side} the threshold ${point.threshold} of the operating point ${point.id}.`,
  };
}

/** The number that a threshold is compared with; a threshold on a scale that the score does not have is never used on another. */
function numberOn(scale: OperatingPoint['scale'], numbers: Scales): number {
  const compared = numbers[scale];
  if (compared === null)
    throw new CalibrationInvalid([
      {
        pointer: '/operatingPoints',
        problem: `must be on a scale that the score of the target has, and not on ${scale}`,
      },
    ]);
  return compared;
}
