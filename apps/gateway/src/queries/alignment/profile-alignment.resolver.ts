import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { ArrayEncoding, ExpressionProfileInput } from '#graphql/generated/schema-types';
import { parseModelRef } from '#model-registry';
import { alignmentHead, ReferenceSets, towerOf } from '#gateway/alignment';
import { ModelGenes } from '#gateway/gene-catalog';
import type { RequestContext } from '#gateway/graphql';
import { AnswerScopes, ProfilePipeline } from '#gateway/pipeline';
import { encodeValues } from '../arrays/numeric-array.js';
import { ProfileTables } from './profile-table.js';
import { searchReference } from './search-reference.js';
import { servedVectors } from './served-vectors.js';
import { toAlignmentHead } from './to-alignment-head.js';
import { recipeOf, towerInput } from './tower-input.js';

const MOST_NAMED = 1000;

/** `Query.profileAlignment`. */
@Resolver()
export class ProfileAlignmentResolver {
  constructor(
    private readonly scopes: AnswerScopes,
    private readonly pipeline: ProfilePipeline,
    private readonly tables: ProfileTables,
    private readonly genes: ModelGenes,
  ) {}

  @Query('profileAlignment')
  async profileAlignment(
    @Args('model') model: string,
    @Args('profile') profile: ExpressionProfileInput,
    @Context() request: RequestContext,
  ) {
    const scope = this.scopes.of(request);
    const version = scope.snapshot.resolve(parseModelRef(model));
    scope.note(version);
    const head = alignmentHead(version, scope.snapshot);
    const tower = towerOf(head, 'TRANSCRIPTOME', scope.snapshot);
    await scope.licences.admit(version);
    const recipe = recipeOf(tower).map(({ op }) => op);
    const table = await this.tables.of(profile, { tenant: scope.tenant, recipe, signal: request.signal });
    const input = await towerInput(table, tower, head, { genes: this.genes, signal: request.signal });
    const { values, serverId, provenance } = await this.pipeline.answer(tower.version, input.profiles, scope);
    return { head, tower, table, input, vector: servedVectors(values, head, serverId).values, provenance };
  }
}

type ProfileAlignment = Awaited<ReturnType<ProfileAlignmentResolver['profileAlignment']>>;

/** What is asked of a profile in the space of a head. */
@Resolver('ProfileAlignment')
export class ProfileAlignmentFieldResolver {
  constructor(private readonly sets: ReferenceSets) {}

  @ResolveField('head')
  head(@Parent() { head }: ProfileAlignment) {
    return toAlignmentHead(head);
  }

  @ResolveField('input')
  input(@Parent() { tower, table, input }: ProfileAlignment) {
    const { profiles, geneCount, panelSize, missing } = input;
    return {
      unit: table.unit,
      librarySize: table.libraries?.[0] ?? null,
      recipe: recipeOf(tower).map(({ op }) => op),
      geneCount,
      panelSize,
      missing: missing.slice(0, MOST_NAMED),
      sentence: profiles.kind === 'SENTENCES' ? (profiles.sentences[0] ?? null) : null,
    };
  }

  @ResolveField('values')
  values(
    @Parent() { vector }: ProfileAlignment,
    @Args() args: { readonly encoding: ArrayEncoding; readonly decimals?: number | null },
  ) {
    return encodeValues(vector, args);
  }

  @ResolveField('images')
  images(
    @Parent() { head, vector }: ProfileAlignment,
    @Args('referenceSet') referenceSet: string | null | undefined,
    @Args('first') first: number,
    @Context() request: RequestContext,
  ) {
    const question = { head, direction: 'G2I', query: vector, referenceSet: referenceSet ?? null, first } as const;
    return searchReference(this.sets, question, request);
  }
}
