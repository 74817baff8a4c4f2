import type { CompareVersionsInput } from '#graphql/generated/schema-types';
import type { ComparedScores } from '#libs/comparison';
import type { PredictionImport, WholeCohort } from '#gateway/cohorts';
import type { RequestContext } from '#gateway/graphql';
import type { AnswerScope } from '#gateway/pipeline';
import { cohortOutcome } from './cohort-outcome.js';
import { cohortScoreTable } from './cohort-score-table.js';
import { strataOfItems } from './cohort-strata.js';
import {
  checkStrata,
  checkVotes,
  comparedScale,
  comparedTarget,
  scored,
  strataAgree,
  type ComparedTarget,
  type ScoresOfVersions,
} from './comparable.js';
import { type ComparedSource, ComparedSources } from './compared-sources.js';
import type { ComparedVersions } from './compared-versions.js';
import { optionsOf, titleOf } from './comparison-method.js';
import { ComparisonRuns } from './comparison-runs.js';
import { noticesOf } from './version-notices.js';

/** What a comparison of predictions found. */
export interface ComparedPredictions {
  readonly target: ComparedTarget;
  readonly scale: ReturnType<typeof comparedScale>;
  readonly sources: readonly ComparedSource[];
  readonly versions: ScoresOfVersions;
  readonly compared: ComparedScores;
  readonly notices: readonly string[];
}

/** Versions that predict a target, over a cohort, from stored answers with the calls of today. */
export class VersionComparisons {
  constructor(
    private readonly stored: ComparedSources,
    private readonly runs: ComparisonRuns,
  ) {}

  /** Scores that were computed elsewhere, by their id. @throws NotFound */
  importOf(tenant: string, id: string): Promise<PredictionImport> {
    return this.stored.byId(tenant, id);
  }

  /** @throws BadUserInput, VersionsNotComparable, StoreUnavailable, Cancelled, DeadlineExceeded */
  async compare(
    cohort: WholeCohort,
    { versions, imports }: Pick<ComparedVersions, 'versions' | 'imports'>,
    input: CompareVersionsInput,
    { scope, request }: { readonly scope: AnswerScope; readonly request: RequestContext },
  ): Promise<ComparedPredictions> {
    const options = optionsOf(input.method ?? {});
    const sources = await this.stored.of(versions, imports, cohort, scope);
    const names = sources.map(({ name }) => name);
    const title = titleOf(input.title, `${names.join(' and ')} over ${cohort.revision.name}`);
    const compared = sources.map(({ version }) => version);
    const target = comparedTarget(compared, { target: input.target ?? null, className: input.class ?? null });
    const outcome = cohortOutcome(cohort, target, input);
    const read = { target, context: input.context ?? null, scope };
    const found = await Promise.all(sources.map((source) => this.stored.read(cohort, source, read)));
    const scores = sources.map(({ name }, i) => ({ ref: name, scores: found[i] ?? [] }));
    const scale = comparedScale(target, scores, input.scale ?? null);
    checkVotes(compared, scale);
    if (scale !== 'RAW_PROBABILITY') checkStrata(scores);
    const withCalls = strataAgree(scores);
    const strata = await strataOfItems(cohort, input.strata ?? [], scope);
    const { table, leftOut } = cohortScoreTable(cohort, { versions: scores, scale, outcome, strata, withCalls });
    const notices = [...noticesOf(cohort, scores, leftOut), ...importNotices(sources)];
    const head = { title, facts: factsOf(cohort, target, scale), remarks: notices };
    const made = await this.runs.run({ source: { kind: 'TABLE', table, leftOut }, options, head }, request);
    return { target, scale, sources, versions: scores, compared: made, notices };
  }
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

/** Of each that is compared: who computed its scores, of how many items, and the records that its calls rest on. */
export function versionFacts({ sources, versions }: ComparedPredictions) {
  return sources.map(({ name, version, brought }) => {
    const known = scored(versions.find(({ ref }) => ref === name)?.scores ?? []);
    const calibrations = [...new Set(known.flatMap(({ record }) => (record ? [record.id] : [])))];
    const origin = brought ? 'IMPORTED' : 'COMPUTED';
    const { ref, digest } = version;
    return { ref, name, digest, origin, import: brought, answered: known.length, calibrations };
  });
}

function importNotices(sources: readonly ComparedSource[]): readonly string[] {
  return sources.flatMap(({ name, brought }) =>
    brought
      ? [
          `The scores of ${name} were computed elsewhere (${brought.source}): from which features, and whether the slides resemble those that the version knows, was not looked at.`,
        ]
      : [],
  );
}
