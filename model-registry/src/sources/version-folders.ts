import { createHash } from 'node:crypto';
import type { BigIntStats } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { ModelArtifact } from '../card/model-card.js';
import { type ConfinedDirectory, FileRefused, readUpTo, type DirectoryEntry } from './confined-directory.js';
import { JsonRefused, parseStrictJson } from './parse-json.js';
import type { ProposedDocument, ProposedVersion, VersionFiles } from './registry-source.js';
import { shownPath } from './shown-path.js';
import { StatCache } from './stat-cache.js';

/** The largest card, record or aliases file that is read, in bytes. */
export const MAX_DOCUMENT_BYTES = 1024 * 1024;
/** As many as a directory of records may hold. */
export const MAX_RECORDS = 500;

type Content =
  { readonly kind: 'JSON'; readonly json: unknown } | { readonly kind: 'UNREADABLE'; readonly reason: string };

/** Reads folders that hold one version each, and remembers what it made of files that have not changed. */
export class VersionFolders {
  private readonly contents = new StatCache<Content>();
  private readonly hashes = new StatCache<string>();

  /** @param written the SHA-256 of files that this process wrote itself, where it knows it */
  constructor(private readonly written: (stat: BigIntStats) => string | undefined = () => undefined) {}

  /** Starts a reading: what no reading in a row asks for is forgotten. */
  turn(): void {
    this.contents.turn();
    this.hashes.turn();
  }

  /** `<name>/<version>` with its card and records as they are; nobody has judged them. */
  async version(directory: ConfinedDirectory, name: string, version: string): Promise<ProposedVersion> {
    const folder = `${name}/${version}`;
    return { name, version, ...(await this.documents(directory, folder)), files: this.filesOf(directory, folder) };
  }

  /** Card and records of one folder. */
  async documents(
    directory: ConfinedDirectory,
    folder: string,
  ): Promise<Pick<ProposedVersion, 'card' | 'calibrations'>> {
    const card = await this.document(directory, join(folder, 'model-card.json'));
    return { card, calibrations: await this.records(directory, join(folder, 'calibrations')) };
  }

  /** The artifacts below a folder. */
  filesOf(directory: ConfinedDirectory, folder: string): VersionFiles {
    return {
      place: directory.locate(folder),
      locate: (path) => directory.locate(join(folder, path)),
      check: (artifact, signal) => this.checkArtifact(directory, join(folder, artifact.path), artifact, signal),
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

  /** One JSON file: read anew where it has changed. */
  async document(directory: ConfinedDirectory, path: string): Promise<ProposedDocument> {
    const shown = shownPath(path);
    try {
      return await directory.withFile(path, async (file, stat) => {
        const content = await this.contents.remember(path, stat, () => readDocument(file, stat));
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
        const found = await this.hashes.remember(path, stat, async () => this.written(stat) ?? sha256Of(file, signal));
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

/** Never the file system's own words: they hold the path. */
function reasonOf(error: unknown): string {
  return error instanceof FileRefused ? error.message : 'the file cannot be read';
}
