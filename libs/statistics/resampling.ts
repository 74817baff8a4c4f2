import { at, checkFinite } from './at.js';
import { type SeededRandom } from './seeded-random.js';

/** How items are drawn again: whole units (patients), inside groups that keep their number of units. */
export interface ResamplingPlan {
  /** [n]: the unit of each item */
  readonly unitOf: Uint32Array;
  /** the units of each group; every unit is in one */
  readonly groups: readonly Uint32Array[];
  readonly unitCount: number;
}

/**
 * Plans a stratified bootstrap (Efron and Tibshirani 1993, section 8.3; of clusters: Davison and Hinkley 1997, section 3.8).
 * @param n how many items
 * @param group [n]: what is kept in number, such as the label. A unit of several groups belongs to the highest: a patient with a positive slide is a positive patient.
 * @param unit [n]: what is drawn as a whole, such as the patient. Each item by itself when left out
 * @throws Error when lengths differ or a number is not finite
 */
export function resamplingPlan(
  n: number,
  {
    group,
    unit,
  }: { readonly group?: ArrayLike<number> | undefined; readonly unit?: ArrayLike<number> | undefined } = {},
): ResamplingPlan {
  const groupOf = group ?? new Uint8Array(n);
  const units = unit ?? Uint32Array.from({ length: n }, (_, i) => i);
  checkFinite(new Uint8Array(n), groupOf, units);
  const codes = new Map<number, number>();
  const groupOfUnit: number[] = [];
  const unitOf = Uint32Array.from(units, (value, i) => {
    const code = codes.get(value) ?? codes.size;
    codes.set(value, code);
    groupOfUnit[code] = Math.max(groupOfUnit[code] ?? -Infinity, at(groupOf, i));
    return code;
  });
  const groups = new Map<number, number[]>();
  for (const [code, key] of groupOfUnit.entries()) {
    const members = groups.get(key) ?? [];
    members.push(code);
    groups.set(key, members);
  }
  const sorted = [...groups].sort(([a], [b]) => a - b);
  return { unitOf, groups: sorted.map(([, members]) => Uint32Array.from(members)), unitCount: codes.size };
}

/**
 * Draws once: every group's units, with replacement, as often as it has units.
 * @param times [unitCount]: room to count in; what it holds is overwritten
 * @param weights [n]: receives how often each item was drawn
 */
export function drawWeights(
  plan: ResamplingPlan,
  random: SeededRandom,
  times: Uint32Array,
  weights: Float64Array,
): void {
  times.fill(0);
  for (const units of plan.groups) {
    for (let draw = 0; draw < units.length; draw++) {
      const unit = at(units, random.below(units.length));
      times[unit] = at(times, unit) + 1;
    }
  }
  for (let i = 0; i < weights.length; i++) weights[i] = at(times, at(plan.unitOf, i));
}
