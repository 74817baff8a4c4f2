import { StoreReadOnly } from '#libs/errors';
import { statfs } from 'node:fs/promises';

const FRESH_MS = 1_000;
const WRITES = /^\s*(INSERT|UPDATE|DELETE|MERGE|WITH|CREATE|ALTER|DROP|TRUNCATE|COPY)\b/i;

/**
 * Refuses statements that write while the disk is nearly full. The embedded server does not survive a write-ahead log that it cannot
 * extend: it stops answering, reads included. With a reserve it is never brought there, and reads go on.
 *
 * @param reserveBytes free space below which writes are refused
 * @returns a check for a statement; it looks at the disk at most once a second and throws StoreReadOnly
 */
export function diskReserve(folder: string, reserveBytes: number): (sql: string) => Promise<void> {
  let free = Number.POSITIVE_INFINITY;
  let lookedAt = Number.NEGATIVE_INFINITY;
  return async (sql) => {
    if (!WRITES.test(sql)) return;
    const now = performance.now();
    if (now - lookedAt > FRESH_MS) {
      lookedAt = now;
      const { bavail, bsize } = await statfs(folder);
      free = bavail * bsize;
    }
    if (free < reserveBytes) throw new StoreReadOnly();
  };
}
