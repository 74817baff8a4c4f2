import { constants, type BigIntStats } from 'node:fs';
import { open, readdir, realpath, type FileHandle } from 'node:fs/promises';
import { join, sep } from 'node:path';

/** Reads at most this much of a file that grows while it is read. */
export async function readUpTo(file: FileHandle, bytes: number): Promise<Uint8Array> {
  const buffer = Buffer.alloc(bytes);
  let filled = 0;
  while (filled < bytes) {
    const { bytesRead } = await file.read(buffer, filled, bytes - filled, filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return buffer.subarray(0, filled);
}

/** Why a file was not opened; words that may be shown. */
export class FileRefused extends Error {}

export interface DirectoryEntry {
  readonly name: string;
  readonly kind: 'DIRECTORY' | 'FILE' | 'LEAVES_SOURCE' | 'OTHER';
}

/** A directory whose files are read, and nothing outside it: links are followed and must stay inside. */
export class ConfinedDirectory {
  private constructor(private readonly root: string) {}

  /** @throws the file system's error if the directory is not there or not readable */
  static async open(directory: string): Promise<ConfinedDirectory> {
    const root = await realpath(directory);
    await readdir(root);
    return new ConfinedDirectory(root);
  }

  /** The absolute path of a place inside, as a string only: nothing is looked at. */
  locate(relativePath: string): string {
    return join(this.root, relativePath);
  }

  /**
   * The entries of a directory, sorted by name, hidden ones left out. Empty if there is no such directory.
   * @throws the file system's error if it is there and cannot be listed: nobody may take that for an empty one
   */
  async list(relativePath: string): Promise<readonly DirectoryEntry[]> {
    const directory = await this.resolve(relativePath).catch(() => null);
    if (directory === null) return [];
    const entries = await readdir(directory, { withFileTypes: true }).catch((error: unknown) => {
      if (isAbsent(error)) return [];
      throw error;
    });
    const shown = entries.filter((entry) => !entry.name.startsWith('.'));
    const kinds = shown.map(async (entry): Promise<DirectoryEntry> => {
      if (entry.isDirectory()) return { name: entry.name, kind: 'DIRECTORY' };
      if (entry.isFile()) return { name: entry.name, kind: 'FILE' };
      if (!entry.isSymbolicLink()) return { name: entry.name, kind: 'OTHER' };
      return { name: entry.name, kind: await this.kindOfLink(join(relativePath, entry.name)) };
    });
    return (await Promise.all(kinds)).sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /**
   * Opens a regular file and hands it to `use`; closes it afterwards. A pipe or device is not waited for.
   * @throws FileRefused if it is missing, not a regular file, not readable or outside of the directory
   */
  async withFile<T>(relativePath: string, use: (file: FileHandle, stat: BigIntStats) => Promise<T>): Promise<T> {
    const { file, stat } = await this.openFile(relativePath);
    try {
      return await use(file, stat);
    } finally {
      await file.close();
    }
  }

  /**
   * Opens a regular file for whoever closes it.
   * @throws FileRefused as `withFile` does
   */
  async openFile(relativePath: string): Promise<{ readonly file: FileHandle; readonly stat: BigIntStats }> {
    const path = await this.resolve(relativePath);
    const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
    const file = await open(path, flags).catch(() => {
      throw new FileRefused('the file cannot be opened');
    });
    try {
      const stat = await file.stat({ bigint: true });
      if (!stat.isFile()) throw new FileRefused('it is not a regular file');
      return { file, stat };
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  private async resolve(relativePath: string): Promise<string> {
    const path = await realpath(this.locate(relativePath)).catch(() => {
      throw new FileRefused('the file is missing or cannot be reached');
    });
    if (path !== this.root && !path.startsWith(this.root + sep)) {
      throw new FileRefused('a link leaves the directory of the source');
    }
    return path;
  }

  private async kindOfLink(relativePath: string): Promise<DirectoryEntry['kind']> {
    const path = await this.resolve(relativePath).catch((error: unknown) => error);
    if (typeof path !== 'string') return isLeaving(path) ? 'LEAVES_SOURCE' : 'OTHER';
    const isDirectory = await readdir(path).then(
      () => true,
      () => false,
    );
    return isDirectory ? 'DIRECTORY' : 'FILE';
  }
}

function isAbsent(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}

function isLeaving(error: unknown): boolean {
  return error instanceof FileRefused && error.message.startsWith('a link leaves');
}
