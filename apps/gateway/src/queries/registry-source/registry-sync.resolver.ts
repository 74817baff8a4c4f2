import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { ModelRegistry } from '#model-registry';
import { NotFound } from '#libs/errors';
import { type RequestContext } from '#gateway/graphql';
import { toRegistrySource } from '../model-catalog/index.js';

/** Reading sources again, for whoever does not want to wait for the next look. */
@Resolver()
export class RegistrySyncResolver {
  constructor(private readonly registry: ModelRegistry) {}

  @Mutation('syncRegistry')
  async syncRegistry(@Args('source') id: string | null | undefined, @Context() { signal }: RequestContext) {
    if (id === null || id === undefined) return (await this.registry.reload(signal)).sources.map(toRegistrySource);
    const { sources } = await this.registry.reloadSource(id, signal);
    const found = sources.filter((source) => source.id === id);
    if (found.length === 0) throw new NotFound('registry source');
    return found.map(toRegistrySource);
  }
}
