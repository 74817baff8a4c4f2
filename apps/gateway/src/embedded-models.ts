import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { localSources, type ManagedVersions, type ModelVersion } from '#model-registry';

const SHADOWED = 'an earlier models directory has a version of the same name and number';
const TOO_LATE =
  'it was registered after the embedded model server started, and that one reads its directories at its start: restart the gateway, or place the version on another model server';

/**
 * What the embedded model server serves: the directories of the local sources, each after what was registered in its source. It knows names
 * and no sources, and it reads them when it starts.
 */
export class EmbeddedModels {
  private atLaunch: ReadonlySet<string> = new Set();
  private readonly sources: readonly { readonly id: string; readonly directories: readonly string[] }[];

  constructor(
    modelDirs: readonly string[],
    private readonly managed: ManagedVersions,
  ) {
    this.sources = localSources(modelDirs).map(({ id }, i) => ({
      id,
      directories: [managed.directoryOf(id), ...modelDirs.slice(i, i + 1)],
    }));
  }

  /** As the server is given them: whoever comes first with a name has it. */
  get directories(): readonly string[] {
    return this.sources.flatMap(({ directories }) => directories);
  }

  /** The server is about to start, once more perhaps. */
  launching(): void {
    this.atLaunch = new Set(this.sources.flatMap(({ id }) => foldersIn(this.managed.directoryOf(id))));
  }

  /** Why the server does not serve a version under its name, or null. */
  whyUnserved({ source, name, version }: ModelVersion): string | null {
    const at = this.sources.findIndex(({ id }) => id === source);
    const earlier = this.sources.slice(0, Math.max(0, at)).flatMap(({ directories }) => directories);
    // That would be another version's number under this one's digest.
    if (earlier.some((directory) => existsSync(join(directory, name, version)))) return SHADOWED;
    const registered = join(this.managed.directoryOf(source), name, version);
    return existsSync(registered) && !this.atLaunch.has(registered) ? TOO_LATE : null;
  }
}

/** `<name>/<version>`, as paths. */
function foldersIn(directory: string): readonly string[] {
  const inside = (folder: string): readonly string[] =>
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => join(folder, name));
  return inside(directory).flatMap(inside);
}
