import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { ExpressionScale, PredictionContextInput, RegionInput, TopGenesBy } from '#graphql/generated/schema-types';
import { BadUserInput, NotFound } from '#libs/errors';
import { geneSetOfLine } from '#libs/transcriptomics';
import { GeneCatalog, ListLines, ModelGenes, type VersionGenes } from '#gateway/gene-catalog';
import { type RequestContext } from '#gateway/graphql';
import { AnswerScopes, InferencePipeline } from '#gateway/pipeline';
import { type Slide } from '#gateway/slide-catalog';
import type { ValuesArguments } from '../arrays/numeric-array.js';
import { WrittenValues } from '../arrays/written-values.js';
import { caseContext, regionOf } from '../question-input.js';
import { trainingCheck } from '../slide-prediction/index.js';
import { scaleOf } from './expression-scale.js';
import { geneAt, toGeneExpression } from './gene-values.js';
import { type AskedExpression, askExpression, type SlideExpression } from './slide-expression.js';
import { topPositions } from './top-positions.js';

const MOST_NAMES = 500;
const MOST_TOP = 100;

interface ExpressionArguments {
  readonly model: string;
  readonly region?: RegionInput | null;
  readonly features?: string | null;
  readonly context?: PredictionContextInput | null;
}

/** `Slide.expression`. */
@Resolver('Slide')
export class SlideExpressionResolver {
  constructor(
    private readonly pipeline: InferencePipeline,
    private readonly scopes: AnswerScopes,
    private readonly genes: ModelGenes,
    private readonly written: WrittenValues,
  ) {}

  @ResolveField('expression')
  async expression(@Parent() slide: Slide, @Args() args: ExpressionArguments, @Context() request: RequestContext) {
    const region = regionOf(args.region, slide);
    const question = { slideId: slide.id, model: args.model, region, features: args.features ?? null };
    const asked = await askExpression(
      question,
      caseContext(slide, args.context),
      this.scopes.of(request),
      this.pipeline,
    );
    const genes = await this.genes.of(asked.version);
    const expression = async (): Promise<SlideExpression> => ({
      version: asked.version,
      genes,
      ...(await asked.read()),
    });
    const identity = identityOf(asked, request.caller.tenant);
    const values = (how: ValuesArguments) =>
      this.written.of(identity, how, async () => Float32Array.from((await asked.read()).values));
    return { ...toExpression(asked, genes), expression, values };
  }
}

/** Parts of an expression that are asked for one by one. */
@Resolver('SlideExpression')
export class ExpressionFieldResolver {
  constructor(
    private readonly catalog: GeneCatalog,
    private readonly lines: ListLines,
  ) {}

  @ResolveField('genes')
  async genes(
    @Parent() parent: ExpressionParent,
    @Args('symbols') symbols: readonly string[],
    @Args('scale') scale: ExpressionScale,
  ) {
    if (symbols.length === 0 || symbols.length > MOST_NAMES) {
      throw new BadUserInput('symbols', `must be 1 to ${MOST_NAMES} names; for all genes take \`values\` or \`href\``);
    }
    const expression = await parent.expression();
    return symbols.map((asked) => toGeneExpression(expression, asked, scale));
  }

  @ResolveField('geneSet')
  async geneSet(
    @Parent() parent: ExpressionParent,
    @Args('collection') id: string,
    @Args('name') name: string,
    @Args('scale') scale: ExpressionScale,
    @Context() { caller: { tenant }, signal }: RequestContext,
  ) {
    const collection = await this.catalog.collections.byId(tenant, id);
    if (!collection) throw new NotFound('gene-set collection');
    const positions = await this.lines.find(collection.digest, name, signal);
    for (const position of positions) {
      const [line] = await this.lines.slice(collection.digest, position, 1, signal);
      const set = geneSetOfLine(line?.text ?? '');
      if (set.name !== name) continue;
      const expression = await parent.expression();
      return set.genes.slice(0, MOST_NAMES).map((asked) => toGeneExpression(expression, asked, scale));
    }
    throw new BadUserInput('name', 'must be the name of a set of the collection, as it is written there');
  }

  @ResolveField('top')
  async top(
    @Parent() parent: ExpressionParent,
    @Args('first') first: number,
    @Args('by') by: TopGenesBy,
    @Args('reliable') isReliable: boolean,
    @Args('scale') scale: ExpressionScale,
  ) {
    if (first < 1 || first > MOST_TOP) throw new BadUserInput('first', `must be 1 to ${MOST_TOP}`);
    const expression = await parent.expression();
    return topPositions(expression, { first, by, isReliable }).map((position) => geneAt(expression, position, scale));
  }
}

type ExpressionParent = Awaited<ReturnType<SlideExpressionResolver['expression']>>;

/** An expression as the schema has it; what is not here has a resolver. */
function toExpression({ version, members, training }: AskedExpression, { quality }: VersionGenes) {
  const { unit, transform } = scaleOf(version, 'MODEL');
  const [first] = members;
  return {
    unit,
    transform,
    vocabularyDigest: version.card.vocabulary?.digest ?? '',
    geneCount: version.card.vocabulary?.size ?? 0,
    reliableCount: () => [...(quality?.values() ?? [])].filter(({ passed }) => passed).length,
    aggregation: version.card.task.level === 'TILE' ? 'MEAN_OF_TILES' : 'SLIDE',
    tileCount: first?.answered.features.tileCount ?? 0,
    region: first?.answered.features.region ?? null,
    model: version.ref,
    members: members.map(({ answered, isUsed }) => ({
      model: answered.version.ref,
      answerId: answered.raw.id,
      isUsed,
    })),
    training: trainingCheck({ training, asked: members.map(({ answered }) => answered.version.ref) }),
    provenance: members.map(({ answered }) => answered.provenance),
  };
}

/** Equal text, equal numbers. */
function identityOf({ members }: AskedExpression, tenant: string): string {
  return [tenant, ...members.flatMap(({ answered, isUsed }) => (isUsed ? [answered.raw.id] : []))].join('\n');
}
