/** The bytes of a body grew over the limit. */
export class BodyTooLarge extends Error {
  constructor(readonly maxBytes: number) {
    super(`The body is over ${maxBytes} bytes.`);
  }
}

/** How a body is gathered. */
export interface BodyOptions {
  /** The announced length, or null; memory is taken for it at once, so it is checked against `maxBytes` first. */
  readonly contentLength: number | null;
  readonly maxBytes: number;
  /** The byte that gets an address divisible by 8: the end of the JSON part, so that binary tensors behind it can be read in place. */
  readonly alignAt: number;
  /** Gives memory of at least so many bytes, which may hold anything; new memory where this is left out. */
  readonly take?: (bytes: number) => ArrayBuffer;
}

const UNKNOWN_LENGTH = 64 * 1024;

/** Gathers the chunks of a body in one buffer of its own. */
export class BodyBuffer {
  private buffer: Uint8Array<ArrayBuffer>;
  private readonly start: number;
  private end: number;

  /** @throws BodyTooLarge when more than `maxBytes` are announced */
  constructor(private readonly options: BodyOptions) {
    const { contentLength, maxBytes, alignAt, take } = options;
    if (contentLength !== null && contentLength > maxBytes) throw new BodyTooLarge(maxBytes);
    this.start = this.end = (8 - (alignAt % 8)) % 8;
    const length = this.start + (contentLength ?? UNKNOWN_LENGTH);
    this.buffer = new Uint8Array(take?.(length) ?? new ArrayBuffer(length));
  }

  /** Takes the next bytes. @throws BodyTooLarge as soon as more than `maxBytes` have come */
  add(chunk: Uint8Array): void {
    const { start, end } = this;
    const { maxBytes } = this.options;
    const needed = end + chunk.byteLength;
    if (needed - start > maxBytes) throw new BodyTooLarge(maxBytes);
    if (needed > this.buffer.byteLength) this.buffer = grow(this.buffer, needed, start + maxBytes);
    this.buffer.set(chunk, end);
    this.end = needed;
  }

  /** What has come. */
  bytes(): Uint8Array<ArrayBuffer> {
    return this.buffer.subarray(this.start, this.end);
  }
}

/** Gathers the chunks of a body into one buffer of its own (see BodyBuffer). @throws BodyTooLarge */
export async function readIntoBuffer(
  chunks: AsyncIterable<Uint8Array>,
  options: BodyOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  const body = new BodyBuffer(options);
  for await (const chunk of chunks) body.add(chunk);
  return body.bytes();
}

function grow(buffer: Uint8Array<ArrayBuffer>, needed: number, limit: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(Math.min(Math.max(needed, buffer.byteLength * 2), Math.max(needed, limit)));
  larger.set(buffer);
  return larger;
}
