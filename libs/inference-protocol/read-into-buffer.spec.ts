import { describe, expect, it } from 'vitest';
import { BodyTooLarge, readIntoBuffer } from './read-into-buffer.js';

async function* chunks(...sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  let next = 0;
  for (const size of sizes) yield Uint8Array.from({ length: size }, () => next++ % 251);
}

describe('reading a body into one buffer', () => {
  it.each([0, 1, 5, 8, 13])('puts byte %i at an address divisible by 8', async (alignAt) => {
    const body = await readIntoBuffer(chunks(10, 30), { contentLength: 40, maxBytes: 100, alignAt });
    expect((body.byteOffset + alignAt) % 8).toBe(0);
    expect([...body]).toEqual(Array.from({ length: 40 }, (_, i) => i));
  });

  it('reads bodies of unknown length', async () => {
    const body = await readIntoBuffer(chunks(70_000, 1, 90_000), {
      contentLength: null,
      maxBytes: 200_000,
      alignAt: 3,
    });
    expect(body.byteLength).toBe(160_001);
    expect(body.every((value, i) => i >= 70_000 || value === i % 251)).toBe(true);
  });

  it('stops at the limit, announced or met', async () => {
    const limit = { maxBytes: 50, alignAt: 0 };
    await expect(readIntoBuffer(chunks(1), { ...limit, contentLength: 51 })).rejects.toThrow(BodyTooLarge);
    await expect(readIntoBuffer(chunks(30, 30), { ...limit, contentLength: null })).rejects.toThrow(BodyTooLarge);
    await expect(readIntoBuffer(chunks(50), { ...limit, contentLength: null })).resolves.toHaveLength(50);
  });
});
