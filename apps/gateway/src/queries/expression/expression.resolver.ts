import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { ArrayEncoding, ExpressionScale, RegionInput, TopGenesBy } from '#graphql/generated/schema-types';
import { BadUserInput, NotFound } from '#libs/errors';
import { geneSetOfLine } from '#libs/transcriptomics';
import { GeneCatalog, ListLines, ModelGenes } from '#gateway/gene-catalog';
import { type RequestContext } from '#gateway/graphql';
import { AnswerScopes, InferencePipeline } from '#gateway/pipeline';
import { type Slide } from '#gateway/slide-catalog';
import { encodeValues } from '../arrays/numeric-array.js';
import { caseContext, regionOf } from '../question-input.js';
import { scaleOf } from './expression-scale.js';
import { geneAt, toGeneExpression } from './gene-values.js';
import { askExpression, type SlideExpression } from './slide-expression.js';
import { topPositions } from './top-positions.js';

const MOST_NAMES = 500;
const MOST_TOP = 100;

interface ExpressionArguments {
  readonly model: string;
  readonly region?: RegionInput | null;
  readonly features?: string | null;
}

/** `Slide.expression`. */
@Resolver('Slide')
export class SlideExpressionResolver {
  constructor(
    private readonly pipeline: InferencePipeline,
    private readonly scopes: AnswerScopes,
    private readonly genes: ModelGenes,
  ) {}

  @ResolveField('expression')
  async expression(@Parent() slide: Slide, @Args() args: ExpressionArguments, @Context() request: RequestContext) {
    const region = regionOf(args.region, slide);
    const question = { slideId: slide.id, model: args.model, region, features: args.features ?? null };
    const asked = await askExpression(question, caseContext(slide, null), this.scopes.of(request), this.pipeline);
    const expression: SlideExpression = { ...asked, genes: await this.genes.of(asked.version) };
    return toExpression(expression);
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
  genes(
    @Parent() { expression }: ExpressionParent,
    @Args('symbols') symbols: readonly string[],
    @Args('scale') scale: ExpressionScale,
  ) {
    if (symbols.length === 0 || symbols.length > MOST_NAMES) {
      throw new BadUserInput('symbols', `must be 1 to ${MOST_NAMES} names; for all genes take \`values\` or \`href\``);
    }
    return symbols.map((asked) => toGeneExpression(expression, asked, scale));
  }

  @ResolveField('geneSet')
  async geneSet(
    @Parent() { expression }: ExpressionParent,
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
      if (set.name === name)
        return set.genes.slice(0, MOST_NAMES).map((asked) => toGeneExpression(expression, asked, scale));
    }
    throw new BadUserInput('name', 'must be the name of a set of the collection, as it is written there');
  }

  @ResolveField('top')
  top(
    @Parent() { expression }: ExpressionParent,
    @Args('first') first: number,
    @Args('by') by: TopGenesBy,
    @Args('reliable') isReliable: boolean,
    @Args('scale') scale: ExpressionScale,
  ) {
    if (first < 1 || first > MOST_TOP) throw new BadUserInput('first', `must be 1 to ${MOST_TOP}`);
    return topPositions(expression, { first, by, isReliable }).map((position) => geneAt(expression, position, scale));
  }
}

type ExpressionParent = ReturnType<typeof toExpression>;

/** An expression as the schema has it; what is not here has a resolver. */
function toExpression(expression: SlideExpression) {
  const { version, members, values } = expression;
  const { unit, transform } = scaleOf(version, 'MODEL');
  const vector = Float32Array.from(values);
  return {
    expression,
    unit,
    transform,
    vocabularyDigest: version.card.vocabulary?.digest ?? '',
    geneCount: values.length,
    reliableCount: [...(expression.genes.quality?.values() ?? [])].filter(({ passed }) => passed).length,
    aggregation: version.card.task.level === 'TILE' ? 'MEAN_OF_TILES' : 'SLIDE',
    tileCount: members[0]?.answered.features.tileCount ?? 0,
    region: members[0]?.answered.features.region ?? null,
    model: version.ref,
    values: (args: { readonly encoding: ArrayEncoding; readonly decimals?: number | null }) =>
      encodeValues(vector, args),
    provenance: members.map(({ answered }) => answered.provenance),
  };
}
