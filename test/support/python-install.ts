import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
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
// Installs in seconds what takes pip minutes: it unpacks nothing twice and compiles nothing ahead.
const UV = 'uv==0.13.8';
const INSTALL_MS = 600_000;

const run = promisify(execFile);

/**
 * A folder of the cache, made once; safe to call in several processes at once.
 *
 * @param make fills the folder that it is given. The folder gets its name afterwards, so nothing in it may rest on its path
 */
export async function installedOnce(name: string, make: (folder: string) => Promise<void>): Promise<string> {
  const cache = cacheFolder();
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
  const packages = requirements
    .split('\n')
    .map((line) => line.replace(/#.*/, '').trim())
    .filter(Boolean);
  const folder = await installedOnce(`${name}-${hash}-python${python.version}`, async (draft) => {
    await makeEnvironment(python, draft, packages);
  });
  return join(folder, 'bin/python');
}

/** Puts the packages, and not what they need, into a folder. */
export async function installInto(folder: string, ...packages: readonly string[]): Promise<void> {
  const { command } = await findPython();
  const args = ['pip', 'install', '-q', '--no-deps', '--python', command, '--target', folder];
  await runUv([...args, ...packages]).catch(() => pipInstallInto(command, folder, packages));
}

async function makeEnvironment(python: Python, draft: string, packages: readonly string[]): Promise<void> {
  try {
    await runUv(['venv', '-q', '--python', python.command, draft]);
    await runUv(['pip', 'install', '-q', '--python', join(draft, 'bin/python'), ...packages]);
  } catch {
    // There is no uv for every machine, and it does not read pip's settings: pip has the last word.
    await rm(draft, { recursive: true, force: true });
    await run(python.command, ['-m', 'venv', draft], { timeout: INSTALL_MS });
    await run(join(draft, 'bin/python'), [...PIP, ...packages], { timeout: INSTALL_MS });
  }
}

async function runUv(args: readonly string[]): Promise<void> {
  const folder = await installedOnce(UV.replace('==', '-'), async (draft) => {
    await pipInstallInto((await findPython()).command, draft, [UV]);
  });
  // In the same folder as the environments, which are then links to what it keeps.
  const own = { UV_CACHE_DIR: join(cacheFolder(), 'uv'), UV_PYTHON_DOWNLOADS: 'never' };
  await run(join(folder, 'bin/uv'), [...args], { timeout: INSTALL_MS, env: { ...process.env, ...own } });
}

async function pipInstallInto(python: string, folder: string, packages: readonly string[]): Promise<void> {
  // Only the packages' files are wanted: the environment that installs them goes again.
  const draft = await mkdtemp(join(tmpdir(), 'tessera-wheel-'));
  try {
    await run(python, ['-m', 'venv', draft], { timeout: INSTALL_MS });
    const args = [...PIP, '--no-deps', '--target', folder, ...packages];
    await run(join(draft, 'bin/python'), args, { timeout: INSTALL_MS });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

function cacheFolder(): string {
  return join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'tessera', 'test-peers');
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
