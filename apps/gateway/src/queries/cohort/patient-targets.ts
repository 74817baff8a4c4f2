import { PatientSlidesRefused } from '#libs/errors';
import { isCountingVotes, type RegisteredCalibration } from '#model-registry';
import type { Answered } from '#gateway/pipeline';
import { callTargets, type CaseContext, meanScores, type TargetCall, type TargetScore } from '#gateway/targets';

/** A slide of a patient: what the version answered, and the case. */
export interface PatientSlide {
  readonly answered: Answered<unknown>;
  readonly context: CaseContext;
}

const FACTS = ['stain', 'organ', 'preservation', 'specimen', 'scanner', 'site'] as const;

const NOT_SERVED: Readonly<Record<string, string>> = {
  SINGLE: 'the version takes one slide of a patient (SINGLE)',
  CONCAT_TILES: 'the version takes the tiles of all slides as one bag (CONCAT_TILES): a mean is none of its answers',
  VIRTUAL_SLIDE: 'the version takes all slides as one (VIRTUAL_SLIDE): a mean is none of its answers',
};

/**
 * What a version says about a patient with several slides, by the policy of its card. MEAN_SLIDES: the mean over the slides, of raw probabilities where
 * the target has classes, else of values, called as one case. What slides differ in is not known of the patient; one slide beyond the domain refuses
 * the patient.
 * @param slides all slides of the patient, each answered by the one version
 * @throws PatientSlidesRefused for any other policy, where the mean has no log-odds, and of a version that counts votes
 */
export function patientCalls(
  slides: readonly [PatientSlide, ...PatientSlide[]],
  named: RegisteredCalibration | null,
): readonly TargetCall[] {
  const [{ answered }] = slides;
  const { version } = answered;
  const policy = version.card.input.patientAggregation;
  const why = NOT_SERVED[policy];
  if (why !== undefined) throw new PatientSlidesRefused(why, policy, slides.length);
  if (isCountingVotes(version.card))
    throw new PatientSlidesRefused(
      'the version counts votes, and a mean of shares of votes is no vote',
      policy,
      slides.length,
    );
  const scores = meanScores(slides.map((slide) => slide.answered.calls));
  if (scores.some(hasNoOdds))
    throw new PatientSlidesRefused('the mean probability rounds to 0 or 1 and has no log-odds', policy, slides.length);
  const reading = { ...domainOf(slides), context: agreedContext(slides.map((slide) => slide.context)), named };
  return callTargets(version, scores, reading);
}

function hasNoOdds(score: TargetScore): boolean {
  return score.kind === 'BINARY' && !Number.isFinite(score.logit);
}

/** The case of a patient by those of the slides: facts that all share, and null for one in which they differ. @param contexts one or more */
export function agreedContext(contexts: readonly CaseContext[]): CaseContext {
  const [first] = contexts;
  if (!first) throw new Error('an item was expected to have a slide');
  const same = FACTS.map((field) => {
    const values = new Set(contexts.map((context) => context[field]));
    return [field, values.size === 1 ? first[field] : null] as const;
  });
  return { ...first, ...Object.fromEntries(same) };
}

/** The slide that lies farthest out, and every member's measure of every slide. */
function domainOf(slides: readonly PatientSlide[]) {
  const measured = slides.flatMap(({ answered }) => answered.raw.domain ?? []);
  const [domain = null] = measured.toSorted((a, b) => b.percentile - a.percentile);
  return { domain, members: slides.flatMap(({ answered }) => answered.raw.members) };
}
