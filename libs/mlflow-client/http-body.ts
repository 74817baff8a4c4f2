import { createHash } from 'node:crypto';
import { addAbortSignal, Readable } from 'node:stream';
import { RegistryBadResponse } from '#libs/errors';

/** Bytes that are sent while they are read, and how many there will be. A piece is good until the next one is asked for. */
export interface StreamedBody {
  readonly pieces: AsyncIterable<Uint8Array>;
  readonly sizeBytes: number;
}

/** Bytes as they are or as they come, anything else as JSON. */
export type HttpBody = Buffer | StreamedBody | object;

export interface Payload {
  readonly data?: Buffer | Readable;
  readonly headers?: Readonly<Record<string, string>>;
  readonly sizeBytes: number;
}

/** The server reads JSON only where it is called that; bytes of a file are called nothing more than that. */
export function payload(body: HttpBody | undefined): Payload {
  if (body === undefined) return { sizeBytes: 0 };
  if (isStreamed(body)) {
    const { pieces, sizeBytes } = body;
    const headers = { 'content-type': 'application/octet-stream', 'content-length': String(sizeBytes) };
    return { data: Readable.from(copied(pieces), { objectMode: false }), headers, sizeBytes };
  }
  const isFile = Buffer.isBuffer(body);
  const data = isFile ? body : Buffer.from(JSON.stringify(body), 'utf8');
  const headers = { 'content-type': isFile ? 'application/octet-stream' : 'application/json' };
  return { data, headers, sizeBytes: data.byteLength };
}

/**
 * Reads an answer and keeps its SHA-256 alone.
 * @throws RegistryBadResponse if it is larger than was allowed
 */
export async function digestOf(answer: Readable, maxBytes: number, signal: AbortSignal): Promise<Buffer> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const piece of addAbortSignal(signal, answer)) {
    bytes += piece.length;
    if (bytes > maxBytes) throw new RegistryBadResponse('its answer is larger than is read of a registry');
    hash.update(piece);
  }
  return hash.digest();
}

function isStreamed(body: HttpBody): body is StreamedBody {
  return 'pieces' in body;
}

async function* copied(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer, void> {
  for await (const piece of pieces) yield Buffer.from(piece);
}
