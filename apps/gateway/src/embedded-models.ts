import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { localSources, type ManagedVersions, type ModelVersion } from '#model-registry';
import type { EmbeddedHolding } from './routing/index.js';

/** What the embedded model server serves: the directories of the local sources, each after what was registered in its source. */
export class EmbeddedModels {
  private readonly sources: readonly { readonly id: string; readonly directories: readonly string[] }[];

  constructor(modelDirs: readonly string[], managed: ManagedVersions) {
    this.sources = localSources(modelDirs).map(({ id }, i) => ({
      id,
      directories: [managed.directoryOf(id), ...modelDirs.slice(i, i + 1)],
    }));
  }

  /** As the server is given them: whoever comes first with a name has it. */
  get directories(): readonly string[] {
    return this.sources.flatMap(({ directories }) => directories);
  }

  /** What the server does with a version: it knows names and no sources. */
  holdingOf({ source, name, version }: ModelVersion): EmbeddedHolding {
    const at = this.sources.findIndex(({ id }) => id === source);
    if (at < 0) return 'FOREIGN';
    const earlier = this.sources.slice(0, at).flatMap(({ directories }) => directories);
    // That would be another version's number under this one's digest.
    return earlier.some((directory) => existsSync(join(directory, name, version))) ? 'SHADOWED' : 'SERVED';
  }
}
