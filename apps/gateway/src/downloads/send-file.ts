import { Readable } from 'node:stream';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { parseRange } from './parse-range.js';

/** Immutable bytes with a name for their content. */
export interface DownloadFile {
  /** What the strong ETag is made of: equal text, equal bytes. */
  readonly identity: string;
  readonly contentType: string;
  readonly sizeBytes: number;
  /** True where another release may have other bytes under the same address, so that a copy is kept and asked about again. */
  readonly isReplaced?: boolean;
  /** Bytes `start` to `end`, both included. */
  readonly open: (start: number, end: number) => Promise<Readable>;
}

/** A file that is in memory already. */
export function fileOf(identity: string, contentType: string, bytes: Uint8Array): DownloadFile {
  return {
    identity,
    contentType,
    sizeBytes: bytes.byteLength,
    open: async (start, end) => Readable.from([bytes.subarray(start, end + 1)]),
  };
}

/**
 * Answers 304 where the client has the file already. For files that cost something to make: ask here before making them.
 * @param identity as of the file that would be sent
 * @returns whether it has answered
 */
export async function sendUnchanged(request: FastifyRequest, reply: FastifyReply, identity: string): Promise<boolean> {
  const etag = `"${identity}"`;
  if (!matches(request.headers['if-none-match'], etag)) return false;
  await describe(reply, etag).code(304).send();
  return true;
}

/** Answers with a file, a part of it (Range, RFC 9110 section 14) or 304: content under an ETag never changes, and few addresses ever get another. */
export async function sendFile(
  request: FastifyRequest,
  reply: FastifyReply,
  file: DownloadFile,
): Promise<FastifyReply> {
  const etag = `"${file.identity}"`;
  void describe(reply, etag, file.isReplaced);
  if (matches(request.headers['if-none-match'], etag)) return reply.code(304).send();
  const isWhole = request.headers['if-range'] !== undefined && request.headers['if-range'] !== etag;
  const range = isWhole ? null : parseRange(request.headers.range, file.sizeBytes);
  if (range === 'unsatisfiable') return reply.code(416).header('content-range', `bytes */${file.sizeBytes}`).send();
  const { start, end } = range ?? { start: 0, end: file.sizeBytes - 1 };
  if (range) void reply.code(206).header('content-range', `bytes ${start}-${end}/${file.sizeBytes}`);
  void reply.header('content-type', file.contentType).header('content-length', String(end - start + 1));
  return reply.send(await file.open(start, end));
}

function describe(reply: FastifyReply, etag: string, isReplaced = false): FastifyReply {
  return reply
    .header('etag', etag)
    .header('cache-control', isReplaced ? 'private, no-cache' : 'private, max-age=31536000, immutable')
    .header('accept-ranges', 'bytes');
}

function matches(header: string | undefined, etag: string): boolean {
  return (
    header !== undefined &&
    (header.trim() === '*' || header.split(',').some((candidate) => candidate.trim().replace(/^W\//, '') === etag))
  );
}
