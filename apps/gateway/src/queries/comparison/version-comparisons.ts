import type { CompareVersionsInput, PredictionContextInput } from '#graphql/generated/schema-types';
import type { ComparedScores } from '#libs/comparison';
import type { ModelVersion } from '#model-registry';
import type { WholeCohort } from '#gateway/cohorts';
import type { RequestContext } from '#gateway/graphql';
import type { AnswerScope } from '#gateway/pipeline';
import type { Slide } from '#gateway/slide-catalog';
import { CohortPredictions } from '../cohort/index.js';
import { cohortOutcome } from './cohort-outcome.js';
import { cohortScoreTable } from './cohort-score-table.js';
import {
  checkStrata,
  comparedScale,
  comparedTarget,
  scored,
  strataAgree,
  type ComparedTarget,
  type ScoresOfVersions,
} from './comparable.js';
import { optionsOf, titleOf } from './comparison-method.js';
import { ComparisonRuns } from './comparison-runs.js';
import { noticesOf } from './version-notices.js';
import { type ItemScore, itemScore } from './version-score.js';

/** Items whose answers are read before the event loop gets a turn of its own. */
const ITEMS_AT_ONCE = 100;

/** What a comparison of predictions found. */
export interface ComparedPredictions {
  readonly target: ComparedTarget;
  readonly scale: ReturnType<typeof comparedScale>;
  readonly versions: ScoresOfVersions;
  readonly compared: ComparedScores;
  readonly notices: readonly string[];
}

/** Versions that predict a target, over a cohort, from stored answers with the calls of today. */
export class VersionComparisons {
  constructor(
    private readonly stored: CohortPredictions,
    private readonly runs: ComparisonRuns,
  ) {}

  /** @throws BadUserInput, VersionsNotComparable, StoreUnavailable, Cancelled, DeadlineExceeded */
  async compare(
    cohort: WholeCohort,
    versions: readonly ModelVersion[],
    input: CompareVersionsInput,
    { scope, request }: { readonly scope: AnswerScope; readonly request: RequestContext },
  ): Promise<ComparedPredictions> {
    const options = optionsOf(input.method ?? {});
    const title = titleOf(input.title, `${versions.map(({ ref }) => ref).join(' and ')} over ${cohort.revision.name}`);
    const target = comparedTarget(versions, { target: input.target ?? null, className: input.class ?? null });
    const outcome = cohortOutcome(cohort, target, input);
    const scores = await this.read(cohort, versions, target, input.context ?? null, scope);
    const scale = comparedScale(target, scores, input.scale ?? null);
    if (scale !== 'RAW_PROBABILITY') checkStrata(scores);
    const withCalls = strataAgree(scores);
    const slides = await firstSlides(cohort, scope);
    const strata = [...new Set(input.strata ?? [])];
    const { table, leftOut } = cohortScoreTable(cohort, {
      versions: scores,
      scale,
      outcome,
      strata,
      slides,
      withCalls,
    });
    const notices = noticesOf(cohort, scores, leftOut);
    const head = { title, facts: factsOf(cohort, target, scale), remarks: notices };
    const compared = await this.runs.run({ source: { kind: 'TABLE', table, leftOut }, options, head }, request);
    return { target, scale, versions: scores, compared, notices };
  }

  private async read(
    { revision, items }: WholeCohort,
    versions: readonly ModelVersion[],
    target: ComparedTarget,
    context: PredictionContextInput | null,
    scope: AnswerScope,
  ): Promise<ScoresOfVersions> {
    const read = versions.map(({ ref }) => ({ ref, scores: new Array<ItemScore>() }));
    for (let from = 0; from < items.length; from += ITEMS_AT_ONCE) {
      scope.signal.throwIfAborted();
      const some = items.slice(from, from + ITEMS_AT_ONCE);
      const by = { given: context, under: null };
      const found = await Promise.all(versions.map((version) => this.stored.read(revision, some, version, by, scope)));
      for (const [v, predictions] of found.entries())
        for (const one of predictions) read[v]?.scores.push(itemScore(one, target.name, target.className));
    }
    return read;
  }
}

/** The slide of each item's first member; null where it is gone. */
function firstSlides({ items }: WholeCohort, scope: AnswerScope): Promise<readonly (Slide | null)[]> {
  return Promise.all(
    items.map(({ members: [first] }) => (first ? scope.slide(first.slideId).catch(() => null) : null)),
  );
}

function factsOf(
  { revision }: WholeCohort,
  target: ComparedTarget,
  scale: string,
): readonly (readonly [string, string])[] {
  const which = target.className === null ? target.name : `${target.name}, ${target.className} against the rest`;
  return [
    ['cohort', `${revision.name} (${revision.id}, revision ${revision.revision})`],
    ['digest of the cohort', revision.digest],
    ['target', which],
    ['scores', scale.toLowerCase().replaceAll('_', ' ')],
  ];
}

/** What a version has answered, and the records that its calls rest on. */
export function versionFacts(version: ModelVersion, { versions }: ComparedPredictions) {
  const known = scored(versions.find(({ ref }) => ref === version.ref)?.scores ?? []);
  const calibrations = [...new Set(known.flatMap(({ record }) => (record ? [record.id] : [])))];
  return { ref: version.ref, digest: version.digest, answered: known.length, calibrations };
}
