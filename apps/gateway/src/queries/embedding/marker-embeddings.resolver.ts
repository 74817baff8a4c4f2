import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type ArrayEncoding, type RegionInput } from '#graphql/generated/schema-types';
import { BadUserInput } from '#libs/errors';
import { embeddingRecipe, embeddingSpaceOf, markersOf } from '#gateway/embeddings';
import { type RequestContext } from '#gateway/graphql';
import { AnswerScopes, InferencePipeline } from '#gateway/pipeline';
import { type Slide } from '#gateway/slide-catalog';
import { encodeValues } from '../arrays/numeric-array.js';
import { caseContext, regionOf } from '../question-input.js';
import { markerEmbeddingOf, markerEmbeddingTask } from './marker-embedding.task.js';

interface MarkerArguments {
  readonly model: string;
  readonly region?: RegionInput | null;
  readonly features?: string | null;
  readonly markers?: readonly string[] | null;
}

/** `Slide.markerEmbeddings`. */
@Resolver('Slide')
export class MarkerEmbeddingsResolver {
  constructor(
    private readonly pipeline: InferencePipeline,
    private readonly scopes: AnswerScopes,
  ) {}

  @ResolveField('markerEmbeddings')
  async markerEmbeddings(@Parent() slide: Slide, @Args() args: MarkerArguments, @Context() request: RequestContext) {
    const { model, region, features: bag = null, markers = null } = args;
    const question = { slideId: slide.id, model, region: regionOf(region, slide), features: bag };
    const context = caseContext(slide, null);
    const answered = await this.pipeline.answer(question, context, markerEmbeddingTask, this.scopes.of(request));
    const { version, features, raw, provenance } = answered;
    const embedding = markerEmbeddingOf(version.card);
    const known = await markersOf(version);
    const positions = markers === null ? [...known.keys()] : positionsOf(markers, known);
    const { dim, l2Normalised } = embedding;
    return {
      markers: positions.map((position) => known[position]),
      vocabularyDigest: version.card.vocabulary?.digest,
      ...{ dimension: dim, datatype: 'FP32', l2Normalised },
      recipe: embeddingRecipe(version.card, { ...embedding, level: 'MARKER' }),
      spaceId: embeddingSpaceOf(version.digest, embedding),
      tileCount: features.tileCount,
      region: features.region,
      values: async (asked: { readonly encoding: ArrayEncoding; readonly decimals?: number | null }) =>
        encodeValues(rowsOf(await answered.value(), positions, dim), asked),
      href: `/answers/${raw.id}/arrays/${embedding.tensor}.npy`,
      provenance,
    };
  }
}

/** @throws BadUserInput that names what is no marker of the vocabulary by its position */
function positionsOf(asked: readonly string[], known: readonly string[]): readonly number[] {
  const positions = asked.map((name) => known.indexOf(name));
  const unknown = [...positions.keys()].filter((at) => positions[at] === -1);
  if (unknown.length > 0 || asked.length === 0)
    throw new BadUserInput('markers', "must be names of the model's vocabulary, to the letter", {
      positions: unknown,
      markers: known.slice(0, 100),
    });
  return positions;
}

function rowsOf(vectors: Float32Array, positions: readonly number[], dim: number): Float32Array {
  const rows = new Float32Array(positions.length * dim);
  for (const [row, at] of positions.entries()) rows.set(vectors.subarray(at * dim, (at + 1) * dim), row * dim);
  return rows;
}
