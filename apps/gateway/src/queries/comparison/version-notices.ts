import type { LeftOutRow } from '#libs/comparison';
import type { MemberRegion, WholeCohort } from '#gateway/cohorts';
import { scored, type ScoresOfVersions } from './comparable.js';

/** What must be known of a comparison, one sentence each. */
export function noticesOf(
  cohort: WholeCohort,
  versions: ScoresOfVersions,
  leftOut: readonly LeftOutRow[],
): readonly string[] {
  return [...leftOutNotice(cohort, leftOut), ...dependenceNotices(cohort), ...leakageNotices(cohort, versions)];
}

/** What was left out, by reason. */
export function leftOutNotice({ items, revision }: WholeCohort, leftOut: readonly LeftOutRow[]): readonly string[] {
  if (leftOut.length === 0) return [];
  const counts = new Map<string, number>();
  for (const { missing } of leftOut)
    for (const reason of new Set(missing.map((part) => part.reason))) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  const reasons = [...counts].map(([reason, count]) => `${reason} ${count}`).join(', ');
  const ask = counts.has('NOT_ASKED') ? ` \`predictCohort\` asks about the cohort ${revision.id}.` : '';
  const nothing = leftOut.length === items.length ? ' Nothing is left to compare.' : '';
  return [`${leftOut.length} of ${items.length} items are in no number (${reasons}).${nothing}${ask}`];
}

/** What makes items less independent than intervals take them for. */
export function dependenceNotices({ items, revision }: WholeCohort): readonly string[] {
  const tooNarrow = 'intervals and p values that take items as independent are too narrow.';
  const patients = revision.patientCount;
  return [
    ...(regionsOverlap(items) ? [`Regions of one slide overlap, so that items share tissue: ${tooNarrow}`] : []),
    ...(patients === 1 ? [`All items are of one patient: nothing is known of others, and ${tooNarrow}`] : []),
    ...(patients !== null && patients > 1 && patients < items.length
      ? [`${items.length} items are of ${patients} patients: ${tooNarrow} The bootstrap draws whole patients.`]
      : []),
  ];
}

function leakageNotices({ items }: WholeCohort, versions: ScoresOfVersions): readonly string[] {
  const stated = items.filter(({ inTraining }) => inTraining === true).length;
  const leaked = versions.flatMap(({ ref, scores }) => {
    const count = scored(scores).filter(({ isLeaked }) => isLeaked).length;
    return leakageNotice(ref, count);
  });
  return [
    ...(stated === 0
      ? []
      : [`The cohort says that models were trained on ${stated} of its items: what they score there is no evidence.`]),
    ...leaked,
  ];
}

/** @param count items of the version's training */
export function leakageNotice(ref: string, count: number): readonly string[] {
  return count === 0 ? [] : [`${ref} was trained on ${count} of the items.`];
}

/** Whether two regions of one slide have an inner point in common. */
function regionsOverlap(items: WholeCohort['items']): boolean {
  const bySlide = new Map<string, MemberRegion[]>();
  for (const { members } of items)
    for (const { slideId, region } of members) {
      const known = bySlide.get(slideId) ?? [];
      bySlide.set(slideId, known);
      if (region) known.push(region);
    }
  return [...bySlide.values()].some(overlapIn);
}

function overlapIn(regions: readonly MemberRegion[]): boolean {
  const sorted = regions.toSorted((a, b) => a.x - b.x);
  return sorted.some((one, i) => {
    for (let j = i + 1; j < sorted.length; j++) {
      const other = sorted[j];
      if (!other || other.x >= one.x + one.width) return false;
      if (other.y < one.y + one.height && one.y < other.y + other.height) return true;
    }
    return false;
  });
}
