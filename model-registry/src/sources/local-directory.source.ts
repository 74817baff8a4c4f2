import { RegistryUnavailable } from '#libs/errors';
import { isModelName, isVersion } from '../model-ref.js';
import type { QuarantinedEntry } from '../registered-model.js';
import { ConfinedDirectory } from './confined-directory.js';
import { misnamedModel, misnamedVersions } from './misnamed-directories.js';
import type { ProposedAliases, ProposedVersion, RegistrySource, SourceProposal } from './registry-source.js';
import { shownPath } from './shown-path.js';
import { VersionFolders } from './version-folders.js';
import { watchDirectory } from './watch-directory.js';

const POLL_MS = 30_000;

/** What one model's directory gives. */
type Model = Omit<SourceProposal, 'unreadable' | 'withoutCard'>;

/** Reads `<name>/<version>/model-card.json`, `<name>/<version>/calibrations/*.json` and `<name>/aliases.json` of one directory. */
export class LocalDirectorySource implements RegistrySource {
  readonly kind = 'LOCAL';
  readonly isRemote = false;
  private readonly folders = new VersionFolders();

  /** @param pollMs how often the registry reads it again, in milliseconds; 0 is never */
  constructor(
    readonly id: string,
    private readonly directory: string,
    readonly pollMs: number = POLL_MS,
  ) {}

  watch(onChange: () => void): () => void {
    return watchDirectory(this.directory, onChange);
  }

  /** @throws RegistryUnavailable if the directory is not there or cannot be listed */
  async propose(signal: AbortSignal): Promise<SourceProposal> {
    const directory = await openDirectory(this.directory);
    this.folders.turn();

    const models: Model[] = [];
    const unreadable: string[] = [];
    for (const entry of await directory.list('.')) {
      signal.throwIfAborted();
      if (!isModelName(entry.name) || entry.kind !== 'DIRECTORY') {
        models.push({ versions: [], aliases: [], refused: misnamedModel(entry) });
        continue;
      }
      const model = await this.model(directory, entry.name).catch(() => null);
      if (model) models.push(model);
      else unreadable.push(entry.name);
    }
    return {
      versions: models.flatMap((model) => model.versions),
      aliases: models.flatMap((model) => model.aliases),
      refused: [...models.flatMap((model) => model.refused), ...unreadable.map(unreadableModel)],
      unreadable,
      withoutCard: 0,
    };
  }

  private async model(directory: ConfinedDirectory, name: string): Promise<Model> {
    const entries = await directory.list(name);
    const aliases: ProposedAliases[] = [];
    if (entries.some((entry) => entry.name === 'aliases.json')) {
      aliases.push({ name, document: await this.folders.document(directory, `${name}/aliases.json`) });
    }
    const versions: ProposedVersion[] = [];
    for (const entry of entries.filter((candidate) => isVersion(candidate.name) && candidate.kind === 'DIRECTORY')) {
      versions.push(await this.folders.version(directory, name, entry.name));
    }
    return { versions, aliases, refused: await misnamedVersions(directory, name, entries) };
  }
}

async function openDirectory(path: string): Promise<ConfinedDirectory> {
  try {
    return await ConfinedDirectory.open(path);
  } catch (cause) {
    throw new RegistryUnavailable('its directory is not there or cannot be listed', { cause });
  }
}

function unreadableModel(name: string): QuarantinedEntry {
  const reason = 'a directory of this model cannot be listed; what was known of it is kept';
  return { path: shownPath(name), code: 'REGISTRY_UNAVAILABLE', reason, problems: [] };
}
