import type { PromotionStratumKind } from '#graphql/generated/schema-types';
import type { Stratification } from '#libs/comparison';
import type { WholeCohort } from '#gateway/cohorts';
import type { AnswerScope } from '#gateway/pipeline';
import { agreedFact, type SlideFact } from '../cohort/index.js';

const FACTS: Readonly<Record<PromotionStratumKind, SlideFact>> = {
  SPECIMEN: 'specimen',
  SCANNER: 'scanner',
  SITE: 'site',
};

/** By what the items of a cohort are grouped. */
export interface ItemStrata {
  readonly name: string;
  /** an element an item: null where nobody says, or where the slides of a patient differ */
  readonly values: readonly (string | null)[];
}

/** In which stratum each item is, as the cohort's table says, else as the slides do. @throws StoreUnavailable */
export async function strataOfItems(
  { items }: WholeCohort,
  kinds: readonly PromotionStratumKind[],
  scope: AnswerScope,
): Promise<readonly ItemStrata[]> {
  if (kinds.length === 0) return [];
  const slides = await Promise.all(
    items.map(({ members }) => Promise.all(members.map(({ slideId }) => scope.slide(slideId).catch(() => null)))),
  );
  return [...new Set(kinds)].map((kind) => ({
    name: FACTS[kind],
    values: items.map(({ members }, i) => agreedFact(members, slides[i] ?? [], FACTS[kind])),
  }));
}

/** Some of the items that are compared: one level of one stratification. */
export interface Stratum {
  readonly stratification: string;
  readonly level: string | null;
  /** places among the items that are compared */
  readonly positions: Uint32Array<ArrayBuffer>;
}

/** A stratum for each level of each stratification. @param kept items that are compared, by their places */
export function strataIn(strata: readonly ItemStrata[], kept: readonly number[]): readonly Stratum[] {
  return strata.flatMap((one) => {
    const { name, levels, levelOf } = stratify(one, kept);
    return levels.map((level, code) => ({
      ...{ stratification: name, level },
      positions: Uint32Array.from(kept.keys()).filter((position) => levelOf[position] === code),
    }));
  });
}

/** The same of some items, by their places; levels in their order, those of which nobody says last. */
export function stratify({ name, values }: ItemStrata, kept: readonly number[]): Stratification {
  const own = kept.map((item) => values[item] ?? null);
  const levels = [...new Set(own)].sort((a, b) => (a === null ? 1 : b === null ? -1 : a < b ? -1 : 1));
  const codes = new Map(levels.map((level, code) => [level, code]));
  return { name, levels, levelOf: Uint32Array.from(own, (value) => codes.get(value) ?? 0) };
}
