import { cardDigest } from '../digests.js';
import type { QuarantinedEntry } from '../registered-model.js';
import type { RegistrySnapshot } from '../registry-snapshot.js';
import { ModelRegistry, type ModelRegistryOptions } from '../registry.js';
import { localSources } from '../sources/local-sources.js';
import { biomarkerCard, encoderCard } from './sample-cards.js';

/** The reference of a sample version, the digest of the encoder that it takes, and its card. */
export const FOCUS = 'sample-focus/1';
export const encoderDigest = cardDigest(encoderCard());
export const focus = biomarkerCard('1', encoderDigest);

/** Registries that a test opens over directories, and that are closed after it. */
export class Registries {
  readonly #opened: ModelRegistry[] = [];

  async open(directories: readonly string[], options: Partial<ModelRegistryOptions> = {}): Promise<ModelRegistry> {
    const sources = localSources(directories, { pollMs: 0 });
    return this.keep(await ModelRegistry.open({ sources, ...options }, new AbortController().signal));
  }

  keep(registry: ModelRegistry): ModelRegistry {
    this.#opened.push(registry);
    return registry;
  }

  async closeAll(): Promise<void> {
    await Promise.all(this.#opened.splice(0).map((registry) => registry.close()));
  }
}

export function quarantined(registry: ModelRegistry): readonly QuarantinedEntry[] {
  return registry.snapshot().sources.flatMap((source) => source.quarantined);
}

export function refs(snapshot: RegistrySnapshot): readonly string[] {
  return snapshot.models.flatMap((model) => model.versions.map((version) => version.ref));
}
