import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import type { CompareVersionsInput } from '#graphql/generated/schema-types';
import { BadUserInput } from '#libs/errors';
import type { ModelVersion } from '#model-registry';
import { CohortCatalog, type WholeCohort } from '#gateway/cohorts';
import type { RequestContext } from '#gateway/graphql';
import { type AnswerScope, AnswerScopes } from '#gateway/pipeline';
import { isOfExpression, isProfile } from '../cohort/index.js';
import { comparedVersions, type ComparedVersions } from './compared-versions.js';
import { refuseOthers } from './other-arguments.js';
import { OtherComparisons } from './other-comparisons.js';
import { toExpressionComparison } from './profile-pair.js';
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
    private readonly kinds: OtherComparisons,
  ) {}

  @Query('compareVersions')
  async compareVersions(@Args('input') input: CompareVersionsInput, @Context() request: RequestContext) {
    const scope = this.scopes.of(request);
    const found = await comparedVersions(input, scope, (id) => this.predictions.importOf(scope.tenant, id));
    const { kind, versions } = found;
    const cohort = await this.cohorts.whole(scope.tenant, input.cohort, input.revision ?? null);
    const asked = { scope, request };
    const isEmbedding = kind === 'SLIDE_EMBEDDING';
    const others = isProfile(kind) ? 'PATHWAYS' : isEmbedding ? 'EMBEDDINGS' : 'TARGETS';
    refuseOthers(input, isOfExpression(kind) ? 'EXPRESSION' : others);
    if (kind === 'MARKER_EMBEDDING')
      throw new BadUserInput('input.models', 'must give one vector a slide: those of markers are not compared');
    if (isProfile(kind)) return this.ofProfiles(cohort, versions, input, asked);
    return isEmbedding
      ? this.ofEmbeddings(cohort, versions, input, asked)
      : this.ofPredictions(cohort, found, input, asked);
  }

  private async ofPredictions(
    cohort: WholeCohort,
    compared: ComparedVersions,
    input: CompareVersionsInput,
    asked: Asked,
  ) {
    const found = await this.predictions.compare(cohort, compared, input, asked);
    const { target, scale, notices } = found;
    return {
      cohort: cohort.revision,
      versions: versionFacts(found),
      target: target.name,
      class: target.className,
      scale,
      comparison: toComparison(found.compared),
      ...NO_PROFILE,
      notices,
    };
  }

  private async ofEmbeddings(
    cohort: WholeCohort,
    versions: readonly ModelVersion[],
    { neighbours, strata }: CompareVersionsInput,
    asked: Asked,
  ) {
    const method = { neighbours: neighbours ?? 10, strata: strata ?? [] };
    const found = await this.kinds.embeddings.compare(cohort, versions, method, asked);
    const { n, pairs, strata: parts, leftOut, answered, notices } = found;
    const list = `embeddings:${cohort.revision.digest}:${versions.map(({ ref }) => ref).join()}`;
    return {
      cohort: cohort.revision,
      versions: answeredBy(versions, answered),
      ...{ ...NO_TARGET, ...NO_PROFILE },
      embeddings: {
        n,
        neighbours: found.neighbours,
        pairs,
        strata: parts,
        leftOut: (page: PageArguments) => pageOf(list, leftOut, page),
      },
      notices,
    };
  }

  private async ofProfiles(
    cohort: WholeCohort,
    versions: readonly ModelVersion[],
    input: CompareVersionsInput,
    asked: Asked,
  ) {
    const found = await this.kinds.expression.compare(cohort, versions, input, asked);
    const list = `expression:${cohort.revision.digest}:${versions.map(({ ref }) => ref).join()}`;
    return {
      cohort: cohort.revision,
      versions: answeredBy(versions, found.answered),
      ...NO_TARGET,
      ...toProfileComparison(versions, toExpressionComparison(found, list)),
      notices: found.notices,
    };
  }
}

const NO_PROFILE = { embeddings: null, expression: null, pathways: null } as const;
const NO_TARGET = { target: null, class: null, scale: null, comparison: null } as const;

/** Genes and pathways are compared alike, and called what they are. */
function toProfileComparison(
  [version]: readonly ModelVersion[],
  found: ReturnType<typeof toExpressionComparison>,
): { embeddings: null; expression: typeof found | null; pathways: object | null } {
  if (version?.card.task.kind !== 'PATHWAY') return { ...NO_PROFILE, expression: found };
  const collectionDigest = version.card.output.pathways?.collection?.digest ?? null;
  return { ...NO_PROFILE, pathways: { ...found, setCount: found.geneCount, collectionDigest } };
}

/** Versions without targets, whose answers nobody imports. */
function answeredBy(versions: readonly ModelVersion[], answered: readonly number[]) {
  return versions.map(({ ref, digest }, i) => ({
    ...{ ref, digest, name: ref, origin: 'COMPUTED' as const, import: null, calibrations: [] },
    answered: answered[i] ?? 0,
  }));
}
