import { quantileOfSorted } from '#libs/statistics';
import type { Answered } from '#gateway/pipeline';
import { stabilityOf } from './score-stability.js';

/** A slide or region of a cohort, the case, and what the version answered; null where it did not. */
export interface MeasuredQuestion {
  readonly site: string | null;
  readonly scanner: string | null;
  readonly answered: Answered<unknown> | null;
}

type GroupKind = 'ALL' | 'SITE' | 'SCANNER';

/** All questions, then each site, then each scanner, in the order of their names; those of which nobody says come last. */
export function domainGroups(questions: readonly MeasuredQuestion[], limitPercentile: number | null) {
  const all = groupOf('ALL', null, questions, limitPercentile);
  const kinds = [['SITE', 'site'] as const, ['SCANNER', 'scanner'] as const];
  return [
    all,
    ...kinds.flatMap(([by, field]) => {
      const groups = new Map<string | null, MeasuredQuestion[]>();
      for (const question of questions) {
        const group = groups.get(question[field]) ?? [];
        groups.set(question[field], group);
        group.push(question);
      }
      const sorted = [...groups].toSorted(([a], [b]) => (a ?? '\uffff').localeCompare(b ?? '\uffff'));
      return sorted.map(([value, group]) => groupOf(by, value, group, limitPercentile));
    }),
  ];
}

function groupOf(
  by: GroupKind,
  value: string | null,
  questions: readonly MeasuredQuestion[],
  limitPercentile: number | null,
) {
  const answers = questions.flatMap(({ answered }) => answered ?? []);
  const percentiles = Float64Array.from(answers.flatMap(({ raw }) => raw.domain?.percentile ?? [])).sort();
  return {
    ...{ by, value },
    questions: questions.length,
    answered: answers.length,
    measured: percentiles.length,
    beyondLimit: percentiles.filter((percentile) => percentile > (limitPercentile ?? Infinity)).length,
    percentiles: spreadOf(percentiles),
    stability: stabilityOf(answers.flatMap(({ calls }) => calls)),
  };
}

function spreadOf(sorted: Float64Array) {
  const [min] = sorted;
  const max = sorted.at(-1);
  if (min === undefined || max === undefined) return null;
  const at = (p: number): number => quantileOfSorted(sorted, p);
  return { min, p5: at(0.05), p25: at(0.25), median: at(0.5), p75: at(0.75), p95: at(0.95), max };
}
