import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  effectiveLicence,
  parseModelRef,
  runningParts,
  type ModelVersion,
  type RegisteredModel,
  type RegistrySnapshot,
} from '#model-registry';
import { type RequestContext } from '#gateway/graphql';
import { AnswerScopes } from '#gateway/pipeline';
import { Router } from '#gateway/routing';
import { pageOf } from '../paging.js';
import { toAliasProposal, toModelVersion, toRegistrySource } from './to-model-version.js';

/** What the registry knows, read from the one snapshot of the operation; nothing here waits for a source. */
@Resolver()
export class ModelCatalogResolver {
  constructor(private readonly scopes: AnswerScopes) {}

  @Query('registeredModels')
  registeredModels(
    @Args('first') first: number,
    @Args('after') after: string | null,
    @Context() request: RequestContext,
  ) {
    const { snapshot } = this.scopes.of(request);
    const page = pageOf(snapshot.models, (model) => `${model.source}:${model.name}`, { first, after });
    return {
      ...page,
      totalCount: snapshot.models.length,
      nodes: page.nodes.map((model) => toModel(model, snapshot)),
    };
  }

  @Query('modelVersion')
  modelVersion(@Args('ref') ref: string, @Context() request: RequestContext) {
    const { snapshot } = this.scopes.of(request);
    return toVersion(snapshot.resolve(parseModelRef(ref), 'ref'), snapshot);
  }

  @Query('registrySources')
  registrySources(@Context() request: RequestContext) {
    return this.scopes.of(request).snapshot.sources.map(toRegistrySource);
  }
}

function toModel(model: RegisteredModel, snapshot: RegistrySnapshot) {
  return {
    source: model.source,
    name: model.name,
    aliases: model.aliases,
    description: model.notes.description,
    tags: model.notes.tags.map(({ key, value, by, at }) => ({ key, value, setBy: by, setAt: at })),
    aliasProposals: model.proposals.map(toAliasProposal),
    versions: model.versions.map((version) => toVersion(version, snapshot)),
  };
}

function toVersion(version: ModelVersion, snapshot: RegistrySnapshot) {
  return toModelVersion(version, effectiveLicence(version, snapshot));
}

/** The one fact of a version that is not in the registry. */
@Resolver('ModelVersion')
export class ModelReadinessResolver {
  constructor(
    private readonly scopes: AnswerScopes,
    private readonly router: Router,
  ) {}

  @ResolveField('isReady')
  async isReady(
    @Parent() { registered }: { readonly registered: ModelVersion },
    @Context() request: RequestContext,
  ): Promise<boolean> {
    const parts = runningParts(registered, this.scopes.of(request).snapshot);
    const states = await Promise.all(parts.map((part) => this.router.isReady(part, request.signal)));
    return states.every((isReady) => isReady);
  }
}
