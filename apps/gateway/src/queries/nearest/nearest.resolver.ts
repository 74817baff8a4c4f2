import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { BadUserInput } from '#libs/errors';
import { type RequestContext } from '#gateway/graphql';
import { AnswerScopes } from '#gateway/pipeline';
import { type Slide } from '#gateway/slide-catalog';
import { type AskedArguments, AskedVectors } from './asked-vectors.js';
import { FindNeighbours, type NeighbourArguments } from './find-neighbours.js';

type NearestArguments = NeighbourArguments & AskedArguments;

/** `nearest` and `Slide.similar`. */
@Resolver('Slide')
export class NearestResolver {
  constructor(
    private readonly neighbours: FindNeighbours,
    private readonly asked: AskedVectors,
    private readonly scopes: AnswerScopes,
  ) {}

  @Query('nearest')
  async nearest(@Args() args: NearestArguments, @Context() request: RequestContext) {
    const scope = this.scopes.of(request);
    const { vector, slide, tile, profile } = args;
    if ([vector, slide, tile, profile].filter((one) => (one ?? null) !== null).length !== 1)
      throw new BadUserInput('vector', 'or `slide`, `tile` or `profile` must be stated, and exactly one of them');
    const served = await this.neighbours.served(args, scope);
    const asked = await this.asked.of(served, args, scope);
    return this.neighbours.find(served, asked, args, scope);
  }

  @ResolveField('similar')
  async similar(@Parent() slide: Slide, @Args() args: NeighbourArguments, @Context() request: RequestContext) {
    const scope = this.scopes.of(request);
    const served = await this.neighbours.served(args, scope);
    return this.neighbours.find(served, await this.asked.ofSlide(served, slide.id, scope), args, scope);
  }
}
