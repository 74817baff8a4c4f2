import { StoreReadOnly } from '#libs/errors';
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm, utimes, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isWhole, PIECE_BYTES } from './check-bytes.js';
import type { BlobWriter, StoredBlob } from './blob-store.js';

const REFUSED = new Set(['ENOSPC', 'EDQUOT', 'EFBIG', 'EROFS', 'EIO']);

/** Writes one blob to a draft file, and moves it to its digest's place when it is whole and on the disk. */
export class BlobFileWriter implements BlobWriter {
  private readonly hash = createHash('sha256');
  private sizeBytes = 0;
  private isOpen = true;

  private constructor(
    private readonly draft: string,
    private readonly handle: FileHandle,
    private readonly placeOf: (digest: string) => string,
  ) {}

  static async open(draftsFolder: string, placeOf: (digest: string) => string): Promise<BlobFileWriter> {
    const draft = join(draftsFolder, randomUUID());
    return new BlobFileWriter(draft, await orReadOnly(open(draft, 'wx', 0o644)), placeOf);
  }

  async write(bytes: Uint8Array): Promise<void> {
    for (let start = 0; start < bytes.byteLength; start += PIECE_BYTES) {
      const piece = bytes.subarray(start, start + PIECE_BYTES);
      await orReadOnly(writeAll(this.handle, piece));
      this.hash.update(piece);
      this.sizeBytes += piece.byteLength;
    }
  }

  async finish(): Promise<StoredBlob> {
    await orReadOnly(this.handle.sync());
    await this.close();
    const digest = this.hash.digest('hex');
    const place = this.placeOf(digest);
    // A file that was damaged meanwhile is replaced. A good one stays, and is new from now on: nobody removes it before its name is written.
    const isThere = (await isWhole(place, digest)) && (await orReadOnly(isTouched(place)));
    if (!isThere) await orReadOnly(moveDurably(this.draft, place));
    else await Promise.all([syncFolder(dirname(place)), rm(this.draft, { force: true })]);
    return { digest, sizeBytes: this.sizeBytes };
  }

  async discard(): Promise<void> {
    await this.close();
    await rm(this.draft, { force: true });
  }

  private async close(): Promise<void> {
    if (!this.isOpen) return;
    this.isOpen = false;
    await this.handle.close();
  }
}

/** FileHandle.write may take less than it was given. */
async function writeAll(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  let written = 0;
  while (written < bytes.byteLength) {
    const { bytesWritten } = await handle.write(bytes, written, bytes.byteLength - written);
    written += bytesWritten;
  }
}

/** A rename is durable when the folders that name the file are. */
async function moveDurably(from: string, to: string): Promise<void> {
  const folder = dirname(to);
  const isFirst = await rename(from, to).then(
    () => false,
    // There are 256 folders, and each is missing once.
    async () => {
      await mkdir(folder, { recursive: true });
      await rename(from, to);
      return true;
    },
  );
  await syncFolder(folder);
  if (isFirst) await syncFolder(dirname(folder));
}

/** False where the file has gone. */
async function isTouched(path: string): Promise<boolean> {
  const now = new Date();
  try {
    await utimes(path, now, now);
    return true;
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return false;
    throw cause;
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function orReadOnly<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (cause) {
    const isRefused = cause instanceof Error && 'code' in cause && REFUSED.has(String(cause.code));
    throw isRefused ? new StoreReadOnly({ cause }) : cause;
  }
}
