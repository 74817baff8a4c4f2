import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { BadUserInput, NotFound } from '#libs/errors';
import { type ModelVersionFilterInput } from '#graphql/generated/schema-types';
import { Catalogue, parseModelRef, runningParts, type ModelVersion, type VersionFilter } from '#model-registry';
import { GeneCatalog } from '#gateway/gene-catalog';
import { type RequestContext } from '#gateway/graphql';
import { AnswerScopes } from '#gateway/pipeline';
import { Router } from '#gateway/routing';
import { type CatalogueArguments, catalogueConnection, pageWish } from './catalogue-cursor.js';
import { versionFilterOf } from './catalogue-filter.js';
import { modelNode, versionNode } from './nodes.js';
import { toRegistrySource } from './to-model-version.js';
import { versionChanges } from './version-changes.js';

type SearchArguments = CatalogueArguments & { readonly filter?: ModelVersionFilterInput | null };

/** What the registry knows, read from the one snapshot of the operation; nothing here waits for a source. */
@Resolver()
export class ModelCatalogResolver {
  constructor(
    private readonly scopes: AnswerScopes,
    private readonly genes: GeneCatalog,
  ) {}

  @Query('registeredModels')
  async registeredModels(@Args() args: SearchArguments, @Context() request: RequestContext) {
    const { snapshot } = this.scopes.of(request);
    const filter = await this.filterOf(args, request);
    const page = await Catalogue.of(snapshot).models(filter, pageWish('models', args));
    return catalogueConnection('models', args, page, (model) => modelNode(model, snapshot));
  }

  @Query('modelVersions')
  async modelVersions(@Args() args: SearchArguments, @Context() request: RequestContext) {
    const { snapshot } = this.scopes.of(request);
    const filter = await this.filterOf(args, request);
    const page = await Catalogue.of(snapshot).versions(filter, pageWish('versions', args));
    return catalogueConnection('versions', args, page, (version) => versionNode(version, snapshot));
  }

  @Query('modelVersion')
  modelVersion(@Args('ref') ref: string, @Context() request: RequestContext) {
    const { snapshot } = this.scopes.of(request);
    return versionNode(snapshot.resolve(parseModelRef(ref), 'ref'), snapshot);
  }

  @Query('modelVersionChanges')
  modelVersionChanges(@Args('from') from: string, @Args('to') to: string, @Context() request: RequestContext) {
    const { snapshot } = this.scopes.of(request);
    const [old, now] = [
      snapshot.resolve(parseModelRef(from, 'from'), 'from'),
      snapshot.resolve(parseModelRef(to, 'to'), 'to'),
    ];
    return versionChanges(old, now, snapshot);
  }

  @Query('registrySources')
  registrySources(@Context() request: RequestContext) {
    return this.scopes.of(request).snapshot.sources.map(toRegistrySource);
  }

  /** A gene panel is the tenant's own row; cards know it by the digest of its list. */
  private async filterOf({ filter }: SearchArguments, { caller }: RequestContext): Promise<VersionFilter> {
    const checked = versionFilterOf(filter);
    const id = filter?.genePanel ?? null;
    if (id === null) return checked;
    const panel = await this.genes.panels.byId(caller.tenant, id);
    if (!panel) throw new NotFound('gene panel');
    if ((checked.vocabulary ?? panel.digest) !== panel.digest) {
      throw new BadUserInput(
        'filter.vocabulary',
        'is the digest of another list than `filter.genePanel` has: leave one of them out',
      );
    }
    return { ...checked, vocabulary: panel.digest };
  }
}

/** The one fact of a version that is not in the registry. */
@Resolver('ModelVersion')
export class ModelReadinessResolver {
  constructor(
    private readonly scopes: AnswerScopes,
    private readonly router: Router,
  ) {}

  @ResolveField('isReady')
  isReady(
    @Parent() { registered }: { readonly registered: ModelVersion },
    @Context() request: RequestContext,
  ): boolean {
    const parts = runningParts(registered, this.scopes.of(request).snapshot);
    return parts.every((part) => this.router.isReady(part));
  }
}
