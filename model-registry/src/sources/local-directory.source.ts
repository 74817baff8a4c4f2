import { RegistryUnavailable } from '#libs/errors';
import { createHash } from 'node:crypto';
import type { BigIntStats } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { ModelArtifact } from '../card/model-card.js';
import { isModelName, isVersion } from '../model-ref.js';
import type { QuarantinedEntry } from '../registered-model.js';
import { ConfinedDirectory, FileRefused, readUpTo, type DirectoryEntry } from './confined-directory.js';
import { misnamedModel, misnamedVersions } from './misnamed-directories.js';
import { JsonRefused, parseStrictJson } from './parse-json.js';
import type {
  ProposedAliases,
  ProposedDocument,
  ProposedVersion,
  RegistrySource,
  SourceProposal,
} from './registry-source.js';
import { shownPath } from './shown-path.js';
import { StatCache } from './stat-cache.js';
import { watchDirectory } from './watch-directory.js';

/** The largest card, record or aliases file that is read, in bytes. */
export const MAX_DOCUMENT_BYTES = 1024 * 1024;
const MAX_RECORDS = 500;
const POLL_MS = 30_000;

type Content =
  { readonly kind: 'JSON'; readonly json: unknown } | { readonly kind: 'UNREADABLE'; readonly reason: string };

/** What one model's directory gives. */
type Model = Omit<SourceProposal, 'unreadable' | 'withoutCard'>;

/** Reads `<name>/<version>/model-card.json`, `<name>/<version>/calibrations/*.json` and `<name>/aliases.json` of one directory. */
export class LocalDirectorySource implements RegistrySource {
  readonly kind = 'LOCAL';
  readonly isRemote = false;
  private readonly documents = new StatCache<Content>();
  private readonly hashes = new StatCache<string>();

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
    this.documents.turn();
    this.hashes.turn();

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
      aliases.push({ name, document: await this.document(directory, `${name}/aliases.json`) });
    }
    const versions: ProposedVersion[] = [];
    for (const entry of entries.filter((candidate) => isVersion(candidate.name) && candidate.kind === 'DIRECTORY')) {
      versions.push(await this.version(directory, name, entry.name));
    }
    return { versions, aliases, refused: await misnamedVersions(directory, name, entries) };
  }

  private async version(directory: ConfinedDirectory, name: string, version: string): Promise<ProposedVersion> {
    const folder = `${name}/${version}`;
    return {
      name,
      version,
      card: await this.document(directory, `${folder}/model-card.json`),
      calibrations: await this.records(directory, `${folder}/calibrations`),
      files: {
        place: directory.locate(folder),
        locate: (path) => directory.locate(join(folder, path)),
        check: (artifact, signal) => this.checkArtifact(directory, join(folder, artifact.path), artifact, signal),
      },
    };
  }

  private async records(directory: ConfinedDirectory, folder: string): Promise<readonly ProposedDocument[]> {
    const entries: readonly DirectoryEntry[] = await directory.list(folder);
    const files = entries.filter((entry) => entry.name.endsWith('.json'));
    const records: ProposedDocument[] = [];
    for (const file of files.slice(0, MAX_RECORDS)) {
      records.push(await this.document(directory, `${folder}/${file.name}`));
    }
    if (files.length <= MAX_RECORDS) return records;
    const reason = `there are more than ${MAX_RECORDS} calibration records; the others are not read`;
    return [...records, { kind: 'UNREADABLE', path: shownPath(folder), reason }];
  }

  private async document(directory: ConfinedDirectory, path: string): Promise<ProposedDocument> {
    const shown = shownPath(path);
    try {
      return await directory.withFile(path, async (file, stat) => {
        const content = await this.documents.remember(path, stat, () => readDocument(file, stat));
        return { path: shown, since: new Date(Number(stat.mtimeMs)).toISOString(), ...content };
      });
    } catch (error) {
      return { kind: 'UNREADABLE', path: shown, reason: reasonOf(error) };
    }
  }

  private async checkArtifact(
    directory: ConfinedDirectory,
    path: string,
    { sizeBytes, sha256 }: ModelArtifact,
    signal: AbortSignal,
  ): Promise<string | null> {
    signal.throwIfAborted();
    try {
      return await directory.withFile(path, async (file, stat) => {
        // Said before a byte is read: a file of another size can only have another digest.
        if (stat.size !== BigInt(sizeBytes)) return 'the file has another size than the card says';
        const found = await this.hashes.remember(path, stat, () => sha256Of(file, signal));
        return found === sha256 ? null : 'the file has another SHA-256 than the card says';
      });
    } catch (error) {
      signal.throwIfAborted();
      return reasonOf(error);
    }
  }
}

async function readDocument(file: FileHandle, stat: BigIntStats): Promise<Content> {
  const tooLarge = `the file is larger than ${MAX_DOCUMENT_BYTES} bytes`;
  if (stat.size > MAX_DOCUMENT_BYTES) return { kind: 'UNREADABLE', reason: tooLarge };
  const bytes = await readUpTo(file, Number(stat.size) + 1);
  if (bytes.length > stat.size) return { kind: 'UNREADABLE', reason: 'the file was being written' };
  try {
    return { kind: 'JSON', json: parseStrictJson(bytes) };
  } catch (error) {
    if (error instanceof JsonRefused) return { kind: 'UNREADABLE', reason: error.message };
    throw error;
  }
}

async function sha256Of(file: FileHandle, signal: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  // A stream that is made with a signal that has fired already raises its error where nobody hears it.
  signal.throwIfAborted();
  for await (const chunk of file.createReadStream({ autoClose: false, signal })) hash.update(chunk);
  return hash.digest('hex');
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

/** Never the file system's own words: they hold the path. */
function reasonOf(error: unknown): string {
  return error instanceof FileRefused ? error.message : 'the file cannot be read';
}
