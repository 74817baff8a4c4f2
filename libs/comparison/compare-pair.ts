import {
  blandAltman,
  cohensKappa,
  deLongTest,
  isAbsent,
  mcNemar,
  pearson,
  spearman,
  type Absent,
  type DeLong,
} from '#libs/statistics';
import { Absences, boundsOf } from './absences.js';
import type { ComparisonOptions, ScoreEvaluation } from './comparison.types.js';
import type { StatisticName } from './statistic.types.js';
import type { AucTest, CallState, CallTest, Delta, Flip, PairComparison } from './pair.types.js';
import { limitsOf } from './evaluate-score.js';
import { type ResampledTable } from './resample-scores.js';
import { CALL, type ScoreTable } from './score-table.js';

/** What two scores are compared by, beside the table. */
export interface PairEvidence {
  /** positions of the two scores */
  readonly a: number;
  readonly b: number;
  readonly deLong: DeLong | Absent;
  readonly evaluations: readonly ScoreEvaluation[];
  /** null in strata */
  readonly resampled: ResampledTable | null;
  readonly options: ComparisonOptions;
}

/** The first score against the second on the same items. Every difference is first less second. */
export function comparePair(table: ScoreTable, evidence: PairEvidence): PairComparison {
  const noted = new Absences();
  const { a, b, options } = evidence;
  const [first, second] = [table.scores[a], table.scores[b]];
  if (!first || !second) throw new Error('Both scores must be in the table.');
  const difference = noted.value('DIFFERENCES', blandAltman(first.values, second.values, options.confidence));
  const r = difference && pearson(first.values, second.values, options.confidence);
  const rho = difference && spearman(first.values, second.values);
  return {
    a: first.name,
    b: second.name,
    n: table.items.length,
    delong: aucTest(table, evidence, noted),
    mcnemar: callTest(table, first.calls, second.calls, noted),
    deltas: deltasOf(evidence, noted),
    agreement: agreementOf(first.calls, second.calls, options, noted),
    differences: difference && {
      ...limitsOf(difference),
      pearson: r && !isAbsent(r) ? { value: r.value, ci: isAbsent(r.interval) ? null : boundsOf(r.interval) } : null,
      spearman: rho === null || isAbsent(rho) ? null : rho,
    },
    flips: first.calls && second.calls && flipsOf(table, first.calls, second.calls),
    absent: noted.all,
  };
}

function aucTest({ outcome }: ScoreTable, { a, b, deLong, options }: PairEvidence, noted: Absences): AucTest | null {
  if (outcome.kind !== 'BINARY') return outcome.kind === 'NONE' ? noted.lacks('DELONG', 'NO_LABELS') : null;
  const found = noted.value('DELONG', isAbsent(deLong) ? deLong : deLongTest(deLong, a, b, options.confidence));
  if (!found) return null;
  const { difference, standardError, interval, z, p } = found;
  return { difference, standardError, ci: boundsOf(interval), z, p, adjustedP: null };
}

/** Of being right, over the items that both call. */
function callTest(
  { outcome }: ScoreTable,
  first: Uint8Array | null,
  second: Uint8Array | null,
  noted: Absences,
): CallTest | null {
  if (outcome.kind !== 'BINARY') return outcome.kind === 'NONE' ? noted.lacks('MCNEMAR', 'NO_LABELS') : null;
  if (!first || !second) return noted.lacks('MCNEMAR', 'NO_THRESHOLD');
  let [onlyA, onlyB, both] = [0, 0, 0];
  outcome.labels.forEach((label, i) => {
    if (first[i] === CALL.NONE || second[i] === CALL.NONE) return;
    both += 1;
    if (first[i] === second[i]) return;
    if (first[i] === label) onlyA += 1;
    else onlyB += 1;
  });
  if (both === 0) return noted.lacks('MCNEMAR', 'NO_ITEMS');
  const { method, statistic, p } = mcNemar(onlyA, onlyB);
  return { onlyA, onlyB, method, statistic, p, adjustedP: null };
}

function deltasOf({ a, b, evaluations, resampled }: PairEvidence, noted: Absences): readonly Delta[] {
  if (!resampled) return [];
  const [first, second] = [evaluations[a], evaluations[b]];
  return [...resampled.difference(a, b)].flatMap(([statistic, interval]) => {
    const [left, right] = [valueOf(first, statistic), valueOf(second, statistic)];
    if (left === null || right === null) return [];
    return [{ statistic, value: left - right, ci: noted.bounds(statistic, interval) }];
  });
}

function valueOf(score: ScoreEvaluation | undefined, statistic: StatisticName): number | null {
  const by: Partial<Record<StatisticName, { readonly value: number } | null | undefined>> = {
    AUC: score?.auc,
    AVERAGE_PRECISION: score?.averagePrecision,
    BRIER: score?.brier,
    PPA: score?.calls?.ppa,
    NPA: score?.calls?.npa,
    C_INDEX: score?.cIndex,
    PEARSON: score?.pearson,
    SPEARMAN: score?.spearman,
    RMSE: score?.rmse,
  };
  return by[statistic]?.value ?? null;
}

/** Of positive, negative and no call: two that both give no call agree. */
function agreementOf(
  first: Uint8Array | null,
  second: Uint8Array | null,
  { confidence }: ComparisonOptions,
  noted: Absences,
): PairComparison['agreement'] {
  if (!first || !second) return noted.lacks('AGREEMENT', 'NO_THRESHOLD');
  const found = noted.value('AGREEMENT', cohensKappa(first, second, confidence));
  return found && { observed: found.observed, kappa: { value: found.value, ci: boundsOf(found.interval) } };
}

function flipsOf({ items, outcome }: ScoreTable, first: Uint8Array, second: Uint8Array): readonly Flip[] {
  const flips: Flip[] = [];
  items.forEach((item, i) => {
    if (first[i] === second[i]) return;
    const isPositive = outcome.kind === 'BINARY' ? outcome.labels[i] === 1 : null;
    flips.push({ item, a: stateOf(first[i]), b: stateOf(second[i]), isPositive });
  });
  return flips;
}

function stateOf(call: number | undefined): CallState {
  if (call === CALL.POSITIVE) return 'POSITIVE';
  return call === CALL.NEGATIVE ? 'NEGATIVE' : 'NONE';
}
