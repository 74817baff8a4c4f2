import { mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { get, type Connection } from './http.js';
import type { SaveOptions } from './save-in-parts.js';
import { GatewayBadAnswer } from './tessera-error.js';

/** Each part has the time of one call. */
const PART_BYTES = 32 * 1024 * 1024;

/** What was begun: of which address, and under which ETag. */
interface Begun {
  readonly href: string;
  readonly etag: string;
}

interface Part {
  readonly etag: string | null;
  /** Where it begins in the file, and how long the file is. */
  readonly start: number;
  readonly sizeBytes: number;
  readonly bytes: Uint8Array;
}

/**
 * Saves a large file part by part, and goes on with what an earlier call left: `FILE.partial` has the bytes, `FILE.partial.json` says of which address and ETag they are. A file that has
 * become another one meanwhile is begun anew. It appears under its name only when it is whole.
 * @returns its size, and how many bytes were there before
 * @throws GatewayBadAnswer for parts that do not fit together
 */
export async function saveResumable(
  connection: Connection,
  href: string,
  file: string,
  { onBytes, ...options }: SaveOptions,
): Promise<{ readonly sizeBytes: number; readonly resumedAt: number }> {
  const [partial, note] = [`${file}.partial`, `${file}.partial.json`];
  let begun = await begunBefore(partial, note, href);
  // One byte less: a range that begins at the end of a file that is all there would be refused.
  let done = begun ? Math.max(0, (await stat(partial)).size - 1) : 0;
  let resumedAt = done;
  let sizeBytes = Infinity;
  while (done < sizeBytes) {
    const range = `bytes=${done}-${done + PART_BYTES - 1}`;
    const headers = { range, ...(begun && { 'if-range': begun.etag }) };
    const part = await get(connection, href, { ...options, headers }, readPart);
    // Where the file is another one by now, all of it came instead of a part.
    if (part.start !== done && part.start !== 0) throw new GatewayBadAnswer('a part of a file begins elsewhere');
    if (part.start === 0) done = resumedAt = 0;
    if (part.etag === null) throw new GatewayBadAnswer('a file has no ETag, by which it could be gone on with');
    if (begun && done > 0 && part.etag !== begun.etag)
      throw new GatewayBadAnswer('a part is of another file than the one before');
    if (part.bytes.byteLength === 0 && part.sizeBytes > done) throw new GatewayBadAnswer('a part of a file is empty');
    await mkdir(dirname(file), { recursive: true });
    if (done === 0) await writeFile(note, JSON.stringify({ href, etag: part.etag }));
    begun = { href, etag: part.etag };
    await append(partial, part.bytes, done);
    done += part.bytes.byteLength;
    ({ sizeBytes } = part);
    onBytes?.(done);
  }
  if (done !== sizeBytes) throw new GatewayBadAnswer('a file is longer than was said');
  await rename(partial, file);
  await rm(note, { force: true });
  return { sizeBytes, resumedAt };
}

async function begunBefore(partial: string, note: string, href: string): Promise<Begun | null> {
  try {
    const begun: unknown = JSON.parse(await readFile(note, 'utf8'));
    await stat(partial);
    const isOurs = typeof begun === 'object' && begun !== null && 'href' in begun && 'etag' in begun;
    return isOurs && begun.href === href && typeof begun.etag === 'string' ? { href, etag: begun.etag } : null;
  } catch {
    // Nothing was begun, or nothing that can be gone on with.
    return null;
  }
}

async function readPart(response: Response): Promise<Part> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  const etag = response.headers.get('etag');
  if (response.status !== 206) return { etag, start: 0, sizeBytes: bytes.byteLength, bytes };
  const [, start, size] = /^bytes (\d+)-\d+\/(\d+)$/.exec(response.headers.get('content-range') ?? '') ?? [];
  if (start === undefined || size === undefined) throw new GatewayBadAnswer('a part of a file says not which it is');
  return { etag, start: Number(start), sizeBytes: Number(size), bytes };
}

async function append(partial: string, bytes: Uint8Array, at: number): Promise<void> {
  const output = await open(partial, at === 0 ? 'w' : 'r+');
  try {
    // One write may take a part of it: on a disk that is nearly full the next one says so.
    for (let from = 0; from < bytes.byteLength;)
      from += (await output.write(bytes, from, bytes.byteLength - from, at + from)).bytesWritten;
  } finally {
    await output.close();
  }
}
