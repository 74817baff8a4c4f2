import { createHash } from 'node:crypto';
import { constants, fstatSync, openSync, readSync, type Stats } from 'node:fs';
import { resolve } from 'node:path';
import { ArtifactInvalid } from '#libs/errors';

const BLOCK_BYTES = 1024 * 1024;

/** A regular file that is open for reading, as it was when it was opened. Used in the worker only: every call blocks. */
export interface OpenFile {
  /** absolute */
  readonly path: string;
  readonly fd: number;
  readonly stats: Stats;
  /** the first bytes, at most 64 */
  readonly start: Uint8Array;
}

/**
 * Opens a file for reading. A named pipe does not block it and a directory or device is refused.
 * @throws ArtifactInvalid when it is missing, not readable, no regular file, empty or larger than the limit
 */
export function openRegularFile(path: string, maxFileBytes: number): OpenFile {
  const fd = open(path);
  const stats = fstatSync(fd);
  if (!stats.isFile()) throw new ArtifactInvalid('it is not a regular file');
  if (stats.size === 0) throw new ArtifactInvalid('it is empty');
  if (stats.size > maxFileBytes) throw new ArtifactInvalid(`it is larger than ${maxFileBytes} bytes`);
  const start = Buffer.alloc(64);
  const length = readSync(fd, start, 0, start.length, 0);
  return { path: resolve(path), fd, stats, start: start.subarray(0, length) };
}

/** Whether the file is still the one that was opened: same size and time of change. */
export function isUnchanged(file: OpenFile): boolean {
  return isSameFile(file.stats, fstatSync(file.fd));
}

/** Whether two looks at a file saw the same file in the same state. */
export function isSameFile(a: Stats, b: Stats): boolean {
  return a.dev === b.dev && a.ino === b.ino && a.size === b.size && a.mtimeMs === b.mtimeMs;
}

/**
 * Reads a file once from start to end.
 * @param onBlock gets each block with the last 63 bytes of the one before in front, so that a short pattern is never cut in two
 * @returns SHA-256 of the content, lower-case hex
 */
export function digestOf(file: OpenFile, onBlock?: (bytes: Buffer) => void): string {
  const overlap = 63;
  const hash = createHash('sha256');
  const buffer = Buffer.alloc(overlap + BLOCK_BYTES);
  for (let position = 0; position < file.stats.size;) {
    const length = readSync(file.fd, buffer, overlap, BLOCK_BYTES, position);
    if (length === 0) throw new ArtifactInvalid('it became shorter while it was read');
    hash.update(buffer.subarray(overlap, overlap + length));
    onBlock?.(buffer.subarray(0, overlap + length));
    buffer.copyWithin(0, length, length + overlap);
    position += length;
  }
  return hash.digest('hex');
}

/** The whole content. @throws ArtifactInvalid when the file became shorter meanwhile */
export function readAll(file: OpenFile): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(file.stats.size);
  for (let position = 0; position < bytes.length;) {
    const length = readSync(file.fd, bytes, position, Math.min(bytes.length - position, 64 * BLOCK_BYTES), position);
    if (length === 0) throw new ArtifactInvalid('it became shorter while it was read');
    position += length;
  }
  return bytes;
}

function open(path: string): number {
  try {
    return openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (error) {
    const isMissing =
      error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
    throw new ArtifactInvalid(isMissing ? 'there is no such file' : 'it cannot be opened');
  }
}
