import type { CompareVersionsInput } from '#graphql/generated/schema-types';
import { MOST_SIZE, type Outcome } from '#libs/comparison';
import { BadUserInput } from '#libs/errors';
import type { CohortItem, WholeCohort } from '#gateway/cohorts';
import type { ComparedTarget } from './comparable.js';

/** What the items of a cohort are held against: an element an item, null where the cohort states nothing. */
export interface CohortOutcome {
  /** the label's name, for items that lack it */
  readonly name: string | null;
  readonly isStated: (item: number) => boolean;
  /** for some items, by their places */
  readonly of: (items: readonly number[]) => Outcome;
}

const NOTHING: CohortOutcome = { name: null, isStated: () => true, of: () => ({ kind: 'NONE' }) };

/** @throws BadUserInput for a label that the cohort does not have, or of other values than are named */
export function cohortOutcome(
  { revision, items }: WholeCohort,
  { kind }: ComparedTarget,
  input: CompareVersionsInput,
): CohortOutcome {
  const names = revision.labels.map(({ name }) => name);
  const chosen = input.label ?? (names.includes('label') || names.length !== 1 ? 'label' : names[0]) ?? 'label';
  const isThere = names.includes(chosen);
  if (typeof input.label === 'string' && !isThere)
    throw new BadUserInput('input.label', 'must be a label of the cohort', { labels: names });
  if (kind === 'RISK') return survival(items);
  if (kind === 'SCALAR') return isThere ? measured(items, chosen) : NOTHING;
  const { positive = null, negative = null } = input;
  if (positive === null && typeof input.label !== 'string') return NOTHING;
  if (positive === null) throw new BadUserInput('input.positive', 'must say which value of the label is positive');
  if (!isThere) throw new BadUserInput('input.label', 'must be a label of the cohort', { labels: names });
  return binary(items, chosen, positive.trim(), negative?.trim() ?? null);
}

function binary(items: readonly CohortItem[], name: string, positive: string, negative: string | null): CohortOutcome {
  const values = items.map(({ labels }) => labels[name] ?? null);
  const others = [...new Set(values.filter((value) => value !== null && value !== positive))];
  if (negative === null && others.length > 1)
    throw new BadUserInput('input.negative', 'must say which value of the label is negative: it has more than two', {
      otherValues: others.length,
    });
  // With `negative` named, items of a third value are in neither class.
  const isStated = (item: number): boolean =>
    values[item] === positive || (negative === null ? values[item] !== null : values[item] === negative);
  const of = (kept: readonly number[]): Outcome => ({
    kind: 'BINARY',
    labels: Uint8Array.from(kept, (item) => (values[item] === positive ? 1 : 0)),
  });
  return { name, isStated, of };
}

function measured(items: readonly CohortItem[], name: string): CohortOutcome {
  const values = items.map(({ labels }) => (labels[name] === undefined ? NaN : Number(labels[name])));
  const wrong = items.findIndex(({ labels }, i) => labels[name] !== undefined && !isComparable(values[i]));
  if (wrong !== -1)
    throw new BadUserInput(
      'input.label',
      `must be a label of decimal numbers from -${MOST_SIZE} to ${MOST_SIZE}, for the target has values`,
      { position: wrong },
    );
  return {
    name,
    isStated: (item) => Number.isFinite(values[item]),
    of: (kept) => ({ kind: 'CONTINUOUS', values: Float64Array.from(kept, (item) => values[item] ?? NaN) }),
  };
}

function isComparable(value: number | undefined): boolean {
  return Math.abs(value ?? NaN) <= MOST_SIZE;
}

function survival(items: readonly CohortItem[]): CohortOutcome {
  const isStated = (item: number): boolean => typeof items[item]?.survivalTime === 'number';
  if (!items.some((_, item) => isStated(item))) return NOTHING;
  return {
    name: 'time',
    isStated,
    of: (kept) => ({
      kind: 'SURVIVAL',
      times: Float64Array.from(kept, (item) => items[item]?.survivalTime ?? NaN),
      events: Uint8Array.from(kept, (item) => (items[item]?.survivalEvent === true ? 1 : 0)),
    }),
  };
}
