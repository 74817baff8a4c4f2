import type { CohortLabel } from './cohort-revision.entity.js';
import type { NewItem } from './to-items.js';

const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const MOST_VALUES = 50;

/** What the items state, label by label, in the order in which the labels first stand. */
export function labelsOf(items: readonly Pick<NewItem, 'labels'>[]): readonly CohortLabel[] {
  const names = new Set(items.flatMap(({ labels }) => Object.keys(labels)));
  return [...names].map((name) =>
    labelOf(
      name,
      items.flatMap(({ labels }) => labels[name] ?? []),
    ),
  );
}

function labelOf(name: string, values: readonly string[]): CohortLabel {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const sorted = [...counts].map(([value, count]) => ({ value, count }));
  return {
    name,
    count: values.length,
    isNumeric: values.every((value) => DECIMAL.test(value) && Number.isFinite(Number(value))),
    values:
      sorted.length > MOST_VALUES ? [] : sorted.toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)),
  };
}
