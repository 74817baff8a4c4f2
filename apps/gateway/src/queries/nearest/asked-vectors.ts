import type { AlignedProfileInput, TileInput, VectorInput } from '#graphql/generated/schema-types';
import { BadUserInput, SpacesDiffer } from '#libs/errors';
import { towerOf } from '#gateway/alignment';
import type { NearestVectors } from '#gateway/embeddings';
import type { AnswerScope, InferencePipeline } from '#gateway/pipeline';
import type { AlignedProfiles } from '../alignment/index.js';
import { slideEmbeddingTask } from '../embedding/index.js';
import { caseContext } from '../question-input.js';
import type { AskedVector, ServedVectors } from './find-neighbours.js';

/** What neighbours are asked for: one of these. */
export interface AskedArguments {
  readonly vector?: VectorInput | null;
  readonly slide?: string | null;
  readonly tile?: TileInput | null;
  readonly profile?: AlignedProfileInput | null;
}

const MOST_NUMBERS = 8192;

/** The vector that others are compared with, by whatever it was asked. */
export class AskedVectors {
  constructor(
    private readonly vectors: NearestVectors,
    private readonly pipeline: InferencePipeline,
    private readonly profiles: AlignedProfiles,
  ) {}

  /** @throws BadUserInput, SpacesDiffer, and what the roads to a vector throw */
  async of(served: ServedVectors, args: AskedArguments, scope: AnswerScope): Promise<AskedVector> {
    if (args.profile) return this.ofProfile(served, args.profile, scope);
    if (args.slide) return this.ofSlide(served, args.slide, scope);
    if (args.tile) return this.ofTile(served, args.tile, scope);
    const { values, spaceId } = args.vector ?? { values: [], spaceId: '' };
    if (values.length > MOST_NUMBERS)
      throw new BadUserInput('vector.values', `must be at most ${MOST_NUMBERS} numbers`);
    return { vector: Float32Array.from(values), spaceId, slideId: null };
  }

  /** The slide's own vector, under the version that is served: asked for like any embedding, and from the store where it was asked before. */
  async ofSlide({ generation, version }: ServedVectors, slideId: string, scope: AnswerScope): Promise<AskedVector> {
    if (generation.level !== 'SLIDE' && generation.level !== 'PATIENT')
      throw new BadUserInput(
        'slide',
        'has no one vector among tiles, cells or markers: state `tile` or `vector`, or name a model of slides',
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

  /** A profile stands among the tiles of its head's image tower, and among no others. */
  private async ofProfile(
    { generation, version }: ServedVectors,
    { head: ref, profile }: AlignedProfileInput,
    scope: AnswerScope,
  ): Promise<AskedVector> {
    const { head, vector } = await this.profiles.of(ref, profile, scope);
    if (towerOf(head, 'IMAGE', scope.snapshot).version.digest !== version.digest)
      throw new SpacesDiffer(generation.spaceId, head.spaceId);
    return { vector, spaceId: generation.spaceId, slideId: null };
  }
}
