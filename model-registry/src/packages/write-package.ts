import { mkdir, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { StoreReadOnly } from '#libs/errors';
import type { VersionPackage } from './version-package.js';

const REFUSED = new Set(['ENOSPC', 'EDQUOT', 'EFBIG', 'EROFS', 'EIO', 'EACCES']);

/**
 * Writes a version as a folder of a directory of models, each file and folder synced. What is written is what was read and compared, piece by
 * piece: the source may change meanwhile, and then the copy is refused.
 * @throws ArtifactInvalid, Cancelled, StoreReadOnly
 */
export async function writePackage(
  folder: string,
  { card, records, files }: VersionPackage,
  signal: AbortSignal,
  onBytes: (count: number) => void,
): Promise<void> {
  const folders = new Set([folder]);
  const write = async (path: string, pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<void> => {
    const place = join(folder, path);
    for (let parent = dirname(place); parent.length >= folder.length; parent = dirname(parent)) folders.add(parent);
    await writeDurably(() => mkdir(dirname(place), { recursive: true }));
    await writeFile(place, pieces);
  };
  await write('model-card.json', [jsonBytes(card)]);
  for (const { record } of records) await write(join('calibrations', `${record.id}.json`), [jsonBytes(record)]);
  for (const file of files) await write(file.path, counted(file.read(signal), onBytes));
  // The innermost first: a folder is on the disk when the one that names it is.
  const innermost = [...folders].sort((a, b) => b.length - a.length);
  for (const place of innermost) await writeDurably(() => syncFolder(place));
}

/** @throws StoreReadOnly where the disk takes nothing more */
export async function writeDurably<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    const isRefused = cause instanceof Error && 'code' in cause && REFUSED.has(String(cause.code));
    throw isRefused ? new StoreReadOnly({ cause }) : cause;
  }
}

/** Names of files are on the disk when their folder is. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function writeFile(place: string, pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<void> {
  const file = await writeDurably(() => open(place, 'wx', 0o644));
  try {
    for await (const piece of pieces) await writeDurably(() => writeAll(file, piece));
    await writeDurably(() => file.sync());
  } finally {
    await file.close();
  }
}

/** FileHandle.write may take less than it was given. */
async function writeAll(file: Awaited<ReturnType<typeof open>>, piece: Uint8Array): Promise<void> {
  for (let written = 0; written < piece.byteLength;) {
    const { bytesWritten } = await file.write(piece, written, piece.byteLength - written);
    written += bytesWritten;
  }
}

async function* counted(
  pieces: AsyncIterable<Uint8Array>,
  onBytes: (count: number) => void,
): AsyncGenerator<Uint8Array, void> {
  for await (const piece of pieces) {
    yield piece;
    onBytes(piece.byteLength);
  }
}

function jsonBytes(document: unknown): Uint8Array {
  return Buffer.from(`${JSON.stringify(document, null, 2)}\n`);
}
