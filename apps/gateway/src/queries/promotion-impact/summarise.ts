import type { Call } from '#graphql/generated/schema-types';
import type { Slide } from '#gateway/slide-catalog';
import { agreedFact } from '../cohort/index.js';
import type { ComparedQuestion } from './promotion-impacts.js';

/** A target whose call would be another one. */
export interface ChangedCall {
  readonly item: string | null;
  readonly question: ComparedQuestion;
  readonly target: string;
  readonly before: Call;
  readonly after: Call;
}

/** How many there are of something, and what is known of them. */
export interface ImpactCounts {
  readonly questions: number;
  /** Both versions have an answer. */
  readonly comparable: number;
  readonly lackingBefore: number;
  readonly lackingAfter: number;
  /** With at least one call that would change. */
  readonly changed: number;
}

/** Counts of a stratum, or of all: of questions, of those about several slides of a patient, and of the slides that all are about. */
export interface UnitCounts extends ImpactCounts {
  readonly patients: ImpactCounts;
  readonly slides: ImpactCounts;
}

/** By what questions are grouped. */
export type StratumKind = 'SPECIMEN' | 'SCANNER' | 'SITE';

const STRATA: readonly (readonly [StratumKind, 'specimen' | 'scanner' | 'site'])[] = [
  ['SPECIMEN', 'specimen'],
  ['SCANNER', 'scanner'],
  ['SITE', 'site'],
];

/** The calls that would change, in the order of the questions. A question that lacks an answer of either version has none: nothing is known of it. */
export function changedCalls(questions: readonly ComparedQuestion[]): readonly ChangedCall[] {
  return questions.flatMap((question) => {
    const { before, after, item } = question;
    const later = new Map((after.calls ?? []).map(({ target, call }) => [target.name, call]));
    return (before.calls ?? []).flatMap(({ target: { name }, call }) => {
      const other = later.get(name);
      return other === undefined || other === call
        ? []
        : [{ item, question, target: name, before: call, after: other }];
    });
  });
}

/** @param changes of these questions, and of others */
export function countsOf(questions: readonly ComparedQuestion[], changes: readonly ChangedCall[]): UnitCounts {
  const changed = new Set(changes.map(({ question }) => question));
  const patients = questions.filter(({ places }) => places.length > 1);
  return {
    ...weighed(questions, changed, () => 1),
    patients: weighed(patients, changed, () => 1),
    slides: weighed(questions, changed, ({ places }) => places.length),
  };
}

function weighed(
  questions: readonly ComparedQuestion[],
  changed: ReadonlySet<ComparedQuestion>,
  weightOf: (question: ComparedQuestion) => number,
): ImpactCounts {
  const sumOf = (holds: (question: ComparedQuestion) => boolean): number =>
    questions.reduce((sum, question) => sum + (holds(question) ? weightOf(question) : 0), 0);
  return {
    questions: sumOf(() => true),
    comparable: sumOf(({ before, after }) => before.calls !== null && after.calls !== null),
    lackingBefore: sumOf(({ before }) => before.calls === null),
    lackingAfter: sumOf(({ after }) => after.calls === null),
    changed: sumOf((question) => changed.has(question)),
  };
}

/**
 * The same counts for each specimen type, scanner and site, as the case states them. What nobody states is a stratum of its own, with the value null; so is what several slides of a patient
 * differ in.
 */
export async function strataOf(
  questions: readonly ComparedQuestion[],
  changes: readonly ChangedCall[],
  slideOf: (id: string) => Promise<Slide | null>,
): Promise<readonly { readonly by: StratumKind; readonly value: string | null; readonly counts: UnitCounts }[]> {
  const slides = await Promise.all(
    questions.map(({ places }) => Promise.all(places.map(({ slideId }) => slideOf(slideId)))),
  );
  return STRATA.flatMap(([by, field]) => {
    const groups = new Map<string | null, ComparedQuestion[]>();
    for (const [index, question] of questions.entries()) {
      const value = agreedFact(question.places, slides[index] ?? [], field);
      const group = groups.get(value) ?? [];
      groups.set(value, group);
      group.push(question);
    }
    const sorted = [...groups].toSorted(([a], [b]) => (a ?? '\uffff').localeCompare(b ?? '\uffff'));
    return sorted.map(([value, group]) => ({ by, value, counts: countsOf(group, changes) }));
  });
}

/** How often which call would become which, most frequent first. */
export function transitionsOf(changes: readonly ChangedCall[]) {
  const counts = new Map<string, { target: string; before: Call; after: Call; count: number }>();
  for (const { target, before, after } of changes) {
    const key = JSON.stringify([target, before, after]);
    const known = counts.get(key) ?? { target, before, after, count: 0 };
    known.count += 1;
    counts.set(key, known);
  }
  return [...counts.values()].toSorted((a, b) => b.count - a.count);
}
