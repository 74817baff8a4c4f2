import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/**
 * Writes a response's body to a file. The file appears under its name only when it is whole.
 * @returns the number of bytes written
 */
export async function saveResponse(response: Response, file: string, signal: AbortSignal): Promise<number> {
  await mkdir(dirname(file), { recursive: true });
  const partial = `${file}.${process.pid}.partial`;
  const output = createWriteStream(partial);
  try {
    const chunks = response.body ?? new ReadableStream<Uint8Array>({ start: (controller) => controller.close() });
    await pipeline(Readable.from(iterate(chunks)), output, { signal });
    await rename(partial, file);
  } finally {
    await rm(partial, { force: true });
  }
  return output.bytesWritten;
}

async function* iterate(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
