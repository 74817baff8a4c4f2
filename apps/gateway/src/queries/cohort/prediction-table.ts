import { csvLine } from '#libs/tables';
import type { CohortMember, CohortRevision } from '#gateway/cohorts';
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
  'aggregation',
] as const;

/** What has a line: an item, or each slide of it. */
export type PredictionTableRow = 'ITEM' | 'SLIDE';

/** Names of the columns, ended as a line: where it is, what the cohort states, what the version says, and what that rests on. */
export function predictionHeader({ labels }: CohortRevision): string {
  const stated = [...labels.map(({ name }) => (name === 'label' ? name : `label:${name}`)), 'time', 'event'];
  return csvLine([...PLACE, ...stated, ...ANSWER, ...ORIGIN]);
}

/**
 * The lines of an item, or of each of its slides: one for each target, and for each class of a target with classes. What has no answer has one, with the code. Several slides of a patient
 * stand in one cell, one after the other, as their answers and features do.
 */
export function predictionLines(cohort: CohortRevision, one: ItemPrediction, by: PredictionTableRow): string {
  const { key, patient, labels, survivalTime, survivalEvent } = one.item;
  const stated = [...cohort.labels.map(({ name }) => labels[name] ?? null), survivalTime, survivalEvent];
  const rows = by === 'ITEM' ? [itemRow(one)] : one.members.map(slideRow);
  return rows.flatMap((row) => linesOf(row, [key, patient], stated)).join('');
}

/** What stands in the lines of an item, or of a slide. */
interface TableRow extends Pick<ItemPrediction, 'state' | 'error' | 'calls' | 'answers' | 'answerIds' | 'aggregation'> {
  readonly members: readonly CohortMember[];
}

function itemRow({ members, ...rest }: ItemPrediction): TableRow {
  return { ...rest, members: members.map(({ member }) => member) };
}

function slideRow({ member, answered, answerId, ...rest }: MemberPrediction): TableRow {
  const answers = answered ? [answered] : [];
  const answerIds = answerId === null ? [] : [answerId];
  return { ...rest, calls: answered?.calls ?? null, answers, answerIds, aggregation: null, members: [member] };
}

function linesOf(row: TableRow, item: readonly Cell[], stated: readonly Cell[]): readonly string[] {
  const { state, error, calls, answers, answerIds, aggregation } = row;
  const place = [...item, ...placeOf(row.members), ...stated, state];
  const [first] = answers;
  if (!calls || !first)
    return [csvLine([...place, error?.code ?? null, ...blank(10), listed(answerIds), ...blank(3), aggregation])];
  const { ref, digest } = first.version;
  const features = listed(answers.map(({ features: { bag } }) => bag.digest));
  const origin = [listed(answerIds), features, ref, digest, aggregation];
  const percentiles = answers.flatMap(({ raw }) => raw.domain?.percentile ?? []);
  const percentile = percentiles.length === 0 ? null : Math.max(...percentiles);
  return calls
    .flatMap(rowsOf)
    .map(({ cells, record }) => csvLine([...place, null, ...cells, ...record, percentile, ...origin]));
}

/** slide, x, y, width, height; a slide as a whole among regions has a dash. */
function placeOf(members: readonly CohortMember[]): readonly Cell[] {
  const edges = (['x', 'y', 'width', 'height'] as const).map((edge): Cell => {
    const values = members.map(({ region }) => region?.[edge] ?? null);
    if (values.every((value) => value === null)) return null;
    return values.length === 1 ? (values[0] ?? null) : listed(values.map((value) => String(value ?? '-')));
  });
  return [listed(members.map(({ slideId }) => slideId)), ...edges];
}

function listed(parts: readonly string[]): string | null {
  return parts.length === 0 ? null : parts.join(' ');
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
