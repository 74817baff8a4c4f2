import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { PathwaySettingsInput } from '#graphql/generated/schema-types';
import { BadUserInput } from '#libs/errors';
import { type RequestContext } from '#gateway/graphql';
import type { Question } from '#gateway/pipeline';
import { type Slide } from '#gateway/slide-catalog';
import type { CaseContext } from '#gateway/targets';
import { settingsOf } from '../expression-matrix/index.js';
import { connectionAt, positionsOf } from '../position-page.js';
import { AskSlides, type ExpressionArguments, type NamedExpression } from './ask-slides.js';
import { PredictedSets } from './predicted-sets.js';
import { ScoreSlides } from './score-slide.js';
import { type PathwayParent, toComputedScores, toPredictedScores } from './to-pathway-scores.js';

const MOST_SETS = 100;
const OF_OTHERS = ['form', 'weight', 'normalise', 'kernel', 'maxDifference'] as const;

interface PathwayArguments extends ExpressionArguments {
  readonly collection?: string | null;
  readonly settings: PathwaySettingsInput;
  readonly reference?: string | null;
}

/** Scores that versions predict themselves, of new questions and stored ones. */
export class PredictedPathways {
  constructor(
    private readonly slides: AskSlides,
    private readonly sets: PredictedSets,
  ) {}

  /** @throws BadUserInput for a setting or reference, which the version has no use for, CollectionMismatch */
  async ask(slide: Slide, args: PathwayArguments, request: RequestContext) {
    refuseSettings(args);
    return this.show(await this.slides.expression(slide, args, request, 'PATHWAY'), args.collection ?? null, request);
  }

  /** The same of a stored answer. */
  async of(question: Question, context: CaseContext, request: RequestContext) {
    return this.show(await this.slides.of(question, context, request, 'PATHWAY'), null, request);
  }

  private async show(named: NamedExpression, collection: string | null, { caller, signal }: RequestContext) {
    const { asked, genes, read } = named;
    const look = { tenant: caller.tenant, signal };
    const sizes = collection === null ? null : await this.sets.of(asked.version, genes.index.genes, collection, look);
    return toPredictedScores(named, await read(), sizes);
  }
}

function refuseSettings({ settings, reference }: PathwayArguments): void {
  for (const name of OF_OTHERS)
    if (settings[name] !== null && settings[name] !== undefined)
      throw new BadUserInput(`settings.${name}`, 'must be left out: the version predicts the scores itself');
  if (reference !== null && reference !== undefined)
    throw new BadUserInput('reference', 'must be left out: the version predicts the scores itself');
}

/** `Slide.pathwayScores`. */
@Resolver('Slide')
export class SlidePathwayResolver {
  constructor(
    private readonly slides: AskSlides,
    private readonly scoring: ScoreSlides,
    private readonly predicted: PredictedPathways,
  ) {}

  @ResolveField('pathwayScores')
  async pathwayScores(@Parent() slide: Slide, @Args() args: PathwayArguments, @Context() request: RequestContext) {
    if (args.settings.method === 'MODEL') return this.predicted.ask(slide, args, request);
    const { tenant } = request.caller;
    const { collection, reference = null, settings } = args;
    if (!collection) throw new BadUserInput('collection', 'must be given: it has the gene sets that are scored');
    const asked = await this.scoring.check(tenant, collection, reference, settingsOf(settings));
    const answered = await this.slides.expression(slide, args, request);
    const expression = await answered.read();
    const { signal, deadlineAt } = request;
    const scores = await this.scoring.score(expression, asked, {
      signal,
      timeoutMs: Math.max(1, deadlineAt - Date.now()),
    });
    return toComputedScores(answered, asked, scores);
  }
}

/** The sets of a slide's scores. */
@Resolver('SlidePathwayScores')
export class SlidePathwaySetsResolver {
  @ResolveField('scores')
  scores(
    @Parent() { list, total, setsAt }: PathwayParent,
    @Args('first') first: number,
    @Args('after') after: string | null,
  ) {
    const page = positionsOf(list, { first, after }, MOST_SETS);
    return connectionAt(list, page, setsAt(page.from, page.count), total);
  }
}
