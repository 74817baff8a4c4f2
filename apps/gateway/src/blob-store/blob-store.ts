import type { Readable } from 'node:stream';

/** What a stored blob is known by: the SHA-256 of its bytes, 64 lower-case hexadecimal digits. */
export interface StoredBlob {
  readonly digest: string;
  readonly sizeBytes: number;
}

export type BlobSource = Uint8Array | AsyncIterable<Uint8Array>;

/** Bytes `start` to `end`, both included, as in an HTTP Range header. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** Takes a blob piece by piece. Exactly one of `finish` and `discard` ends it. */
export interface BlobWriter {
  write(bytes: Uint8Array): Promise<void>;
  /** Resolves when the bytes are durable under their digest. */
  finish(): Promise<StoredBlob>;
  /** Forgets what was written. Does nothing after `finish`. */
  discard(): Promise<void>;
}

/**
 * Immutable bytes by their SHA-256. The class is also Nest's token; which implementation stands behind it is the configuration's choice.
 * Every read is checked against the digest: a flipped bit is reported as StoreDamaged and never served.
 */
export abstract class BlobStore {
  /** Stores bytes and resolves when they are durable. Bytes that are there already are not written again. */
  abstract put(source: BlobSource, signal?: AbortSignal): Promise<StoredBlob>;

  abstract writer(): Promise<BlobWriter>;

  /** Size in bytes, or undefined when there is no such blob. */
  abstract sizeOf(digest: string): Promise<number | undefined>;

  /**
   * The whole blob, checked.
   * @throws StoreDamaged when it is missing, has another size or other bytes
   */
  abstract read(digest: string, signal?: AbortSignal): Promise<Uint8Array>;

  /**
   * The blob, or a part of it, as a stream. It is checked as a whole before the first byte leaves.
   * @throws StoreDamaged when it is missing or has other bytes
   * @throws RangeError when the range is not inside the blob
   */
  abstract stream(digest: string, range?: ByteRange, signal?: AbortSignal): Promise<Readable>;

  /**
   * Removes a blob that nothing names any more. Whoever stores the same bytes at this moment and names them afterwards keeps them: storing makes a blob new again.
   * @param unusedMs how long ago it must have been stored last
   */
  abstract remove(digest: string, unusedMs: number): Promise<'REMOVED' | 'TOO_NEW' | 'MISSING'>;
}
