import { BadUserInput } from '#libs/errors';
import { type ClassCall, type ClassesCall } from '#gateway/targets';
import { headOf, membersOf, predictiveValuesOf, recordOf, votesOf } from './shown-call.js';

/** More objects than this nobody reads. */
const MOST_CLASSES = 100;

/** A target of exclusive classes as the API shows it. */
export function toClassCall(call: ClassesCall, prevalence: number | null) {
  const { classes, top } = call;
  const names = top.map((k) => classes[k]?.name ?? '');
  const isOrdinal = call.kind === 'ORDINAL';
  return {
    __typename: 'ClassCall' as const,
    ...headOf(call),
    isOrdinal,
    topClass: names.length === 1 ? (names[0] ?? null) : null,
    tiedClasses: names.length === 1 ? [] : names,
    medianClass: isOrdinal ? medianOf(classes) : null,
    expectedRank: isOrdinal ? classes.reduce((sum, { rawProbability }, k) => sum + k * rawProbability, 0) : null,
    classes: ({ top: most = null }: { readonly top?: number | null }) =>
      chosen(classes, most).map((one) => toClassScore(one, isOrdinal, prevalence)),
    classCount: classes.length,
    votes: votesOf(call.votes),
  };
}

function toClassScore(one: ClassCall, isOrdinal: boolean, prevalence: number | null) {
  return {
    name: one.name,
    logit: one.logit,
    rawScore: one.rawProbability,
    rawScoreOrHigher: isOrdinal ? one.comparedProbability : null,
    probability: one.probability,
    call: one.call,
    reason: one.reason,
    ...recordOf(one),
    predictiveValues: predictiveValuesOf(one, prevalence),
    ...membersOf(one.members),
  };
}

function chosen(classes: readonly ClassCall[], top: number | null): readonly ClassCall[] {
  if (top === null && classes.length <= MOST_CLASSES) return classes;
  if (top === null || top < 1 || top > MOST_CLASSES)
    throw new BadUserInput('top', `must be 1 to ${MOST_CLASSES}`, { classCount: classes.length });
  return classes.toSorted((a, b) => b.rawProbability - a.rawProbability).slice(0, top);
}

/** The lowest class that has half of the score with those below it: no more than half is left for those above. */
function medianOf(classes: readonly ClassCall[]): string | null {
  const above = (k: number): number => classes[k + 1]?.comparedProbability ?? 0;
  return classes.find((_, k) => above(k) <= 0.5)?.name ?? null;
}
