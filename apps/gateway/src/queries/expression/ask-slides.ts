import type { ClusterMeansInput, PredictionContextInput, RegionInput } from '#graphql/generated/schema-types';
import { BadUserInput } from '#libs/errors';
import type { ModelGenes, VersionGenes } from '#gateway/gene-catalog';
import type { RequestContext } from '#gateway/graphql';
import type { AnswerScopes, InferencePipeline, Question } from '#gateway/pipeline';
import type { Slide } from '#gateway/slide-catalog';
import type { CaseContext } from '#gateway/targets';
import type { Uploads } from '#gateway/uploads';
import { caseContext, regionOf } from '../question-input.js';
import { givenMeans } from './cluster-means-input.js';
import type { ProfileKind } from './profile-output.js';
import { type AskedExpression, askExpression, type SlideExpression } from './slide-expression.js';

/** What a field asks a slide's expression by. */
export interface ExpressionArguments {
  readonly model: string;
  readonly region?: RegionInput | null;
  readonly features?: string | null;
  readonly context?: PredictionContextInput | null;
  readonly clusterMeans?: ClusterMeansInput | null;
}

/** An expression with the names of its genes; its numbers are read when somebody wants them. */
export interface NamedExpression {
  readonly asked: AskedExpression;
  readonly genes: VersionGenes;
  readonly read: () => Promise<SlideExpression>;
}

/** Asks for the expression of slides: for fields that show it, and for those that make scores of it. */
export class AskSlides {
  constructor(
    private readonly pipeline: InferencePipeline,
    private readonly scopes: AnswerScopes,
    private readonly genes: ModelGenes,
    private readonly uploads: Uploads,
  ) {}

  /**
   * @param kind what the version must predict: expression, or pathways themselves
   * @throws DomainError with the code of whatever stops the question
   */
  async expression(
    slide: Slide,
    args: ExpressionArguments,
    request: RequestContext,
    kind: ProfileKind = 'EXPRESSION',
  ): Promise<NamedExpression> {
    const scope = this.scopes.of(request);
    const { model, features = null } = args;
    const question: Question = { slideId: slide.id, model, region: regionOf(args.region, slide), features };
    const means = args.clusterMeans ? await givenMeans(refuseBoth(args, args.clusterMeans), this.uploads, scope) : null;
    const context = caseContext(slide, args.context);
    return this.of({ ...question, ...(means && { means }) }, context, request, kind);
  }

  /** The same for a question that was put together already. */
  async of(
    question: Question,
    context: CaseContext,
    request: RequestContext,
    kind: ProfileKind = 'EXPRESSION',
  ): Promise<NamedExpression> {
    const asked = await askExpression(question, context, this.scopes.of(request), this.pipeline, kind);
    const { version } = asked;
    const genes = kind === 'EXPRESSION' ? await this.genes.of(version) : await this.genes.pathwaysOf(version);
    return { asked, genes, read: async () => ({ version, genes, ...(await asked.read()) }) };
  }
}

function refuseBoth({ region, features }: ExpressionArguments, means: ClusterMeansInput): ClusterMeansInput {
  if (region || features)
    throw new BadUserInput('clusterMeans', 'stands in place of the features: leave out `region` and `features`');
  return means;
}
