import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { NotFound } from '#libs/errors';
import type { AlignmentHead } from '#gateway/alignment';
import { GeneCatalog, ListLines } from '#gateway/gene-catalog';
import type { RequestContext } from '#gateway/graphql';
import { AnswerScopes } from '#gateway/pipeline';
import type { Slide } from '#gateway/slide-catalog';
import { connectionAt, positionsOf } from '../position-page.js';
import { caseContext } from '../question-input.js';
import { calibratedScore } from './calibrated-score.js';
import { toAlignmentHead, toReferenceSet } from './to-alignment-head.js';
import { ZeroShotScores, type ZeroShotSettings } from './zero-shot-scores.js';

const MOST_SETS = 100;
const METHOD =
  "Cosine of the image with the prototype of each set: the reference set's mean profile with the members raised by `shift` standard deviations, so that their mean z-score is `shift`, through the transcriptome tower; " +
  'against `background` random sets of as many genes, drawn by `seed`.';

interface ZeroShotArguments extends ZeroShotSettings {
  readonly collection: string;
  readonly referenceSet?: string | null;
  readonly first: number;
  readonly after?: string | null;
}

/** What a parent of the type SlideAlignment holds. */
interface AlignedSlide {
  readonly slide: Slide;
  readonly head: AlignmentHead;
  readonly vector: Float32Array;
}

/** `SlideAlignment.pathwayScores`. */
@Resolver('SlideAlignment')
export class ZeroShotResolver {
  constructor(
    private readonly scopes: AnswerScopes,
    private readonly catalog: GeneCatalog,
    private readonly lines: ListLines,
    private readonly zeroShot: ZeroShotScores,
  ) {}

  @ResolveField('pathwayScores')
  async pathwayScores(
    @Parent() { slide, head, vector }: AlignedSlide,
    @Args() args: ZeroShotArguments,
    @Context() request: RequestContext,
  ) {
    const scope = this.scopes.of(request);
    const collection = await this.catalog.collections.byId(scope.tenant, args.collection);
    if (!collection) throw new NotFound('gene-set collection');
    const page = positionsOf(collection.digest, args, MOST_SETS);
    const lines = await this.lines.slice(collection.digest, page.from, page.count, scope.signal);
    const { shift, background, seed, minSize } = args;
    const settings = { shift, background, seed, minSize };
    const asked = { head, image: vector, referenceSet: args.referenceSet ?? null };
    const texts = lines.map(({ text }) => text);
    const { scores, provenance, reference } = await this.zeroShot.of(asked, texts, settings, scope);
    const made = { referenceSet: reference.stated.id, shift, background, seed };
    const shown = scores.map((score) => calibratedScore(score, head.version, made, caseContext(slide, null)));
    const { nodes, pageInfo, totalCount } = connectionAt(collection.digest, page, shown, collection.setCount);
    const isCalibrated = nodes.length > 0 && nodes.every(({ status }) => status === 'CALIBRATED');
    return {
      ...{ status: isCalibrated ? 'CALIBRATED' : 'EXPLORATORY', method: METHOD },
      referenceSet: toReferenceSet(reference.stated, head),
      collectionDigest: collection.digest,
      ...{ shift, background, seed, cautions: toAlignmentHead(head).cautions },
      ...{ scores: nodes, pageInfo, totalCount, provenance },
    };
  }
}
