import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import type { CompareVersionsInput } from '#graphql/generated/schema-types';
import type { ModelVersion } from '#model-registry';
import { CohortCatalog, type WholeCohort } from '#gateway/cohorts';
import type { RequestContext } from '#gateway/graphql';
import { type AnswerScope, AnswerScopes } from '#gateway/pipeline';
import { comparedVersions } from './compared-versions.js';
import { EmbeddingComparisons } from './embedding-comparisons.js';
import { pageOf, toComparison, type PageArguments } from './to-comparison.js';
import { VersionComparisons, versionFacts } from './version-comparisons.js';

interface Asked {
  readonly scope: AnswerScope;
  readonly request: RequestContext;
}

/** Model versions over a cohort. */
@Resolver()
export class CompareVersionsResolver {
  constructor(
    private readonly scopes: AnswerScopes,
    private readonly cohorts: CohortCatalog,
    private readonly predictions: VersionComparisons,
    private readonly embeddings: EmbeddingComparisons,
  ) {}

  @Query('compareVersions')
  async compareVersions(@Args('input') input: CompareVersionsInput, @Context() request: RequestContext) {
    const scope = this.scopes.of(request);
    const { kind, versions } = await comparedVersions(input, scope);
    const cohort = await this.cohorts.whole(scope.tenant, input.cohort, input.revision ?? null);
    const asked = { scope, request };
    return kind === 'SLIDE_EMBEDDING'
      ? this.ofEmbeddings(cohort, versions, input, asked)
      : this.ofPredictions(cohort, versions, input, asked);
  }

  private async ofPredictions(
    cohort: WholeCohort,
    versions: readonly ModelVersion[],
    input: CompareVersionsInput,
    asked: Asked,
  ) {
    const found = await this.predictions.compare(cohort, versions, input, asked);
    const { target, scale, compared, notices } = found;
    return {
      cohort: cohort.revision,
      versions: versions.map((version) => versionFacts(version, found)),
      target: target.name,
      class: target.className,
      scale,
      comparison: toComparison(compared),
      embeddings: null,
      notices,
    };
  }

  private async ofEmbeddings(
    cohort: WholeCohort,
    versions: readonly ModelVersion[],
    { neighbours }: CompareVersionsInput,
    asked: Asked,
  ) {
    const found = await this.embeddings.compare(cohort, versions, neighbours ?? 10, asked);
    const { n, pairs, leftOut, answered, notices } = found;
    const list = `embeddings:${cohort.revision.digest}:${versions.map(({ ref }) => ref).join()}`;
    return {
      cohort: cohort.revision,
      versions: versions.map(({ ref, digest }, i) => ({ ref, digest, answered: answered[i] ?? 0, calibrations: [] })),
      target: null,
      class: null,
      scale: null,
      comparison: null,
      embeddings: {
        n,
        neighbours: found.neighbours,
        pairs,
        leftOut: (page: PageArguments) => pageOf(list, leftOut, page),
      },
      notices,
    };
  }
}
