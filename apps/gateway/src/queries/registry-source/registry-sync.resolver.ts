import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { ModelRegistry, type RegistrySnapshot } from '#model-registry';
import { NotFound } from '#libs/errors';
import { type RequestContext } from '#gateway/graphql';
import { RegistryHints } from '#gateway/shared-state';
import { toRegistrySource } from '../model-catalog/index.js';

/** Reading sources again, for whoever does not want to wait for the next look. */
@Resolver()
export class RegistrySyncResolver {
  constructor(
    private readonly registry: ModelRegistry,
    private readonly hints: RegistryHints,
  ) {}

  @Mutation('syncRegistry')
  async syncRegistry(@Args('source') id: string | null | undefined, @Context() { signal }: RequestContext) {
    const { sources } = await this.read(id ?? null, signal);
    const found = sources.filter((source) => id === null || id === undefined || source.id === id);
    if (found.length === 0) throw new NotFound('registry source');
    return found.map(toRegistrySource);
  }

  /** Other gateways are told first: they read while this one does. */
  private read(id: string | null, signal: AbortSignal): Promise<RegistrySnapshot> {
    for (const source of this.registry.snapshot().sources) {
      if (id === null || source.id === id) this.hints.announce(source.id);
    }
    return id === null ? this.registry.reload(signal) : this.registry.reloadSource(id, signal);
  }
}
