import { Refusal } from '../refusal.js';
import { LoadFailure } from '../sessions/session-worker.js';
import type { LoadedModel } from '../sessions/worker-messages.js';
import type { FoundVersion } from './scan-repository.js';

export type VersionState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly model: LoadedModel }
  | { readonly kind: 'failed'; readonly reason: string };

/** A version that can run. */
export interface ReadyVersion {
  readonly name: string;
  readonly version: string;
  /** Names it in the session pool. */
  readonly key: string;
  readonly model: LoadedModel;
}

/** A line of the repository index, in Triton's words. */
export interface IndexEntry {
  readonly name: string;
  readonly version: string;
  readonly state: 'READY' | 'LOADING' | 'UNAVAILABLE';
  readonly reason?: string;
}

type Load = (key: string, file: string) => Promise<LoadedModel>;

/** The model versions on disk and what became of each. One that cannot be loaded is listed with the reason; the others serve. */
export class ModelRepository {
  private readonly states = new Map<FoundVersion, VersionState>();
  private hasSettled = false;

  constructor(found: readonly FoundVersion[]) {
    for (const version of found) {
      this.states.set(
        version,
        version.problem === null ? { kind: 'loading' } : { kind: 'failed', reason: version.problem },
      );
    }
  }

  /** Whether every version is ready or has failed. */
  get isSettled(): boolean {
    return this.hasSettled;
  }

  /** How many models and versions were found, broken ones included. */
  get counts(): { readonly models: number; readonly versions: number } {
    const versions = [...this.states.keys()].filter(({ version }) => version !== '');
    return { models: new Set(versions.map(({ model }) => model)).size, versions: versions.length };
  }

  /**
   * Loads the versions one after the other.
   * @param report called with each version that failed, earlier findings included
   */
  async loadAll(load: Load, report: (entry: IndexEntry) => void): Promise<void> {
    for (const [found, state] of this.states) {
      if (state.kind === 'loading') this.states.set(found, await loadOne(found, load));
      const entry = toIndexEntry(found, this.states.get(found) ?? state);
      if (entry.state === 'UNAVAILABLE') report(entry);
    }
    this.hasSettled = true;
  }

  index(): readonly IndexEntry[] {
    return [...this.states].map(([found, state]) => toIndexEntry(found, state));
  }

  /** The version numbers of a model, ascending. @throws Refusal when there is no such model */
  versionsOf(name: string): readonly string[] {
    const versions = [...this.states.keys()].filter((found) => found.model === name && found.version !== '');
    if (versions.length === 0) throw new Refusal('not-found', 'there is no model of this name here');
    return [...new Set(versions.map(({ version }) => version))].sort((a, b) => Number(a) - Number(b));
  }

  /**
   * A version that can run; without a number the highest there is, and no lower one in its place.
   * @throws Refusal when it is unknown, loading or broken
   */
  require(name: string, version: string | null): ReadyVersion {
    const versions = this.versionsOf(name);
    const number = version ?? versions.at(-1);
    // The first: a repeated version is listed and never served.
    const entry = [...this.states].find(([found]) => found.model === name && found.version === number);
    if (entry === undefined) throw new Refusal('not-found', 'the model has no such version here');
    const [found, state] = entry;
    if (state.kind === 'loading') throw new Refusal('not-ready', 'the model version is not ready: it is loading');
    if (state.kind === 'failed') throw new Refusal('not-ready', `the model version is not ready: ${state.reason}`);
    return { name, version: found.version, key: keyOf(found), model: state.model };
  }
}

async function loadOne(found: FoundVersion, load: Load): Promise<VersionState> {
  try {
    return { kind: 'ready', model: await load(keyOf(found), found.file) };
  } catch (error) {
    return { kind: 'failed', reason: error instanceof LoadFailure ? error.reason : 'the worker that loaded it ended' };
  }
}

function keyOf({ model, version }: FoundVersion): string {
  return `${model}/${version}`;
}

function toIndexEntry({ model: name, version }: FoundVersion, state: VersionState): IndexEntry {
  switch (state.kind) {
    case 'loading':
      return { name, version, state: 'LOADING' };
    case 'ready':
      return { name, version, state: 'READY' };
    case 'failed':
      return { name, version, state: 'UNAVAILABLE', reason: state.reason };
  }
}
