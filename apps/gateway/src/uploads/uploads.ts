import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, readdir, realpath, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { NotFound, PayloadTooLarge } from '#libs/errors';

const KEPT_MS = 24 * 60 * 60 * 1000;
const ID = /^upl_[0-9a-f]{32}$/;

/** A file that a caller has sent. */
export interface Upload {
  readonly id: string;
  readonly sizeBytes: number;
  /** SHA-256 of its bytes. */
  readonly digest: string;
}

/** Files that callers send from their own machines, for a day, until something is made of them. Each tenant has a folder of its own. */
export class Uploads {
  /** @param root a folder that all processes of the gateway share */
  constructor(
    private readonly root: string,
    private readonly mostBytes: number,
  ) {}

  /**
   * Writes a body to a file as it comes. What is beyond the limit is not kept, nor what came before it.
   * @throws PayloadTooLarge; the signal's reason
   */
  async take(body: AsyncIterable<Uint8Array>, tenant: string, signal: AbortSignal): Promise<Upload> {
    const folder = this.folderOf(tenant);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await this.forgetOld(folder);
    const id = `upl_${randomBytes(16).toString('hex')}`;
    const draft = join(folder, `${id}.part`);
    try {
      const written = await this.write(body, draft, signal);
      await rename(draft, join(folder, id));
      return { id, ...written };
    } finally {
      await rm(draft, { force: true });
    }
  }

  /** Where an upload lies. @throws NotFound for one that is not there, not the tenant's, or older than a day and gone */
  async pathOf(tenant: string, id: string): Promise<string> {
    if (!ID.test(id)) throw new NotFound('upload');
    return realpath(join(this.folderOf(tenant), id)).catch(() => Promise.reject(new NotFound('upload')));
  }

  private async write(body: AsyncIterable<Uint8Array>, draft: string, signal: AbortSignal) {
    const hash = createHash('sha256');
    const handle = await open(draft, 'wx', 0o600);
    let sizeBytes = 0;
    try {
      for await (const piece of body) {
        signal.throwIfAborted();
        sizeBytes += piece.byteLength;
        if (sizeBytes > this.mostBytes) throw new PayloadTooLarge(this.mostBytes);
        hash.update(piece);
        await handle.writeFile(piece);
      }
      await handle.sync();
    } finally {
      await handle.close();
    }
    return { sizeBytes, digest: hash.digest('hex') };
  }

  /** Names of tenants are the operator's words, and no names of folders. */
  private folderOf(tenant: string): string {
    return join(this.root, createHash('sha256').update(tenant).digest('hex').slice(0, 32));
  }

  private async forgetOld(folder: string): Promise<void> {
    for (const name of await readdir(folder)) {
      const file = join(folder, name);
      const found = await stat(file).catch(() => null);
      if (found && Date.now() - found.mtimeMs > KEPT_MS) await rm(file, { force: true });
    }
  }
}
