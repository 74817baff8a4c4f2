import type { ModelConfigFile } from '#libs/inference-protocol';
import type { LoadedModel } from '../sessions/worker-messages.js';

export type VersionState =
  | { readonly kind: 'loading' }
  /** `complaint`: the files have changed since, and cannot be loaded as they are now. */
  | { readonly kind: 'ready'; readonly generation: Generation; readonly complaint: string | null }
  | { readonly kind: 'unloading' }
  | { readonly kind: 'unavailable'; readonly reason: string };

/** A line of the repository index, in Triton's words. */
export interface IndexEntry {
  readonly name: string;
  readonly version: string;
  readonly state: 'READY' | 'LOADING' | 'UNLOADING' | 'UNAVAILABLE';
  readonly reason?: string;
}

/** The line of the index for a version in a state. */
export function indexEntryOf(name: string, version: string, state: VersionState): IndexEntry {
  switch (state.kind) {
    case 'loading':
      return { name, version, state: 'LOADING' };
    case 'unloading':
      return { name, version, state: 'UNLOADING', reason: 'requests that came before are being answered' };
    case 'ready':
      return { name, version, state: 'READY', ...(state.complaint === null ? {} : { reason: state.complaint }) };
    case 'unavailable':
      return { name, version, state: 'UNAVAILABLE', reason: state.reason };
  }
}

/** A version's file as it was loaded. It stays until the last request that was promised it has its answer. */
export class Generation {
  private leases = 0;
  private whenIdle: (() => void) | null = null;

  constructor(
    /** Names it in the session pool. */
    readonly key: string,
    readonly model: LoadedModel,
    readonly config: ModelConfigFile | null,
  ) {}

  /** Keeps it loaded. @returns gives it back; more than once does nothing */
  lease(): () => void {
    let isHeld = true;
    this.leases += 1;
    return () => {
      if (!isHeld) return;
      isHeld = false;
      this.leases -= 1;
      if (this.leases === 0) this.whenIdle?.();
    };
  }

  /** Resolves when nobody holds it. Only for one that nobody can lease any more. */
  idle(): Promise<void> {
    return this.leases === 0 ? Promise.resolve() : new Promise((resolve) => (this.whenIdle = resolve));
  }
}
