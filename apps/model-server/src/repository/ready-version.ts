import type { ModelConfigFile } from '#libs/inference-protocol';
import type { LoadedModel } from '../sessions/worker-messages.js';
import type { Generation } from './served-version.js';

/** A version that can run. */
export interface ReadyVersion {
  readonly name: string;
  readonly version: string;
  /** Names it in the session pool. */
  readonly key: string;
  readonly model: LoadedModel;
  /** Null where the model has no config.pbtxt. */
  readonly config: ModelConfigFile | null;
}

/** A version that stays loaded until it is given back. */
export interface LeasedVersion extends ReadyVersion {
  readonly release: () => void;
}

/** What callers are told of a generation. */
export function readyVersion(name: string, version: string, { key, model, config }: Generation): ReadyVersion {
  return { name, version, key, model, config };
}
