import { StoreDamaged } from '#libs/errors';
import { createHash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';

// Hashing 512 KiB takes about half a millisecond; between pieces the event loop is free.
export const PIECE_BYTES = 512 * 1024;

/** Reads to the end and compares the digest; keeps the bytes in `into` when it is given, and refuses a file longer than that. */
export async function checkBytes(
  handle: FileHandle,
  digest: string,
  into?: Uint8Array,
  signal?: AbortSignal,
): Promise<void> {
  const hash = createHash('sha256');
  // One byte more than is expected shows a file that is longer; small blobs are many, and a large piece for each costs more than they do.
  const scratch = new Uint8Array(Math.min(PIECE_BYTES, (into?.byteLength ?? PIECE_BYTES) + 1));
  for (let position = 0; ;) {
    signal?.throwIfAborted();
    const { bytesRead } = await handle.read(scratch, 0, scratch.byteLength, position);
    if (bytesRead === 0) break;
    const piece = scratch.subarray(0, bytesRead);
    hash.update(piece);
    if (into && position + bytesRead <= into.byteLength) into.set(piece, position);
    position += bytesRead;
  }
  if (hash.digest('hex') !== digest)
    throw new StoreDamaged('the bytes of a stored file are not the ones that were written');
}

/** Whether the file is there with exactly the bytes of its digest. */
export async function isWhole(file: string, digest: string): Promise<boolean> {
  const handle = await open(file, 'r').catch(() => undefined);
  if (!handle) return false;
  try {
    await checkBytes(handle, digest);
    return true;
  } catch (error) {
    if (error instanceof StoreDamaged) return false;
    throw error;
  } finally {
    await handle.close();
  }
}
