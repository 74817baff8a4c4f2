import { type ModelRegistry, type ModelVersion } from '#model-registry';
import { type AnswerScope, createAnswerScope, type ScopeStores } from './answer-scope.js';

/** Who asks and until when: what an operation's context and an HTTP route's request have in common. */
export interface Asker {
  readonly caller: { readonly tenant: string; readonly id: string };
  readonly signal: AbortSignal;
  readonly deadlineAt: number;
  /** Where the versions that were asked are noted; a route that leaves no audit row has none. */
  readonly audit?: { note(version: Pick<ModelVersion, 'ref' | 'digest'>): void };
}

/** One scope for each operation, made when its first field needs it. */
export class AnswerScopes {
  private readonly scopes = new WeakMap<Asker, AnswerScope>();

  constructor(
    private readonly registry: ModelRegistry,
    private readonly stores: ScopeStores,
  ) {}

  of(asker: Asker): AnswerScope {
    const known = this.scopes.get(asker);
    if (known) return known;
    const { signal, deadlineAt, caller, audit } = asker;
    const scope = createAnswerScope(this.stores, {
      tenant: caller.tenant,
      caller: caller.id,
      signal,
      deadlineAt,
      snapshot: this.registry.snapshot(),
      note: (version) => audit?.note(version),
    });
    this.scopes.set(asker, scope);
    return scope;
  }
}
