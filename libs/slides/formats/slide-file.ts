import { open, stat, type FileHandle } from 'node:fs/promises';
import { SlideUnreadable } from '#libs/errors';

/** Random access to the bytes of one regular file of known size. */
export class SlideFile {
  private constructor(
    private readonly handle: FileHandle,
    readonly sizeBytes: number,
  ) {}

  /** @throws {SlideUnreadable} when the path is no regular file or may not be read */
  static async open(path: string): Promise<SlideFile> {
    // Asked before opening: to open a named pipe would wait for a writer that may never come.
    const { isRegular, size } = await stat(path).then(
      (found) => ({ isRegular: found.isFile(), size: found.size }),
      unopenable,
    );
    if (!isRegular) throw new SlideUnreadable('it is not a regular file');
    return new SlideFile(await open(path, 'r').catch(unopenable), size);
  }

  /** Up to `length` bytes from `offset`; fewer only at the end of the file. */
  async read(offset: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
    const available = Math.max(0, Math.min(length, this.sizeBytes - offset));
    const bytes = new Uint8Array(available);
    let done = 0;
    while (done < available) {
      const { bytesRead } = await this.handle.read(bytes, done, available - done, offset + done);
      if (bytesRead === 0) return bytes.slice(0, done);
      done += bytesRead;
    }
    return bytes;
  }

  /** Exactly `length` bytes. @throws {SlideUnreadable} when the file ends before */
  async readExactly(offset: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
    const bytes = await this.read(offset, length);
    if (bytes.length !== length) throw new SlideUnreadable('it is truncated');
    return bytes;
  }

  async close(): Promise<void> {
    await this.handle.close();
  }
}

function unopenable(cause: unknown): never {
  throw new SlideUnreadable('there is no such file, or it may not be read', { cause });
}
