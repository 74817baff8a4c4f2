import type { CohortMember } from '#gateway/cohorts';
import type { Slide } from '#gateway/slide-catalog';

/** Where tissue comes from, and how it was seen. */
export type SlideFact = 'specimen' | 'scanner' | 'site';

/** What all slides of an item share: as the table says, else as the slide does. Null where nobody says, or they differ. @param slides of the members, in their order; null for one that is gone */
export function agreedFact(
  members: readonly CohortMember[],
  slides: readonly (Slide | null)[],
  fact: SlideFact,
): string | null {
  const [first = null, ...others] = new Set(members.map((member, i) => member[fact] ?? slides[i]?.[fact] ?? null));
  return others.length === 0 ? first : null;
}
