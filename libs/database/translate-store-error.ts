import { BadUserInput, StoreDamaged, StoreReadOnly, StoreUnavailable, isDomainError } from '#libs/errors';

// PostgreSQL, appendix A: error codes. Two letters are a class.
const READ_ONLY = ['25006', '53100', '58030', '0B'];
const DAMAGED = ['XX001', 'XX002'];
// U+0000 in a text or in a JSON document: only what comes from outside holds it, and no identifier of ours does.
const NO_TEXT = ['22021', '22P05'];
const UNAVAILABLE = ['08', '28', '3D000', '40', '53', '55P03', '57014', '57P01', '57P02', '57P03', '57P05', '58'];
const SOCKET = /^(ECONN|ENOTFOUND|EAI_|ETIMEDOUT|EPIPE|EHOST|ENET|ENOENT$)/;
// pg and pg-pool throw these as plain errors, without a code.
const DRIVER =
  /^(Connection terminated|timeout exceeded when trying to connect|timeout expired|Query read timeout|Client has encountered a connection error|Client was closed|Cannot use a pool after calling end|PGlite is clos)/;

// The embedded server names a full disk only in words, because its file system's error numbers are not PostgreSQL's.
const WRITE_REFUSED =
  /^could not (extend|write|create|flush|fsync|open) .*(No space left|File too large|quota|Read-only)/i;

/**
 * Turns a driver's fault into the domain's: connection lost, server shutting down, out of time -> StoreUnavailable; writes refused, disk
 * full -> StoreReadOnly; a page that fails its checksum -> StoreDamaged; a text that no PostgreSQL can hold -> BadUserInput. Anything else, a broken constraint for one, comes back as it is.
 */
export function translateStoreError(error: unknown): unknown {
  if (isDomainError(error)) return error;
  const cause = driverErrorOf(error);
  const code = codeOf(cause);
  const isWriteRefused = cause instanceof Error && WRITE_REFUSED.test(cause.message);
  if (matches(READ_ONLY, code) || isWriteRefused) return new StoreReadOnly({ cause });
  if (matches(DAMAGED, code)) return new StoreDamaged('a page of the database fails its checksum', { cause });
  if (matches(NO_TEXT, code))
    return new BadUserInput('text', 'holds the character U+0000, which no text here may hold');
  if (matches(UNAVAILABLE, code) || SOCKET.test(code)) return new StoreUnavailable({ cause });
  // A WebAssembly trap: the embedded server has stopped and answers nothing any more.
  if (cause instanceof Error && cause.name === 'RuntimeError') return new StoreUnavailable({ cause });
  if (cause instanceof Error && DRIVER.test(cause.message)) return new StoreUnavailable({ cause });
  return error;
}

/** The SQLSTATE of a driver's error, or of TypeORM's wrapping of it; empty when there is none. */
export function codeOf(error: unknown): string {
  const cause = driverErrorOf(error);
  if (!(cause instanceof Error) || !('code' in cause)) return '';
  return typeof cause.code === 'string' ? cause.code : '';
}

function driverErrorOf(error: unknown): unknown {
  return error instanceof Error && 'driverError' in error ? error.driverError : error;
}

function matches(list: readonly string[], code: string): boolean {
  return list.some((entry) => (entry.length === 2 ? code.length === 5 && code.startsWith(entry) : code === entry));
}
