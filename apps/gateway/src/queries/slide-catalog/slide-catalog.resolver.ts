import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type AddSlideInput } from '#graphql/generated/schema-types';
import { BadUserInput, NotFound } from '#libs/errors';
import { type RequestContext } from '#gateway/graphql';
import { AnswerScopes } from '#gateway/pipeline';
import { type Slide, SlideCatalog } from '#gateway/slide-catalog';
import { toFeatureBag } from '../features/index.js';
import { checkPageSize, connectionOf } from '../paging.js';
import { AddSlide } from './add-slide.js';

const MAX_SLIDES = 500;

/** Slides: adding, finding, listing. */
@Resolver()
export class SlideCatalogResolver {
  constructor(
    private readonly slidesOf: SlideCatalog,
    private readonly addSlideFile: AddSlide,
    private readonly scopes: AnswerScopes,
  ) {}

  @Query('slide')
  slide(@Args('id') id: string, @Context() request: RequestContext): Promise<Slide> {
    return this.scopes.of(request).slide(id);
  }

  /** A slide that is not there is an error at its place; graphql-js puts a returned Error there. */
  @Query('slides')
  slides(@Args('ids') ids: readonly string[], @Context() request: RequestContext): Promise<readonly (Slide | Error)[]> {
    if (ids.length > MAX_SLIDES) throw new BadUserInput('ids', `must be at most ${MAX_SLIDES}`);
    const scope = this.scopes.of(request);
    return Promise.all(
      ids.map((id) =>
        scope.slide(id).catch((error: unknown) => (error instanceof NotFound ? error : Promise.reject(error))),
      ),
    );
  }

  @Query('slideCatalog')
  async slideCatalog(
    @Args('first') first: number,
    @Args('after') after: string | null,
    @Context() { caller }: RequestContext,
  ) {
    checkPageSize(first);
    const page = connectionOf(await this.slidesOf.page(caller.tenant, { first, after }));
    return { ...page, totalCount: () => this.slidesOf.count(caller.tenant) };
  }

  @Mutation('addSlide')
  addSlide(@Args('input') input: AddSlideInput, @Context() { caller, signal }: RequestContext): Promise<Slide> {
    return this.addSlideFile.add(caller.tenant, input, signal);
  }
}

/** Fields of a slide that are not columns of it. */
@Resolver('Slide')
export class SlideResolver {
  constructor(private readonly scopes: AnswerScopes) {}

  @ResolveField('mpp')
  mpp(@Parent() slide: Slide): number | null {
    return slide.mpp ?? slide.mppStated;
  }

  @ResolveField('mppSource')
  mppSource(@Parent() slide: Slide): 'FILE' | 'STATED' | null {
    if (slide.mpp !== null) return 'FILE';
    return slide.mppStated === null ? null : 'STATED';
  }

  @ResolveField('addedAt')
  addedAt(@Parent() slide: Slide): string {
    return slide.createdAt.toISOString();
  }

  @ResolveField('thumbnailHref')
  thumbnailHref(@Parent() slide: Slide, @Args('maxEdgePx') maxEdgePx: number): string {
    return `/slides/${slide.id}/thumbnail.jpg?maxEdgePx=${maxEdgePx}`;
  }

  @ResolveField('featureBags')
  async featureBags(@Parent() slide: Slide, @Context() request: RequestContext) {
    const bags = await this.scopes.of(request).bags(slide.id);
    return bags.toReversed().map(toFeatureBag);
  }
}
