import { blandAltman, concordanceIndex, pearson, rootMeanSquaredError, spearman, type Absent } from '#libs/statistics';
import { Absences, boundsOf } from './absences.js';
import type { ComparisonOptions, ScoreEvaluation } from './comparison.types.js';
import type { LimitsOfAgreement } from './statistic.types.js';
import { evaluateBinary, resampledEstimate, type Evidence } from './evaluate-binary.js';
import { type Resampled } from './resample-scores.js';
import { type ScoreColumn, type ScoreTable } from './score-table.js';

const NOTHING = {
  auc: null,
  averagePrecision: null,
  brier: null,
  reliability: null,
  calibration: null,
  calls: null,
  roc: null,
  decisionCurve: null,
  cIndex: null,
  pearson: null,
  spearman: null,
  rmse: null,
  blandAltman: null,
} as const;

/** What a score is worth against the outcome. */
export function evaluateScore(table: ScoreTable, score: ScoreColumn, evidence: Evidence): ScoreEvaluation {
  const { outcome } = table;
  const noted = new Absences();
  const base = { ...NOTHING, name: score.name, n: table.items.length };
  const own = evidence.resampled?.scores[evidence.index];
  switch (outcome.kind) {
    case 'NONE':
      return { ...base, absent: noted.all };
    case 'BINARY':
      return { ...base, ...evaluateBinary(outcome.labels, score, evidence, noted), absent: noted.all };
    case 'SURVIVAL': {
      const found = noted.value('C_INDEX', concordanceIndex(outcome.times, outcome.events, score.values));
      return { ...base, cIndex: resampledEstimate('C_INDEX', found, own, noted), absent: noted.all };
    }
    case 'CONTINUOUS':
      return {
        ...base,
        ...evaluateContinuous(outcome.values, score.values, own, evidence.options, noted),
        absent: noted.all,
      };
  }
}

function evaluateContinuous(
  truth: Float64Array,
  values: Float64Array,
  own: Resampled | undefined,
  { confidence }: ComparisonOptions,
  noted: Absences,
) {
  const r = noted.value('PEARSON', pearson(values, truth, confidence));
  const limits = noted.value('BLAND_ALTMAN', blandAltman(values, truth, confidence));
  const rho = noted.value('SPEARMAN', spearman(values, truth));
  const rmse = noted.value('RMSE', rootMeanSquaredError(values, truth));
  return {
    pearson: r && { value: r.value, ci: noted.bounds('PEARSON', r.interval) },
    spearman: resampledEstimate('SPEARMAN', rho, own, noted),
    rmse: resampledEstimate('RMSE', rmse, own, noted),
    blandAltman: limits && limitsOf(limits),
  };
}

/** The limits of agreement as they are given out. */
export function limitsOf({
  n,
  bias,
  standardDeviation,
  limits,
}: Exclude<ReturnType<typeof blandAltman>, Absent>): LimitsOfAgreement {
  return { n, bias, standardDeviation, limits: boundsOf(limits) };
}
