import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** A Python 3.10 to 3.12 that can make virtual environments. */
export interface Python {
  readonly command: string;
  /** Such as `3.11`: a virtual environment belongs to one. */
  readonly version: string;
}

const PYTHONS = ['python3.11', 'python3', 'python3.12', 'python3.10'];
// Prints its version, and fails where it is no use.
const PROBE =
  'import sys, venv, ensurepip; v = sys.version_info[:2]; print("%d.%d" % v); sys.exit(not (3, 10) <= v <= (3, 12))';
const PIP = ['-m', 'pip', 'install', '-q', '--no-input', '--disable-pip-version-check'];
const INSTALL_MS = 600_000;

const run = promisify(execFile);

/**
 * A folder of the cache, made once; safe to call in several processes at once.
 *
 * @param make fills the folder that it is given. The folder gets its name afterwards, so nothing in it may rest on its path
 */
export async function installedOnce(name: string, make: (folder: string) => Promise<void>): Promise<string> {
  const cache = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'tessera', 'test-peers');
  const folder = join(cache, name);
  if (existsSync(folder)) return folder;
  await mkdir(cache, { recursive: true });
  const draft = await mkdtemp(join(cache, '.installing-'));
  try {
    const target = join(draft, 'target');
    await make(target);
    // Another process may have been faster: its folder is as good.
    await rename(target, folder).catch((error: unknown) => {
      if (!existsSync(folder)) throw error;
    });
    return folder;
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/**
 * A virtual environment with these packages, from the cache or freshly made.
 *
 * @param name of the folder; the packages' hash and Python's version are added
 * @param requirements as pip takes them, one a line
 * @returns its interpreter. Start programs with `-m`: their scripts in `bin` name the folder that the environment was made in
 */
export async function pythonWith(name: string, requirements: string): Promise<string> {
  const python = await findPython();
  const hash = createHash('sha256').update(requirements).digest('hex').slice(0, 12);
  const folder = await installedOnce(`${name}-${hash}-python${python.version}`, async (draft) => {
    await run(python.command, ['-m', 'venv', draft], { timeout: INSTALL_MS });
    const packages = requirements
      .split('\n')
      .map((line) => line.replace(/#.*/, '').trim())
      .filter(Boolean);
    await pipInstall(join(draft, 'bin/python'), ...packages);
  });
  return join(folder, 'bin/python');
}

/** Installs packages with that interpreter's pip. */
export async function pipInstall(python: string, ...args: readonly string[]): Promise<void> {
  await run(python, [...PIP, ...args], { timeout: INSTALL_MS });
}

/** @throws Error when there is none */
export async function findPython(): Promise<Python> {
  for (const command of PYTHONS) {
    try {
      const { stdout } = await run(command, ['-c', PROBE]);
      return { command, version: stdout.trim() };
    } catch {
      // Not there, or not the right version: the next one may be.
    }
  }
  throw new Error('no Python 3.10 to 3.12 with the venv module was found');
}

/** The folder of an environment's packages. */
export async function packageFolder(python: string): Promise<string> {
  return said(python, 'import sysconfig; print(sysconfig.get_path("purelib"))');
}

/** The folder where an interpreter's own shared library lies, for programs that embed it. */
export async function sharedLibraries(python: string): Promise<string> {
  return said(python, 'import sysconfig; print(sysconfig.get_config_var("LIBDIR"))');
}

async function said(python: string, program: string): Promise<string> {
  return (await run(python, ['-c', program])).stdout.trim();
}
