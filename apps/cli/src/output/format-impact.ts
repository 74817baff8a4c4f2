import type { PromotionImpactFieldsFragment } from '#libs/client';
import { region, table } from './text.js';

type Change = PromotionImpactFieldsFragment['changes']['nodes'][number];

const MOST_CHANGES = 10;

/** What moving an alias would change. */
export function impactLines(impact: PromotionImpactFieldsFragment): string[] {
  const { before, after, counts, transitions, strata, changes, cohort, notices } = impact;
  const looked = cohort ? `the cohort ${cohort.id}, revision ${cohort.revision}` : 'stored answers';
  const shown = changes.nodes.slice(0, MOST_CHANGES);
  return [
    `Impact of ${after} in the place of ${before}, from ${looked}:`,
    `  ${counts.changed} of ${counts.comparable} questions with answers of both would be called otherwise; ${counts.lackingBefore} of ${counts.questions} lack an answer of the one, ${counts.lackingAfter} of the other.`,
    ...patientLine(counts),
    ...transitions.map(({ target, before: from, after: to, count }) => `  ${count} x ${target}: ${from} -> ${to}`),
    ...indented(strataTable(strata)),
    ...indented(shown.length > 0 ? changeTable(shown) : []),
    ...(changes.totalCount > shown.length ? [`  ... and ${changes.totalCount - shown.length} more`] : []),
    ...notices.map((notice) => `Note: ${notice}`),
  ];
}

/** Where patients with several slides are among the questions: how many of each there are. */
function patientLine({ questions, patients, slides }: PromotionImpactFieldsFragment['counts']): string[] {
  if (patients.questions === 0) return [];
  return [
    `  The ${questions} questions are about ${slides.questions} slides and regions, ${patients.questions} of them about several slides of a patient as one: ${patients.changed} of ${patients.comparable} such patients and ${slides.changed} of ${slides.comparable} slides and regions would be called otherwise.`,
  ];
}

function strataTable(strata: PromotionImpactFieldsFragment['strata']): string[] {
  const stated = strata.filter(({ value }) => value !== null);
  if (stated.length === 0) return [];
  const rows = stated.map(({ by, value, counts }) => [
    by,
    value ?? '-',
    String(counts.changed),
    String(counts.comparable),
    String(counts.lackingBefore + counts.lackingAfter),
  ]);
  return table(['STRATUM', 'VALUE', 'CHANGED', 'OF', 'LACKING'], rows);
}

function changeTable(changes: readonly Change[]): string[] {
  const rows = changes.map((change) => [
    change.item ?? change.places.map((place) => `${place.slideId}, ${region(place.region)}`).join(' + '),
    change.target,
    change.before,
    change.after,
  ]);
  return table(['QUESTION', 'TARGET', 'NOW', 'THEN'], rows);
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}
