import type { AnswerError, Prediction, ProvenanceFieldsFragment } from '#libs/client';
import { factRows } from './format-error.js';
import { targetRows, targetTitle, type PredictionStyle, type Row } from './format-target.js';
import { comparable, duration, properties, region, shorten, time, wrap } from './text.js';

export type { PredictionStyle } from './format-target.js';

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

function targetLines(target: Prediction['targets'][number], prediction: Prediction, style: PredictionStyle): string[] {
  const { provenance } = prediction;
  const rows: Row[] = [
    ...targetRows(target, style),
    ['ensemble', ensemble(prediction)],
    ['training', training(prediction)],
    ['domain', domain(prediction, style)],
    ['computed', computed(provenance)],
    // Whole always: `tessera answer` takes nothing less.
    ['answer', provenance.answerId],
  ];
  return [targetTitle(target, style), ...properties(rows, '    ', style.columns)];
}

function ensemble({ ensemble: reading }: Prediction): string | null {
  if (!reading) return null;
  const used = reading.members.filter(({ isUsed }) => isUsed).map(({ model }) => model);
  const how = reading.combine.toLowerCase().replaceAll('_', ' ');
  return `${how} over ${used.length} of ${reading.members.length} members: ${used.join(', ')}`;
}

/** Where nobody asked, nothing is said. */
function training({ training: check }: Prediction): string | null {
  if (check.state === 'NOT_CHECKED') return null;
  const by = check.trainedOn.length > 0 ? ` Trained on the patient: ${check.trainedOn.join(', ')}.` : '';
  return `${check.state}: ${check.reason}${by}`;
}

function domain({ domain: check, ensemble: reading }: Prediction, style: PredictionStyle): string {
  if (!check)
    return reading
      ? 'by its members: the ensemble has no reference of its own'
      : 'not checked: the version has no reference';
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
