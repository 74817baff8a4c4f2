import { absent, benjaminiHochberg, deLong, type Absent, type DeLong } from '#libs/statistics';
import { comparePair } from './compare-pair.js';
import type { Comparison, ComparisonOptions, StratumComparison } from './comparison.types.js';
import type { PairComparison } from './pair.types.js';
import { evaluateScore } from './evaluate-score.js';
import { resampleScores, type ResampledTable } from './resample-scores.js';
import { takeItems, type ScoreTable, type Stratification } from './score-table.js';

/**
 * Compares scores on the same items: each by itself, each pair, and both again in every stratum (science.md, section 2, Statistics). What cannot be computed is
 * null, and `absent` says why. Takes up to seconds: call it in a worker thread.
 */
export function compareScores(table: ScoreTable, options: ComparisonOptions): Comparison {
  const resampled = resampleScores(table, options);
  return {
    outcome: table.outcome.kind,
    n: table.items.length,
    positives: positivesOf(table),
    patients: table.patients && new Set(table.patients).size,
    method: { ...options, resampled: table.patients ? 'PATIENTS' : 'ITEMS' },
    ...compareAll(table, resampled, options),
    strata: table.stratifications.flatMap((one) => compareStrata(table, one, options)),
  };
}

function compareAll(
  table: ScoreTable,
  resampled: ResampledTable | null,
  options: ComparisonOptions,
): Pick<Comparison, 'scores' | 'pairs'> {
  const covariance = deLongOf(table);
  const evaluations = table.scores.map((score, index) =>
    evaluateScore(table, score, { index, deLong: covariance, resampled, options }),
  );
  const pairs = table.scores.flatMap((_, a) =>
    table.scores
      .slice(a + 1)
      .map((__, i) => comparePair(table, { a, b: a + 1 + i, deLong: covariance, evaluations, resampled, options })),
  );
  return { scores: evaluations, pairs };
}

function deLongOf({ outcome, scores }: ScoreTable): DeLong | Absent {
  if (outcome.kind !== 'BINARY') return absent('NO_LABELS');
  return deLong(
    outcome.labels,
    scores.map(({ values }) => values),
  );
}

function compareStrata(
  table: ScoreTable,
  by: Stratification,
  options: ComparisonOptions,
): readonly StratumComparison[] {
  const strata = by.levels.map((level, code) => {
    const positions = Uint32Array.from(table.items.keys()).filter((position) => by.levelOf[position] === code);
    const part = takeItems({ ...table, stratifications: [] }, positions);
    const { scores, pairs } = compareAll(part, null, options);
    return { stratification: by.name, level, n: positions.length, positives: positivesOf(part), scores, pairs };
  });
  return adjust(strata);
}

/** Benjamini-Hochberg over all strata of a stratification and all pairs: DeLong's tests are one family, McNemar's another. */
function adjust(strata: readonly StratumComparison[]): readonly StratumComparison[] {
  const pairs = strata.flatMap((stratum) => stratum.pairs);
  const adjusted = (of: (pair: PairComparison) => number | undefined): ReadonlyMap<PairComparison, number> => {
    const tested = pairs.filter((pair) => of(pair) !== undefined);
    const found = benjaminiHochberg(tested.map((pair) => of(pair) ?? NaN));
    return new Map(tested.map((pair, i) => [pair, found[i] ?? NaN]));
  };
  const delong = adjusted((pair) => pair.delong?.p);
  const mcnemar = adjusted((pair) => pair.mcnemar?.p);
  const withAdjusted = (pair: PairComparison): PairComparison => ({
    ...pair,
    delong: pair.delong && { ...pair.delong, adjustedP: delong.get(pair) ?? null },
    mcnemar: pair.mcnemar && { ...pair.mcnemar, adjustedP: mcnemar.get(pair) ?? null },
  });
  return strata.map((stratum) => ({ ...stratum, pairs: stratum.pairs.map(withAdjusted) }));
}

function positivesOf({ outcome }: ScoreTable): number | null {
  if (outcome.kind === 'BINARY') return outcome.labels.reduce((sum, label) => sum + label, 0);
  return outcome.kind === 'SURVIVAL' ? outcome.events.reduce((sum, event) => sum + event, 0) : null;
}
