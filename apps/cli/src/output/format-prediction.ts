import type {
  AnswerError,
  Prediction,
  ProvenanceFieldsFragment,
  TargetFieldsFragment,
  ThresholdFieldsFragment,
} from '#libs/client';
import type { Paint } from './paint.js';
import { factRows } from './format-error.js';
import { comparable, duration, percent, properties, rate, region, shorten, time, wrap } from './text.js';

type Row = readonly [string, string | null];

/** How predictions are written: colours; whether digests are whole and the domain's reference is told; where lines end, if anywhere. */
export interface PredictionStyle {
  readonly paint: Paint;
  readonly full: boolean;
  readonly columns?: number | undefined;
  /** For a reader who has just seen the evidence of the same thresholds. */
  readonly isEvidenceKnown?: boolean;
}

/** A version's whole answer as a person reads it. Each target stands with its threshold, the evidence of that, and what it holds for. */
export function predictionLines(prediction: Prediction, style: PredictionStyle): string[] {
  const { model } = prediction.provenance;
  const title = `${style.paint.bold(model.ref)}  ${shorten(model.digest, style.full)}`;
  return [
    `${title}  ${region(prediction.region)}, ${prediction.tileCount} tiles`,
    ...prediction.targets.flatMap((target) => targetLines(target, prediction, style)),
  ];
}

/** A refusal in the place of a prediction. */
export function refusalLines(model: string, error: AnswerError, style: PredictionStyle): string[] {
  const retry = error.retryable ? ['  The same may succeed later.'] : [];
  return [
    style.paint.bold(model),
    `  ${style.paint.red(`no answer: ${error.code}`)}`,
    ...(style.columns === undefined ? [error.message] : wrap(error.message, style.columns - 2)).map(
      (line) => `  ${line}`,
    ),
    ...retry,
    ...properties(factRows(error.facts), '    ', style.columns),
  ];
}

function targetLines(target: TargetFieldsFragment, prediction: Prediction, style: PredictionStyle): string[] {
  const { provenance } = prediction;
  // A threshold beside a value that was not called would invite the reader to call it.
  const applied = isCalled(target) ? target.threshold : null;
  const rows: Row[] = [
    ['probability', probability(target, provenance, style)],
    ['raw score', `${target.rawScore.toFixed(3)}, not calibrated (sigmoid of the logit ${target.logit.toFixed(3)})`],
    ...(applied ? thresholdRows(applied, target, style) : []),
    ['worth', predictiveValues(target)],
    ['why', isDecided(target) ? null : target.reason],
    ['domain', domain(prediction, style)],
    ['computed', computed(provenance)],
    // Whole always: `tessera answer` takes nothing less.
    ['answer', provenance.answerId],
  ];
  return [`  ${target.title}: ${callText(target, style.paint)}`, ...properties(rows, '    ', style.columns)];
}

/** Then the threshold's own row has said why. */
function isDecided({ call }: TargetFieldsFragment): boolean {
  return call === 'POSITIVE' || call === 'NEGATIVE';
}

/** Whether a record was applied, be it to find that the value lies in its grey zone. */
function isCalled(target: TargetFieldsFragment): boolean {
  return isDecided(target) || target.call === 'INDETERMINATE';
}

function thresholdRows(applied: ThresholdFieldsFragment, target: TargetFieldsFragment, style: PredictionStyle): Row[] {
  const row: Row = ['threshold', threshold(applied, target)];
  if (style.isEvidenceKnown) return [row];
  // Cohorts often share a caution: it is said once.
  const cautions = new Set([...applied.evidence, ...applied.publishedRates].map(({ note }) => note));
  return [
    row,
    ...applied.evidence.map((evidence): Row => ['evidence', evidenceText(evidence)]),
    ...applied.publishedRates.map((rate): Row => ['published', `${rate.metric} ${rate.published}; ${rate.cohort}`]),
    ...[...cautions].map((note): Row => ['caution', note]),
    ['holds for', target.holdsFor],
  ];
}

/** The call in its colour. Only a call that is one is green or red: every other state is a caution. */
function callText(target: Pick<TargetFieldsFragment, 'call'>, paint: Paint): string {
  switch (target.call) {
    case 'POSITIVE':
      return paint.bold(paint.red(target.call));
    case 'NEGATIVE':
      return paint.bold(paint.green(target.call));
    case 'INDETERMINATE':
    case 'UNCALIBRATED':
    case 'OUT_OF_SCOPE':
    case 'OUT_OF_DOMAIN':
      return paint.bold(paint.yellow(target.call));
  }
}

function probability(
  target: TargetFieldsFragment,
  provenance: ProvenanceFieldsFragment,
  style: PredictionStyle,
): string {
  if (target.probability === null)
    return isCalled(target)
      ? 'none: the record has a threshold on the raw score and no map'
      : 'none: no calibration holds here';
  const compared = target.threshold?.scale === 'CALIBRATED_PROBABILITY' ? target.threshold.value : null;
  const number = comparable(target.probability, compared);
  const { calibration } = provenance;
  const by = calibration ? `, by ${calibration.id} ${shorten(calibration.digest, style.full)}` : '';
  return `${style.paint.bold(number)} of ${target.positiveClass}, calibrated${by}`;
}

function threshold(applied: ThresholdFieldsFragment, target: TargetFieldsFragment): string {
  const value = comparable(applied.value, scoreOn(applied.scale, target));
  const scale = applied.scale.toLowerCase().replace('_', ' ');
  const sign = applied.comparator === 'GE' ? '>=' : '>';
  const policy = applied.policy.toLowerCase().replace('_', ' ');
  const chosenBy = applied.operatingPoint === policy ? '' : `: ${policy}`;
  return `positive at ${scale} ${sign} ${value} (operating point ${applied.operatingPoint}${chosenBy})`;
}

function scoreOn(scale: ThresholdFieldsFragment['scale'], target: TargetFieldsFragment): number | null {
  switch (scale) {
    case 'LOGIT':
      return target.logit;
    case 'RAW_PROBABILITY':
      return target.rawScore;
    case 'CALIBRATED_PROBABILITY':
      return target.probability;
    case 'RISK':
    case 'VALUE':
      return null;
  }
}

function evidenceText(evidence: ThresholdFieldsFragment['evidence'][number]): string {
  const shares = [evidence.ppa && `PPA ${rate(evidence.ppa)}`, evidence.npa && `NPA ${rate(evidence.npa)}`].filter(
    (text) => text !== null,
  );
  return `${shares.join('; ') || 'no counts'}; unit: ${evidence.unit}; ${evidence.cohort}`;
}

function predictiveValues(target: TargetFieldsFragment): string | null {
  const worth = target.predictiveValues;
  if (!worth) return null;
  return (
    `at prevalence ${percent(worth.prevalence)}: PPV ${estimate(worth.ppv, worth.ppvInterval)}, ` +
    `NPV ${estimate(worth.npv, worth.npvInterval)}; of 1,000 tested ${worth.calledPositivePer1000.toFixed(0)} are called positive ` +
    `and ${worth.missedPer1000.toFixed(1)} are missed`
  );
}

function estimate(value: number | null, interval: readonly number[] | null): string {
  if (value === null) return 'not defined';
  const [low, high] = interval ?? [];
  return low === undefined || high === undefined
    ? percent(value)
    : `${percent(value)} (${percent(low)} to ${percent(high)})`;
}

function domain({ domain: check }: Prediction, style: PredictionStyle): string {
  if (!check) return 'not checked: the version has no reference';
  const verdict = check.isInside ? 'inside' : 'OUTSIDE';
  return (
    `${verdict}: distance ${comparable(check.distance, check.limitDistance, 2)}, limit ${comparable(check.limitDistance, check.distance, 2)} ` +
    `(percentile ${check.percentile.toFixed(1)} of ${check.referenceSize} in the version's reference, limit ${check.limitPercentile})` +
    (style.full ? `; ${check.reference}` : '')
  );
}

function computed({ timings, isReused, computedAt, server }: ProvenanceFieldsFragment): string {
  const steps = `load ${duration(timings.loadMs)}, infer ${duration(timings.inferMs)}, all ${duration(timings.totalMs)}`;
  const where = `on ${server.id}${server.reportedVersion === null ? '' : ` as version ${server.reportedVersion}`}`;
  return `${time(computedAt)} ${where}${isReused ? ', a stored answer was used again' : ''}; ${steps}`;
}
