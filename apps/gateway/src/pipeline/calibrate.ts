import {
  applicableCalibration,
  type CalibrationRecord,
  type ModelVersion,
  type OperatingPoint,
  type RegisteredCalibration,
} from '#model-registry';
import { applyCalibration, callAt } from '#libs/calibration';
import { BadUserInput, CalibrationInvalid } from '#libs/errors';
import { type Call } from '#graphql/generated/schema-types';
import { type CaseContext } from './question.js';
import { type DomainMeasure } from './raw-answer.js';
import { type TargetScore } from './task.js';

/** A score with its call: the state, why, and the record that was applied. */
export interface TargetCall extends TargetScore {
  readonly call: Call;
  readonly reason: string;
  /** Null when no calibration holds, and when the one that does has thresholds on the raw score and no map. */
  readonly probability: number | null;
  readonly calibration: RegisteredCalibration | null;
  readonly operatingPoint: OperatingPoint | null;
}

/** Step 7. Raw score to probability to call, by the record that fits the case; or a state that says why there is none. */
export function calibrate(
  version: ModelVersion,
  scores: readonly TargetScore[],
  domain: DomainMeasure | null,
  context: CaseContext,
): readonly TargetCall[] {
  return scores.map((score) => {
    const calibration = applicableCalibration(version, score.target.name, context);
    const operatingPoint = calibration ? operatingPointOf(calibration.record, context) : null;
    const refused = refusal(version, domain, context);
    if (refused) return { ...score, ...refused, probability: null, calibration, operatingPoint };
    if (!calibration || !operatingPoint)
      return { ...score, ...uncalibrated(version, score), probability: null, calibration: null, operatingPoint: null };
    return { ...score, ...decide(score, calibration.record, operatingPoint), calibration, operatingPoint };
  });
}

function uncalibrated({ calibrations }: ModelVersion, { target }: TargetScore) {
  const ofTarget = calibrations.filter(({ record }) => record.target === target.name);
  const strata = ofTarget.filter(({ retiredAt }) => retiredAt === null).map(({ record }) => stratumOf(record));
  const none =
    ofTarget.length === 0 ? 'no calibration record of this target' : 'only retired calibration records of this target';
  const reason =
    strata.length === 0
      ? `The version has ${none}: its score is raw, and no threshold applies.`
      : `No calibration record of this version fits the case; the score is raw, and a threshold of another case is never used. Records hold for: ${strata.join('; ')}. State that of the slide, or in the context of the question, where it is true.`;
  return { call: 'UNCALIBRATED' as const, reason };
}

function stratumOf({ stratum }: CalibrationRecord): string {
  const parts = Object.entries(stratum).filter(([, value]) => value !== null);
  return parts.map(([name, value]) => `${name} ${value}`).join(', ') || 'any case';
}

function operatingPointOf(record: CalibrationRecord, context: CaseContext): OperatingPoint | null {
  const id = context.operatingPoint ?? record.defaultOperatingPoint;
  const found = record.operatingPoints.find((point) => point.id === id);
  if (!found && context.operatingPoint !== null) {
    throw new BadUserInput(
      'context.operatingPoint',
      'must be one of the operating points of the calibration that fits',
      {
        operatingPoints: record.operatingPoints.map((point) => point.id),
      },
    );
  }
  return found ?? null;
}

function refusal(
  version: ModelVersion,
  domain: DomainMeasure | null,
  context: CaseContext,
): { readonly call: Call; readonly reason: string } | null {
  const outside = outOfScope(version, context);
  if (outside) return { call: 'OUT_OF_SCOPE', reason: `The version is not meant for this case: ${outside}.` };
  const limit = version.card.domain?.limitPercentile;
  if (!domain || limit === undefined || domain.percentile <= limit) return null;
  return {
    call: 'OUT_OF_DOMAIN',
    reason: `The slide does not resemble those that the version was trained on: it lies beyond the ${limit}th percentile of the reference (distance ${domain.distance.toFixed(1)}).`,
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

function decide(score: TargetScore, record: CalibrationRecord, point: OperatingPoint) {
  // The map none leaves the raw probability, which is not a calibrated one and must not stand in its place.
  const probability = record.map.method === 'none' ? null : applyCalibration(record.map, score.logit);
  const compared = numberOn(point.scale, score, probability);
  const zone = record.greyZone ? { lower: record.greyZone.low, upper: record.greyZone.high } : undefined;
  // The zone is of the calibrated probability, whatever scale the threshold has.
  if (
    zone &&
    probability !== null &&
    callAt(probability, { threshold: zone.lower, comparator: 'GE' }, zone) === 'INDETERMINATE'
  ) {
    return {
      call: 'INDETERMINATE' as const,
      probability,
      reason: `The probability lies in the grey zone from ${zone.lower} to ${zone.upper}.`,
    };
  }
  const isPositive = callAt(compared, point) === 'POSITIVE';
  const isInclusive = (point.comparator === 'GE') === isPositive;
  const side = `${isInclusive ? 'at or ' : ''}${isPositive ? 'above' : 'below'}`;
  return {
    call: isPositive ? ('POSITIVE' as const) : ('NEGATIVE' as const),
    probability,
    reason: `The score is ${side} the threshold ${point.threshold} of the operating point ${point.id}.`,
  };
}

/** The number that a threshold is compared with; a threshold on a scale that the score does not have is never used on another. */
function numberOn(scale: OperatingPoint['scale'], score: TargetScore, probability: number | null): number {
  const numbers = {
    LOGIT: score.logit,
    RAW_PROBABILITY: score.rawProbability,
    CALIBRATED_PROBABILITY: probability,
    RISK: null,
    VALUE: null,
  };
  const compared = numbers[scale];
  if (compared === null)
    throw new CalibrationInvalid([
      { pointer: '/operatingPoints', problem: `must be on a scale that a score of classes has, and not on ${scale}` },
    ]);
  return compared;
}
