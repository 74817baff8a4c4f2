import type { Readable, Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { BadRequest, Cancelled, PayloadTooLarge, UnsupportedMediaType } from '#libs/errors';

/** The most bytes of a body, as it arrives and after decompression. */
export interface BodyLimits {
  readonly bodyBytes: number;
  readonly decompressedBytes: number;
}

/**
 * Reads a body, decompressing as it comes, and stops at the first byte too many: what is beyond is neither read nor kept.
 * @param declaredBytes the header `content-length`, or 0
 * @param encoding the header `content-encoding`; none, or one of gzip, deflate, br
 * @throws PayloadTooLarge, UnsupportedMediaType, BadRequest for a broken stream, or the signal's reason
 */
export function readBody(
  body: Readable,
  encoding: string | undefined,
  limits: BodyLimits,
  declaredBytes: number,
  signal: AbortSignal,
): Promise<Buffer> {
  if (declaredBytes > limits.bodyBytes) throw new PayloadTooLarge(limits.bodyBytes);
  const decoder = createDecoder(encoding);
  const chunks: Buffer[] = [];
  let received = 0;
  let kept = 0;
  return new Promise((resolve, reject) => {
    const finish = (): void => settle(() => resolve(Buffer.concat(chunks)));
    const fail = (error: unknown): void => settle(() => reject(error));
    const keep = (chunk: Buffer): void => {
      kept += chunk.length;
      if (kept > limits.decompressedBytes) fail(new PayloadTooLarge(limits.decompressedBytes));
      else chunks.push(chunk);
    };
    const take = (chunk: Buffer): void => {
      received += chunk.length;
      if (received > limits.bodyBytes) fail(new PayloadTooLarge(limits.bodyBytes));
      else if (!decoder) keep(chunk);
      else if (!decoder.write(chunk)) body.pause();
    };
    const end = (): void => void (decoder ? decoder.end() : finish());
    // `close` comes after `end` too, while a decoder may still be at work.
    const gone = (): void => void (body.readableEnded || fail(new Cancelled()));
    const abort = (): void => fail(signal.reason);
    const settle = (answer: () => void): void => {
      body.off('data', take).off('end', end).off('error', gone).off('close', gone).pause();
      body.on('error', () => {}); // a client that goes away now is nobody's concern
      signal.removeEventListener('abort', abort);
      decoder
        ?.removeAllListeners()
        .on('error', () => {})
        .destroy();
      answer();
    };
    decoder
      ?.on('data', keep)
      .on('end', finish)
      .on('drain', () => body.resume());
    decoder?.on('error', () => fail(new BadRequest('The body does not decompress by the encoding that it names.')));
    signal.addEventListener('abort', abort, { once: true });
    if (signal.aborted) return abort();
    body.on('data', take).on('end', end).on('error', gone).on('close', gone);
  });
}

function createDecoder(encoding: string | undefined): Transform | undefined {
  switch (encoding?.trim().toLowerCase()) {
    case undefined:
    case '':
    case 'identity':
      return undefined;
    case 'gzip':
      return createGunzip();
    case 'deflate':
      return createInflate();
    case 'br':
      return createBrotliDecompress();
    default:
      throw new UnsupportedMediaType('Send the body as it is, or compressed once by gzip, deflate or br.');
  }
}
