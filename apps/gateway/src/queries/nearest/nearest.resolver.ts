import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { TileInput, VectorInput } from '#graphql/generated/schema-types';
import { BadUserInput } from '#libs/errors';
import { NearestVectors } from '#gateway/embeddings';
import { type RequestContext } from '#gateway/graphql';
import { type AnswerScope, AnswerScopes, InferencePipeline } from '#gateway/pipeline';
import { type Slide } from '#gateway/slide-catalog';
import { slideEmbeddingTask } from '../embedding/index.js';
import { caseContext } from '../question-input.js';
import { type AskedVector, FindNeighbours, type NeighbourArguments, type ServedVectors } from './find-neighbours.js';

type NearestArguments = NeighbourArguments & {
  readonly vector?: VectorInput | null;
  readonly slide?: string | null;
  readonly tile?: TileInput | null;
};

const MOST_NUMBERS = 8192;

/** `nearest` and `Slide.similar`. */
@Resolver('Slide')
export class NearestResolver {
  constructor(
    private readonly neighbours: FindNeighbours,
    private readonly vectors: NearestVectors,
    private readonly pipeline: InferencePipeline,
    private readonly scopes: AnswerScopes,
  ) {}

  @Query('nearest')
  async nearest(@Args() args: NearestArguments, @Context() request: RequestContext) {
    const scope = this.scopes.of(request);
    const { vector, slide, tile } = args;
    if ([vector, slide, tile].filter((one) => (one ?? null) !== null).length !== 1)
      throw new BadUserInput('vector', 'or `slide` or `tile` must be stated, and exactly one of them');
    const served = await this.neighbours.served(args, scope);
    const asked = await this.askedVector(served, args, scope);
    return this.neighbours.find(served, asked, args, scope);
  }

  @ResolveField('similar')
  async similar(@Parent() slide: Slide, @Args() args: NeighbourArguments, @Context() request: RequestContext) {
    const scope = this.scopes.of(request);
    const served = await this.neighbours.served(args, scope);
    return this.neighbours.find(served, await this.ofSlide(served, slide.id, scope), args, scope);
  }

  private async askedVector(served: ServedVectors, args: NearestArguments, scope: AnswerScope): Promise<AskedVector> {
    if (args.slide) return this.ofSlide(served, args.slide, scope);
    if (args.tile) return this.ofTile(served, args.tile, scope);
    const { values, spaceId } = args.vector ?? { values: [], spaceId: '' };
    if (values.length > MOST_NUMBERS)
      throw new BadUserInput('vector.values', `must be at most ${MOST_NUMBERS} numbers`);
    return { vector: Float32Array.from(values), spaceId, slideId: null };
  }

  /** The slide's own vector, under the version that is served: asked for like any embedding, and from the store where it was asked before. */
  private async ofSlide(
    { generation, version }: ServedVectors,
    slideId: string,
    scope: AnswerScope,
  ): Promise<AskedVector> {
    if (generation.level === 'TILE')
      throw new BadUserInput(
        'slide',
        'has no one vector among tiles: state `tile` or `vector`, or name a model of slides',
      );
    const slide = await scope.slide(slideId);
    const question = { slideId, region: null, features: null, model: version.ref };
    const { value } = await this.pipeline.answer(question, caseContext(slide, null), slideEmbeddingTask, scope);
    return { vector: await value(), spaceId: generation.spaceId, slideId };
  }

  private async ofTile({ generation }: ServedVectors, tile: TileInput, scope: AnswerScope): Promise<AskedVector> {
    const sources = await this.vectors.sourcesOf(generation);
    const own = sources.filter(({ slideIds, tiles }) => tiles && slideIds.includes(tile.slideId));
    for (const { row, tiles } of own) {
      const at = tiles?.coords.findIndex(
        (x, place) => place % 2 === 0 && x === tile.x && tiles.coords[place + 1] === tile.y,
      );
      if (at === undefined || at < 0) continue;
      const found = row + at / 2;
      const vector = await this.vectors.vectorOf(generation, found, scope.signal);
      return { vector, spaceId: generation.spaceId, slideId: tile.slideId, row: found };
    }
    throw new BadUserInput('tile', 'must be a tile of the index, by the corner that its features have');
  }
}
