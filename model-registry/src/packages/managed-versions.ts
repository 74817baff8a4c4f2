import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { RegistryUnavailable } from '#libs/errors';
import type { ModelArtifact } from '../card/model-card.js';
import { ConfinedDirectory } from '../sources/confined-directory.js';
import type { VersionFiles } from '../sources/registry-source.js';
import { stampOf } from '../sources/stat-cache.js';
import { VersionFolders } from '../sources/version-folders.js';
import { watchDirectory } from '../sources/watch-directory.js';
import { syncFolder, writeDurably, writePackage } from './write-package.js';
import type { VersionPackage } from './version-package.js';

const STAGED = '.staged';
/** A copy that nobody has written to for this long has no writer any more, on whichever host it was. */
const ABANDONED_MS = 24 * 60 * 60 * 1000;

/** Where one registered version is. */
export interface ManagedPlace {
  readonly source: string;
  readonly name: string;
  readonly version: string;
  /** The name of its copy, as the journal has it. */
  readonly place: string;
}

/**
 * The directory that holds the files of registered versions, `<source>/<name>/<version>/`: each source's part is laid out as a directory of
 * models. A copy is made aside (`.staged/<place>/`), whole and on the disk, then the journal names it, and only then it is moved to its
 * place: what is in a place was acknowledged. The move is made up for by the next reading when a process was killed before it.
 */
export class ManagedVersions {
  private readonly folders = new Map<string, VersionFolders>();
  /** By their stamps: a file that was hashed while it was written is not hashed again until it changes. */
  private readonly written = new Map<string, string>();

  private constructor(private readonly root: string) {}

  /** Opens the directory, and makes what is missing of it. Several processes may share it. */
  static async open(root: string, sources: readonly string[]): Promise<ManagedVersions> {
    const managed = new ManagedVersions(root);
    await mkdir(join(root, STAGED), { recursive: true });
    for (const source of sources) await mkdir(managed.directoryOf(source), { recursive: true });
    return managed;
  }

  /** The part of a source: a directory of models. */
  directoryOf(source: string): string {
    return join(this.root, source);
  }

  /** Calls back soon after a version came into its place. @returns ends it */
  watch(source: string, onChange: () => void): () => void {
    return watchDirectory(this.directoryOf(source), onChange);
  }

  /**
   * Copies a package aside: every byte is compared with the card while it is written, and on the disk when this comes back.
   * @returns the name of the copy, for the journal
   * @throws ArtifactInvalid, StoreReadOnly, Cancelled; nothing is left then
   */
  async stage(version: VersionPackage, signal: AbortSignal, onBytes: (count: number) => void): Promise<string> {
    const place = randomUUID();
    const folder = this.staged(place);
    try {
      await writePackage(folder, version, signal, onBytes);
      for (const { path, sha256 } of version.files) {
        this.written.set(stampOf(await stat(join(folder, path), { bigint: true })), sha256);
      }
      await writeDurably(() => syncFolder(join(this.root, STAGED)));
      return place;
    } catch (error) {
      await rm(folder, { recursive: true, force: true });
      throw error;
    }
  }

  /** Forgets a copy that the journal does not name. */
  async discard(place: string): Promise<void> {
    await rm(this.staged(place), { recursive: true, force: true });
  }

  /** The files of acknowledged versions of one source, each moved to its place if it is not there yet. */
  async filesOf(source: string, places: readonly ManagedPlace[]): Promise<readonly VersionFiles[]> {
    const folders = this.folders.get(source) ?? new VersionFolders((found) => this.written.get(stampOf(found)));
    this.folders.set(source, folders);
    folders.turn();
    for (const place of places) await this.settle(place);
    const directory = await this.openDirectory(source);
    return places.map(({ name, version }) => folders.filesOf(directory, join(name, version)));
  }

  /** Whether the files are what the card says, every byte of them. */
  async isWhole(
    { source, name, version }: ManagedPlace,
    artifacts: readonly ModelArtifact[],
    signal: AbortSignal,
  ): Promise<boolean> {
    const files = new VersionFolders().filesOf(await this.openDirectory(source), join(name, version));
    for (const artifact of artifacts) if ((await files.check(artifact, signal)) !== null) return false;
    return true;
  }

  /** Puts a whole copy in the place of one whose files were lost or damaged. */
  async replace(old: ManagedPlace, place: string): Promise<void> {
    const target = this.placeOf(old);
    const aside = this.staged(randomUUID());
    await writeDurably(async () => {
      await mkdir(join(target, '..'), { recursive: true });
      if (await isThere(target)) await rename(target, aside);
      await rename(this.staged(place), target);
      await syncFolder(join(target, '..'));
    });
    await rm(aside, { recursive: true, force: true });
  }

  /**
   * Removes copies that were begun and never acknowledged.
   * @param acknowledged the copies that the journal names
   * @param isAlone whether no other process can be making one: then their age does not matter
   */
  async sweep(acknowledged: ReadonlySet<string>, isAlone: boolean): Promise<number> {
    let removed = 0;
    for (const place of await readdir(join(this.root, STAGED))) {
      const found = await stat(this.staged(place)).catch(() => null);
      const isOld = found !== null && (isAlone || Date.now() - found.mtimeMs >= ABANDONED_MS);
      if (!isOld || acknowledged.has(place)) continue;
      await this.discard(place);
      removed += 1;
    }
    return removed;
  }

  /** Two gateways may do this at once: whoever comes second finds it done. */
  private async settle(version: ManagedPlace): Promise<void> {
    const target = this.placeOf(version);
    if (await isThere(target)) return;
    if (!(await isThere(this.staged(version.place)))) return;
    try {
      await mkdir(join(target, '..'), { recursive: true });
      await rename(this.staged(version.place), target);
      await syncFolder(join(target, '..'));
      await syncFolder(this.directoryOf(version.source));
    } catch {
      // Its files are missed when they are checked, and the version says so.
    }
  }

  private openDirectory(source: string): Promise<ConfinedDirectory> {
    return ConfinedDirectory.open(this.directoryOf(source)).catch((cause: unknown) => {
      throw new RegistryUnavailable('the directory of its registered versions is not there', { cause });
    });
  }

  private placeOf({ source, name, version }: ManagedPlace): string {
    return join(this.directoryOf(source), name, version);
  }

  private staged(place: string): string {
    return join(this.root, STAGED, place);
  }
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
