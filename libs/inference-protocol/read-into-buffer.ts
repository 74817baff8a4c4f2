/** The bytes of a body grew over the limit. */
export class BodyTooLarge extends Error {
  constructor(readonly maxBytes: number) {
    super(`The body is over ${maxBytes} bytes.`);
  }
}

/**
 * Gathers the chunks of a body into one buffer of its own, laid out so that the byte `alignAt` (the end of the JSON part) has an
 * address divisible by 8: binary tensors behind it can then be read in place.
 * @param contentLength the announced length, or null; memory is taken for it at once, so it is checked against `maxBytes` first
 * @throws BodyTooLarge as soon as more than `maxBytes` are announced or have come
 */
export async function readIntoBuffer(
  chunks: AsyncIterable<Uint8Array>,
  options: { readonly contentLength: number | null; readonly maxBytes: number; readonly alignAt: number },
): Promise<Uint8Array<ArrayBuffer>> {
  const { contentLength, maxBytes } = options;
  if (contentLength !== null && contentLength > maxBytes) throw new BodyTooLarge(maxBytes);
  const offset = (8 - (options.alignAt % 8)) % 8;
  let buffer = new Uint8Array(offset + (contentLength ?? 64 * 1024));
  let end = offset;
  for await (const chunk of chunks) {
    if (end - offset + chunk.byteLength > maxBytes) throw new BodyTooLarge(maxBytes);
    if (end + chunk.byteLength > buffer.byteLength) buffer = grow(buffer, end + chunk.byteLength, offset + maxBytes);
    buffer.set(chunk, end);
    end += chunk.byteLength;
  }
  return buffer.subarray(offset, end);
}

function grow(buffer: Uint8Array<ArrayBuffer>, needed: number, limit: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(Math.min(Math.max(needed, buffer.byteLength * 2), Math.max(needed, limit)));
  larger.set(buffer);
  return larger;
}
