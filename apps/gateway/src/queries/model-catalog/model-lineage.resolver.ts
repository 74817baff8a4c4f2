import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type LineageRole } from '#graphql/generated/schema-types';
import { Lineage } from '#model-registry';
import { type RequestContext } from '#gateway/graphql';
import { AnswerScopes } from '#gateway/pipeline';
import { catalogueConnection, pageWish } from './catalogue-cursor.js';
import { checkList } from './catalogue-filter.js';
import { type VersionParent, versionNode } from './nodes.js';

interface UseArguments {
  readonly roles?: readonly LineageRole[] | null;
  readonly first: number;
  readonly after?: string | null;
}

/** Where a version comes from, who leans on it, and where else it stands. */
@Resolver('ModelVersion')
export class ModelLineageResolver {
  constructor(private readonly scopes: AnswerScopes) {}

  @ResolveField('basedOn')
  basedOn(@Parent() { registered: version }: VersionParent, @Context() request: RequestContext) {
    const { snapshot } = this.scopes.of(request);
    return Lineage.of(snapshot)
      .basedOn(version)
      .map(({ registered, ...link }) => ({ ...link, modelVersion: registered && versionNode(registered, snapshot) }));
  }

  @ResolveField('usedBy')
  async usedBy(
    @Parent() { registered }: VersionParent,
    @Args() { roles, ...page }: UseArguments,
    @Context() request: RequestContext,
  ) {
    if (roles) checkList('roles', roles);
    const { snapshot } = this.scopes.of(request);
    const args = { ...page, orderBy: 'NAME' } as const;
    const uses = await Lineage.of(snapshot).usedBy(registered, roles ?? null, pageWish('uses', args));
    return catalogueConnection('uses', args, uses, ({ role, user }) => {
      return { role, modelVersion: versionNode(user, snapshot) };
    });
  }

  @ResolveField('sameAs')
  sameAs(@Parent() { registered }: VersionParent, @Context() request: RequestContext) {
    const { snapshot } = this.scopes.of(request);
    return Lineage.of(snapshot)
      .sameAs(registered)
      .map((version) => versionNode(version, snapshot));
  }
}
