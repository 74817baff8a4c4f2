import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Files that were fetched from a server once, by their SHA-256. They may be deleted at any time: then they are fetched again. */
export class ContentStore {
  private readonly checked = new Set<string>();

  constructor(private readonly directory: string) {}

  /** Where the bytes of a digest lie, once they were fetched. */
  locate(sha256: string): string {
    return join(this.directory, sha256);
  }

  /** Whether the bytes are here and are the right ones; those are read once in this process, unless somebody wrote the file since. */
  async has(sha256: string, signal: AbortSignal): Promise<boolean> {
    const stamp = await this.stampOf(sha256);
    if (stamp === null) return false;
    if (this.checked.has(stamp)) return true;
    const hash = createHash('sha256');
    for await (const chunk of createReadStream(this.locate(sha256), { signal })) hash.update(chunk);
    if (hash.digest('hex') !== sha256) return false;
    this.checked.add(stamp);
    return true;
  }

  /** Keeps bytes whose digest the caller has checked. A reader sees all of them or none. */
  async put(sha256: string, bytes: Uint8Array): Promise<void> {
    await mkdir(this.directory, { recursive: true });
    const temporary = join(this.directory, `.${randomUUID()}`);
    try {
      const file = await open(temporary, 'wx');
      try {
        await file.writeFile(bytes);
      } finally {
        await file.close();
      }
      await rename(temporary, this.locate(sha256));
    } finally {
      await rm(temporary, { force: true });
    }
  }

  private async stampOf(sha256: string): Promise<string | null> {
    const file = await open(this.locate(sha256)).catch(() => null);
    if (file === null) return null;
    try {
      const { ino, size, mtimeNs, ctimeNs } = await file.stat({ bigint: true });
      return [sha256, ino, size, mtimeNs, ctimeNs].join(':');
    } finally {
      await file.close();
    }
  }
}
