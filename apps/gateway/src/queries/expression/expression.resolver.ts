import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { ExpressionScale, PredictedCohortInput, TopGenesBy } from '#graphql/generated/schema-types';
import { BadUserInput, NotFound } from '#libs/errors';
import { geneSetOfLine } from '#libs/transcriptomics';
import { GeneCatalog, ListLines } from '#gateway/gene-catalog';
import { type RequestContext } from '#gateway/graphql';
import { type Slide } from '#gateway/slide-catalog';
import { AskSlides, type ExpressionArguments } from './ask-slides.js';
import { CohortStandings, type Standings } from './cohort-standings.js';
import { geneAt, toGeneExpression } from './gene-values.js';
import { PredictedStandings } from './predicted-standings.js';
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
    private readonly cohorts: CohortStandings,
    private readonly predicted: PredictedStandings,
  ) {}

  @ResolveField('genes')
  async genes(
    @Parent() parent: ExpressionParent,
    @Args('symbols') symbols: readonly string[],
    @Args() shown: ShownArguments,
    @Context() request: RequestContext,
  ) {
    if (symbols.length === 0 || symbols.length > MOST_NAMES) {
      throw new BadUserInput('symbols', `must be 1 to ${MOST_NAMES} names; for all genes take \`values\` or \`href\``);
    }
    return this.named(parent, symbols, shown, request);
  }

  @ResolveField('geneSet')
  async geneSet(
    @Parent() parent: ExpressionParent,
    @Args() args: ShownArguments & { readonly collection: string; readonly name: string; readonly reliable: boolean },
    @Context() request: RequestContext,
  ) {
    const genes = await this.genesOfSet(args.collection, args.name, request);
    const named = await this.named(parent, genes.slice(0, MOST_NAMES), args, request);
    return args.reliable ? named.filter(({ gene }) => gene?.reliable === true) : named;
  }

  @ResolveField('top')
  async top(
    @Parent() parent: ExpressionParent,
    @Args() args: ShownArguments & { readonly first: number; readonly by: TopGenesBy; readonly reliable: boolean },
    @Context() request: RequestContext,
  ) {
    const { first, by, reliable: isReliable, scale } = args;
    if (first < 1 || first > MOST_TOP) throw new BadUserInput('first', `must be 1 to ${MOST_TOP}`);
    if (by === 'COHORT' && !args.cohort && !args.predictedCohort)
      throw new BadUserInput('cohort', 'or `predictedCohort` must be given: it names what genes are compared with');
    const expression = await parent.expression();
    const all = by === 'COHORT' ? await this.standings(parent, args, null, request) : null;
    const positions = topPositions(expression, { first, by, isReliable, standings: all });
    const standings = all ?? (await this.standings(parent, args, positions, request));
    return positions.map((position) => geneAt(expression, position, { scale, standings }));
  }

  private async named(
    parent: ExpressionParent,
    names: readonly string[],
    shown: ShownArguments,
    request: RequestContext,
  ) {
    const expression = await parent.expression();
    const { scale } = shown;
    const { index } = expression.genes;
    const found = names.map((name) => index.find(name)).flatMap((one) => (one.kind === 'FOUND' ? [one.position] : []));
    const standings = await this.standings(parent, shown, found, request);
    return names.map((asked) => toGeneExpression(expression, asked, { scale, standings }));
  }

  /** Null where no cohort was asked for. */
  private async standings(
    { expression, recipe }: ExpressionParent,
    { cohort, predictedCohort }: ShownArguments,
    positions: readonly number[] | null,
    request: RequestContext,
  ): Promise<Standings | null> {
    if (cohort && predictedCohort)
      throw new BadUserInput('predictedCohort', 'must be left out, or `cohort`: a value stands in one of them');
    const { caller, signal } = request;
    if (cohort) return this.cohorts.of(await expression(), cohort, positions, { tenant: caller.tenant, signal });
    if (!predictedCohort) return null;
    return this.predicted.of(await expression(), recipe, { cohort: predictedCohort, positions }, request);
  }

  private async genesOfSet(
    id: string,
    name: string,
    { caller: { tenant }, signal }: RequestContext,
  ): Promise<readonly string[]> {
    const collection = await this.catalog.collections.byId(tenant, id);
    if (!collection) throw new NotFound('gene-set collection');
    const positions = await this.lines.find(collection.digest, name, signal);
    for (const position of positions) {
      const [line] = await this.lines.slice(collection.digest, position, 1, signal);
      const set = geneSetOfLine(line?.text ?? '');
      if (set.name === name) return set.genes;
    }
    throw new BadUserInput('name', 'must be the name of a set of the collection, as it is written there');
  }
}

/** How genes are to be shown. */
interface ShownArguments {
  readonly scale: ExpressionScale;
  readonly cohort?: string | null;
  readonly predictedCohort?: PredictedCohortInput | null;
}

type ExpressionParent = Awaited<ReturnType<SlideExpressions['of']>>;
