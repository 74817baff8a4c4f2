import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { ArrayEncoding, ExpressionProfileInput } from '#graphql/generated/schema-types';
import { ReferenceSets } from '#gateway/alignment';
import type { RequestContext } from '#gateway/graphql';
import { AnswerScopes } from '#gateway/pipeline';
import { encodeValues } from '../arrays/numeric-array.js';
import { AlignedProfiles } from './aligned-profiles.js';
import { searchReference } from './search-reference.js';
import { toAlignmentHead } from './to-alignment-head.js';
import { recipeOf } from './tower-input.js';

const MOST_NAMED = 1000;

/** `Query.profileAlignment`. */
@Resolver()
export class ProfileAlignmentResolver {
  constructor(
    private readonly scopes: AnswerScopes,
    private readonly profiles: AlignedProfiles,
  ) {}

  @Query('profileAlignment')
  profileAlignment(
    @Args('model') model: string,
    @Args('profile') profile: ExpressionProfileInput,
    @Context() request: RequestContext,
  ) {
    return this.profiles.of(model, profile, this.scopes.of(request));
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
