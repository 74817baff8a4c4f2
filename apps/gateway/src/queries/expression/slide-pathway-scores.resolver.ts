import { createHash } from 'node:crypto';
import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { PathwaySettingsInput } from '#graphql/generated/schema-types';
import type { MatrixScores, ScoredSet } from '#libs/transcriptomics';
import { type RequestContext } from '#gateway/graphql';
import { type Slide } from '#gateway/slide-catalog';
import { settingsOf, toSettings } from '../expression-matrix/index.js';
import { connectionAt, positionsOf } from '../position-page.js';
import { AskSlides, type ExpressionArguments } from './ask-slides.js';
import { scaleOf } from './expression-scale.js';
import { ScoreSlides, type SlideScoring } from './score-slide.js';
import type { AskedExpression } from './slide-expression.js';

const MOST_SETS = 100;
const MOST_MISSING = 1000;

interface PathwayArguments extends ExpressionArguments {
  readonly collection: string;
  readonly settings: PathwaySettingsInput;
  readonly reference?: string | null;
}

/** `Slide.pathwayScores`. */
@Resolver('Slide')
export class SlidePathwayResolver {
  constructor(
    private readonly slides: AskSlides,
    private readonly scoring: ScoreSlides,
  ) {}

  @ResolveField('pathwayScores')
  async pathwayScores(@Parent() slide: Slide, @Args() args: PathwayArguments, @Context() request: RequestContext) {
    const { tenant } = request.caller;
    const asked = await this.scoring.check(tenant, args.collection, args.reference ?? null, settingsOf(args.settings));
    const answered = await this.slides.expression(slide, args, request);
    const expression = await answered.read();
    const { signal, deadlineAt } = request;
    const scores = await this.scoring.score(expression, asked, {
      signal,
      timeoutMs: Math.max(1, deadlineAt - Date.now()),
    });
    return toPathwayScores(answered.asked, asked, scores);
  }
}

/** The sets of a slide's scores. */
@Resolver('SlidePathwayScores')
export class SlidePathwaySetsResolver {
  @ResolveField('scores')
  scores(@Parent() { made, list }: PathwayParent, @Args('first') first: number, @Args('after') after: string | null) {
    const page = positionsOf(list, { first, after }, MOST_SETS);
    const lines = Buffer.from(made.report)
      .toString('utf8')
      .trimEnd()
      .split('\n')
      .slice(page.from, page.from + page.count);
    const nodes = lines.map((line, at) => toScore(JSON.parse(line), made.scores[page.from + at] ?? null));
    return connectionAt(list, page, nodes, made.setCount + made.passedOverCount);
  }
}

type PathwayParent = ReturnType<typeof toPathwayScores>;

function toPathwayScores(
  { version, members }: AskedExpression,
  { collection, reference, settings }: SlideScoring,
  made: MatrixScores,
) {
  const [first] = members;
  const used = members.filter(({ isUsed }) => isUsed).map(({ answered }) => answered.raw.id);
  const { unit, transform } = scaleOf(version, 'MODEL');
  return {
    made,
    // A cursor of other scores means nothing here.
    list: digestOf([used, collection.digest, reference?.digest ?? null, settings]),
    model: version.ref,
    collectionDigest: collection.digest,
    referenceDigest: reference?.digest ?? null,
    settings: toSettings(settings),
    unit,
    transform,
    geneCount: made.geneCount,
    setCount: made.setCount,
    passedOverCount: made.passedOverCount,
    tileCount: first?.answered.features.tileCount ?? 0,
    region: first?.answered.features.region ?? null,
    provenance: members.map(({ answered }) => answered.provenance),
  };
}

function digestOf(what: unknown): string {
  return createHash('sha256').update(JSON.stringify(what)).digest('hex').slice(0, 32);
}

/** @param set a line that scoring wrote */
function toScore({ name, size, overlap, missing, reason }: ScoredSet, value: number | null) {
  return {
    name,
    size,
    overlap,
    missing: missing.slice(0, MOST_MISSING),
    passedOver: reason,
    value: reason === null ? value : null,
  };
}
