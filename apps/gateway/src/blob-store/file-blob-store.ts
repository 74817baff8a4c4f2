import { StoreDamaged } from '#libs/errors';
import { LRUCache } from 'lru-cache';
import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { BlobFileWriter } from './blob-file-writer.js';
import { checkBytes, PIECE_BYTES } from './check-bytes.js';
import { BlobStore, type BlobSource, type BlobWriter, type ByteRange, type StoredBlob } from './blob-store.js';

const DIGEST = /^[0-9a-f]{64}$/;
// A draft that nobody has written to for this long has no writer any more, on whichever host it was.
const ABANDONED_MS = 24 * 60 * 60 * 1000;

/**
 * Blobs as files, `<root>/ab/cdef...` for the digest `abcdef...`. Durable before acknowledged: the draft is synced, renamed, and its
 * folder synced. Several processes may share the folder.
 *
 * Checking: `read` hashes every blob on every read, in pieces of 512 KiB between which the event loop is free (about 1 ms per MiB in
 * all). `stream` serves parts of large blobs, where hashing the whole for each part would cost too much: it hashes a blob once per
 * process and file state (inode, size, time of change), and again after an hour.
 */
export class FileBlobStore extends BlobStore {
  private readonly checked = new LRUCache<string, string>({ max: 10_000, ttl: 60 * 60 * 1000 });

  private constructor(private readonly root: string) {
    super();
  }

  /**
   * Opens the folder, creates it when it is missing, and removes drafts that a killed process left.
   * @param isExclusive whether no other process uses the folder; then every draft is a leftover, whatever its age
   */
  static async open(root: string, options: { readonly isExclusive?: boolean } = {}): Promise<FileBlobStore> {
    const store = new FileBlobStore(root);
    await mkdir(store.drafts, { recursive: true });
    await store.removeLeftovers(options.isExclusive ? 0 : ABANDONED_MS);
    return store;
  }

  async put(source: BlobSource, signal?: AbortSignal): Promise<StoredBlob> {
    const writer = await this.writer();
    try {
      for await (const bytes of source instanceof Uint8Array ? [source] : source) {
        signal?.throwIfAborted();
        await writer.write(bytes);
      }
      return await writer.finish();
    } catch (error) {
      await writer.discard();
      throw error;
    }
  }

  async writer(): Promise<BlobWriter> {
    return BlobFileWriter.open(this.drafts, (digest) => this.placeOf(digest));
  }

  async sizeOf(digest: string): Promise<number | undefined> {
    const found = await stat(this.placeOf(digest)).catch(() => undefined);
    return found?.size;
  }

  async read(digest: string, signal?: AbortSignal): Promise<Uint8Array> {
    const handle = await this.openBlob(digest);
    try {
      const { size } = await handle.stat();
      const bytes = new Uint8Array(size);
      await checkBytes(handle, digest, bytes, signal);
      return bytes;
    } finally {
      await handle.close();
    }
  }

  async stream(digest: string, range?: ByteRange, signal?: AbortSignal): Promise<Readable> {
    const handle = await this.openBlob(digest);
    try {
      const { size, ino, mtimeMs } = await handle.stat();
      if (range && !isInside(range, size)) throw new RangeError('The byte range is not inside the blob.');
      const state = `${ino}:${size}:${mtimeMs}`;
      if (this.checked.get(digest) !== state) {
        await checkBytes(handle, digest, undefined, signal);
        this.checked.set(digest, state);
      }
    } finally {
      await handle.close();
    }
    const highWaterMark = PIECE_BYTES;
    return createReadStream(this.placeOf(digest), { ...range, ...(signal ? { signal } : {}), highWaterMark });
  }

  async remove(digest: string, unusedMs: number): Promise<'REMOVED' | 'TOO_NEW' | 'MISSING'> {
    const place = this.placeOf(digest);
    const isNew = async (path: string): Promise<boolean> => Date.now() - (await stat(path)).mtimeMs < unusedMs;
    const aside = join(this.drafts, randomUUID());
    try {
      if (await isNew(place)) return 'TOO_NEW';
      // Out of the way first: whoever stores the same bytes from now on writes them again.
      await rename(place, aside);
      // Somebody may have stored them between the two.
      if (await isNew(aside)) {
        await rename(aside, place);
        return 'TOO_NEW';
      }
      await rm(aside, { force: true });
      return 'REMOVED';
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 'MISSING';
      throw error;
    }
  }

  private get drafts(): string {
    return join(this.root, 'drafts');
  }

  private placeOf(digest: string): string {
    // A digest becomes a path: anything else must never get this far.
    if (!DIGEST.test(digest)) throw new RangeError('A blob is named by 64 lower-case hexadecimal digits.');
    return join(this.root, digest.slice(0, 2), digest.slice(2));
  }

  private async openBlob(digest: string): Promise<FileHandle> {
    try {
      return await open(this.placeOf(digest), 'r');
    } catch (cause) {
      if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') {
        throw new StoreDamaged('a stored file is missing', { cause });
      }
      throw cause;
    }
  }

  private async removeLeftovers(olderThanMs: number): Promise<void> {
    for (const name of await readdir(this.drafts)) {
      const draft = join(this.drafts, name);
      const found = await stat(draft).catch(() => undefined);
      if (found && Date.now() - found.mtimeMs >= olderThanMs) await rm(draft, { force: true });
    }
  }
}

function isInside(range: ByteRange, size: number): boolean {
  return Number.isInteger(range.start) && range.start >= 0 && range.start <= range.end && range.end < size;
}
