import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { ExpressionScale, TopGenesBy } from '#graphql/generated/schema-types';
import { BadUserInput, NotFound } from '#libs/errors';
import { geneSetOfLine } from '#libs/transcriptomics';
import { GeneCatalog, ListLines } from '#gateway/gene-catalog';
import { type RequestContext } from '#gateway/graphql';
import { type Slide } from '#gateway/slide-catalog';
import { AskSlides, type ExpressionArguments } from './ask-slides.js';
import { geneAt, toGeneExpression } from './gene-values.js';
import { SlideExpressions } from './slide-expressions.js';
import { topPositions } from './top-positions.js';

const MOST_NAMES = 500;
const MOST_TOP = 100;

/** `Slide.expression`. */
@Resolver('Slide')
export class SlideExpressionResolver {
  constructor(
    private readonly slides: AskSlides,
    private readonly shown: SlideExpressions,
  ) {}

  @ResolveField('expression')
  async expression(@Parent() slide: Slide, @Args() args: ExpressionArguments, @Context() request: RequestContext) {
    return this.shown.show(await this.slides.expression(slide, args, request), request);
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

type ExpressionParent = Awaited<ReturnType<SlideExpressions['of']>>;
