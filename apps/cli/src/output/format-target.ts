import type { RecordFieldsFragment, TargetFieldsFragment, ThresholdFieldsFragment } from '#libs/client';
import { evidenceText, recordText, thresholdText, words, worthText } from './format-record.js';
import type { Paint } from './paint.js';
import { comparable, figure } from './text.js';

/** A line of a list of properties; null for nothing to say. */
export type Row = readonly [string, string | null];

/** How predictions are written: colours; whether digests are whole and the domain's reference is told; where lines end, if anywhere. */
export interface PredictionStyle {
  readonly paint: Paint;
  readonly full: boolean;
  readonly columns?: number | undefined;
  /** For a reader who has just seen the evidence of the same thresholds. */
  readonly isEvidenceKnown?: boolean;
}

type Binary = Extract<TargetFieldsFragment, { __typename: 'BinaryCall' }>;
type Value = Extract<TargetFieldsFragment, { __typename: 'ScalarEstimate' | 'RiskEstimate' }>;
type Classes = Extract<TargetFieldsFragment, { __typename: 'ClassCall' }>;
type One = Classes['classes'][number];
type Recorded = RecordFieldsFragment & Pick<Binary, 'call'>;

/** A target's name and call. Only a call that is one is green or red: every other state is a caution. */
export function targetTitle(target: TargetFieldsFragment, { paint }: PredictionStyle): string {
  return `  ${target.title}: ${callText(target.call, paint)}`;
}

/** What a target says, by its kind: the number, its record with threshold and evidence, and why there is no call. */
export function targetRows(target: TargetFieldsFragment, style: PredictionStyle): readonly Row[] {
  switch (target.__typename) {
    case 'BinaryCall':
      return binaryRows(target, style);
    case 'ClassCall':
      return classRows(target, style);
    case 'ScalarEstimate':
    case 'RiskEstimate':
      return valueRows(target, style);
  }
}

function binaryRows(target: Binary, style: PredictionStyle): readonly Row[] {
  return [
    ['probability', probability(target, style)],
    [
      'raw score',
      `${target.rawScore.toFixed(3)}, not calibrated (sigmoid of the logit ${target.logit?.toFixed(3) ?? 'that there is not'})`,
    ],
    ['members', members(target.memberScores, target.memberSpread)],
    ...recordRows(target, scoreOn(target.threshold?.scale, target), style),
    ['worth', worthText(target.predictiveValues)],
    ['why', isDecided(target) ? null : target.reason],
  ];
}

function valueRows(target: Value, style: PredictionStyle): readonly Row[] {
  const isRisk = target.__typename === 'RiskEstimate';
  const value = isRisk ? target.riskScore : target.value;
  const unit = isRisk ? `, no unit; ${words(target.direction)}` : target.unit === null ? '' : ` ${target.unit}`;
  return [
    [isRisk ? 'risk score' : 'value', `${style.paint.bold(figure(value))}${unit}${isRisk ? '' : beyond(target)}`],
    ['members', members(target.memberScores, target.memberSpread)],
    ...recordRows(target, value, style),
    ['worth', worthText(target.predictiveValues)],
    ['why', isDecided(target) ? null : target.reason],
  ];
}

function beyond({ range, isInRange }: Extract<Value, { __typename: 'ScalarEstimate' }>): string {
  if (!range || isInRange !== false) return '';
  return `: OUTSIDE the range from ${range.min ?? 'no end'} to ${range.max ?? 'no end'}`;
}

function classRows(target: Classes, style: PredictionStyle): readonly Row[] {
  const { classes, classCount, medianClass, expectedRank } = target;
  const order =
    medianClass === null
      ? null
      : `median ${medianClass}, mean rank ${(expectedRank ?? NaN).toFixed(2)} (0 is the lowest)`;
  const hidden = classCount - classes.length;
  const decided = classes.filter((one) => isCalled(one));
  return [
    ['top class', target.topClass ?? `none: a tie of ${target.tiedClasses.join(', ')}`],
    ['order', order],
    ...classes.map((one): Row => [one.name, classText(one, style)]),
    ['', hidden > 0 ? `and ${hidden} classes with less` : null],
    ...decided.flatMap((one) => recordRows(one, null, style)),
    ['why', target.reason],
  ];
}

function classText(one: One, { paint }: PredictionStyle): string {
  const orHigher = one.rawScoreOrHigher === null ? '' : `, this or higher ${one.rawScoreOrHigher.toFixed(3)}`;
  const spread = one.memberSpread === null ? '' : ` (members' sd ${one.memberSpread.toFixed(3)})`;
  const mapped = one.probability === null ? '' : `, calibrated ${paint.bold(one.probability.toFixed(3))}`;
  return `raw ${one.rawScore.toFixed(3)}${spread}${orHigher}${mapped}: ${callText(one.call, paint)}`;
}

function members(scores: readonly number[] | null, spread: number | null): string | null {
  if (!scores) return null;
  const sd = spread === null ? '' : `, sd ${figure(spread)}`;
  return `${scores.map((score) => figure(score)).join(', ')}${sd}`;
}

function isDecided({ call }: Pick<Recorded, 'call'>): boolean {
  return call === 'POSITIVE' || call === 'NEGATIVE';
}

/** Whether a record was applied, be it to find that the value lies in its grey zone. */
function isCalled(target: Pick<Recorded, 'call'>): boolean {
  return isDecided(target) || target.call === 'INDETERMINATE';
}

function recordRows(target: Recorded, score: number | null, style: PredictionStyle): readonly Row[] {
  // A threshold beside a value that was not called would invite the reader to call it.
  const applied = isCalled(target) ? target.threshold : null;
  if (!applied) return [];
  const row: Row = ['threshold', thresholdText(applied, score)];
  const { calibration } = target;
  // Beside a calibrated probability of two classes the record is named already.
  const isNamed = 'positiveClass' in target && 'probability' in target && target.probability !== null;
  const record: Row = ['record', calibration && !isNamed ? recordText(calibration, style.full) : null];
  if (style.isEvidenceKnown) return [row, record];
  // Cohorts often share a caution: it is said once.
  const cautions = new Set([...applied.evidence, ...applied.publishedRates].map(({ note }) => note));
  return [
    row,
    record,
    ...applied.evidence.map((evidence): Row => ['evidence', evidenceText(evidence)]),
    ...applied.publishedRates.map((rate): Row => ['published', `${rate.metric} ${rate.published}; ${rate.cohort}`]),
    ...[...cautions].map((note): Row => ['caution', note]),
    ['holds for', target.holdsFor],
  ];
}

function callText(call: Recorded['call'], paint: Paint): string {
  switch (call) {
    case 'POSITIVE':
      return paint.bold(paint.red(call));
    case 'NEGATIVE':
      return paint.bold(paint.green(call));
    case 'INDETERMINATE':
    case 'UNCALIBRATED':
    case 'OUT_OF_SCOPE':
    case 'OUT_OF_DOMAIN':
      return paint.bold(paint.yellow(call));
  }
}

function probability(target: Binary, style: PredictionStyle): string {
  if (target.probability === null)
    return isCalled(target)
      ? 'none: the record has a threshold on the raw score and no map'
      : 'none: no calibration holds here';
  const compared = target.threshold?.scale === 'CALIBRATED_PROBABILITY' ? target.threshold.value : null;
  const number = comparable(target.probability, compared);
  const by = target.calibration ? `, by ${recordText(target.calibration, style.full)}` : '';
  return `${style.paint.bold(number)} of ${target.positiveClass}, calibrated${by}`;
}

function scoreOn(scale: ThresholdFieldsFragment['scale'] | undefined, target: Binary): number | null {
  switch (scale) {
    case 'LOGIT':
      return target.logit;
    case 'RAW_PROBABILITY':
      return target.rawScore;
    case 'CALIBRATED_PROBABILITY':
      return target.probability;
    default:
      return null;
  }
}
