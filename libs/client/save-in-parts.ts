import { createHash } from 'node:crypto';
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { get, type CallOptions, type Connection } from './http.js';
import { GatewayBadAnswer } from './tessera-error.js';

/** Each part has the time of one call. */
const PART_BYTES = 32 * 1024 * 1024;

/** What a file must be. */
export interface KnownFile {
  readonly sizeBytes: number;
  /** SHA-256, hexadecimal. */
  readonly sha256: string;
}

/** How a download may be bounded, and who is told of it. */
export interface SaveOptions extends CallOptions {
  /** Told after each piece how many bytes are there. */
  readonly onBytes?: (done: number) => void;
}

/**
 * Saves a large file part by part. It appears under its name only when it is whole and has the digest.
 * @throws GatewayBadAnswer when the bytes are others
 */
export async function saveInParts(
  connection: Connection,
  href: string,
  file: string,
  { sizeBytes, sha256 }: KnownFile,
  { onBytes, ...options }: SaveOptions,
): Promise<void> {
  const partial = `${file}.${process.pid}.partial`;
  let output: FileHandle | null = null;
  const hash = createHash('sha256');
  let done = 0;
  try {
    while (done < sizeBytes) {
      const last = Math.min(done + PART_BYTES, sizeBytes) - 1;
      const before = done;
      await get(connection, href, { ...options, headers: { range: `bytes=${done}-${last}` } }, async ({ body }) => {
        // Not before the gateway has said yes: a refusal leaves no folder behind.
        output ??= await create(partial);
        for await (const piece of pieces(body)) {
          hash.update(piece);
          await output.writeFile(piece);
          done += piece.byteLength;
          onBytes?.(done);
        }
      });
      if (done !== last + 1 || done === before) throw new GatewayBadAnswer('a part of a file has another length');
    }
    if (hash.digest('hex') !== sha256) throw new GatewayBadAnswer('a file of it has another SHA-256 than was said');
    output ??= await create(partial);
    await output.close();
    output = null;
    await rename(partial, file);
  } finally {
    await output?.close().catch(() => undefined);
    await rm(partial, { force: true });
  }
}

async function create(file: string): Promise<FileHandle> {
  await mkdir(dirname(file), { recursive: true });
  return open(file, 'w');
}

async function* pieces(body: ReadableStream<Uint8Array> | null): AsyncGenerator<Uint8Array> {
  const reader = body?.getReader();
  if (!reader) return;
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
