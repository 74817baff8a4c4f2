import { csvLine } from '#libs/tables';
import type { CohortRevision } from '#gateway/cohorts';
import { type CallState, isDecided, type TargetCall } from '#gateway/targets';
import type { ItemPrediction, MemberPrediction } from './cohort-predictions.js';

type Cell = string | number | boolean | null;

const PLACE = ['item', 'patient', 'slide', 'x', 'y', 'width', 'height'] as const;
const ANSWER = ['state', 'code', 'target', 'class', 'call', 'logit', 'raw_score', 'probability', 'value'] as const;
const ORIGIN = [
  'calibration',
  'threshold',
  'domain_percentile',
  'answer_id',
  'features',
  'model',
  'model_digest',
] as const;

/** Names of the columns, ended as a line: where it is, what the cohort states, what the version says, and what that rests on. */
export function predictionHeader({ labels }: CohortRevision): string {
  const stated = [...labels.map(({ name }) => (name === 'label' ? name : `label:${name}`)), 'time', 'event'];
  return csvLine([...PLACE, ...stated, ...ANSWER, ...ORIGIN]);
}

/** The lines of an item: for each slide one for each target, and for each class of a target with classes. A slide without an answer has one, with the code. */
export function predictionLines(cohort: CohortRevision, { item, members }: ItemPrediction): string {
  const { key, patient, labels, survivalTime, survivalEvent } = item;
  const stated = [...cohort.labels.map(({ name }) => labels[name] ?? null), survivalTime, survivalEvent];
  return members.flatMap((member) => linesOf(member, [key, patient], stated)).join('');
}

function linesOf(one: MemberPrediction, item: readonly Cell[], stated: readonly Cell[]): readonly string[] {
  const { member, state, error, answered } = one;
  const { x = null, y = null, width = null, height = null } = member.region ?? {};
  const place = [...item, member.slideId, x, y, width, height, ...stated, state];
  if (!answered) return [csvLine([...place, error?.code ?? null, ...blank(7), ...blank(3), one.answerId, ...blank(3)])];
  const { provenance } = answered;
  const origin = [provenance.answerId, provenance.features.digest, provenance.model.ref, provenance.model.digest];
  const percentile = answered.raw.domain?.percentile ?? null;
  return answered.calls
    .flatMap(rowsOf)
    .map(({ cells, record }) => csvLine([...place, null, ...cells, ...record, percentile, ...origin]));
}

const blank = (count: number): readonly null[] => Array.from({ length: count }, () => null);

interface TargetRow {
  /** target, class, call, logit, raw score, probability, value */
  readonly cells: readonly Cell[];
  /** calibration record, threshold */
  readonly record: readonly Cell[];
}

function rowsOf(one: TargetCall): readonly TargetRow[] {
  const { name } = one.target;
  switch (one.kind) {
    case 'BINARY':
      return [
        { cells: [name, null, one.call, one.logit, one.rawProbability, one.probability, null], record: recordOf(one) },
      ];
    case 'MULTICLASS':
    case 'ORDINAL':
      return one.classes.map((of) => ({
        cells: [name, of.name, of.call, of.logit, of.comparedProbability, of.probability, null],
        record: recordOf(of),
      }));
    case 'SCALAR':
    case 'RISK':
      return [{ cells: [name, null, one.call, null, null, null, one.value], record: recordOf(one) }];
  }
}

/** The record and threshold that a call was made by; none where there was no call. */
function recordOf(state: CallState): readonly Cell[] {
  if (!isDecided(state)) return [null, null];
  return [state.calibration?.record.id ?? null, state.operatingPoint?.threshold ?? null];
}
