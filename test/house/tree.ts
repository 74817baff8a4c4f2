import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { join, relative } from 'node:path';
import { packageRoot } from '#gateway/config';
import type { Json } from '#test/json';

export const ROOT = packageRoot(import.meta.dirname);

// What .gitignore names, for a tree that is no git checkout.
const IGNORED = new Set(
  'node_modules dist data demo-output .git .venv .cache __pycache__ coverage .eslintcache'.split(' '),
);

/** Every file of the project, by its path from the root: what git would track, or the tree without its build where there is no git. */
export function projectFiles(): readonly string[] {
  const named = (gitFiles() ?? walk(ROOT)).filter((file) => existsSync(join(ROOT, file)));
  return named.sort();
}

export function readText(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8');
}

export function readJson(file: string): Json {
  return JSON.parse(readText(file));
}

/** The folders in a folder, by name. */
export function foldersIn(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !IGNORED.has(entry.name))
    .map(({ name }) => name)
    .sort();
}

/** Sources that ship: not specs, not what helps them. */
export function isShipped(file: string): boolean {
  const isSource = /^(apps|libs|model-registry|migrations|graphql\/generated)\/.*\.ts$/.test(file);
  return isSource && !/\.spec\.ts$|\/testing\/|spec-support/.test(file);
}

function gitFiles(): readonly string[] | null {
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  try {
    // An unpacked archive may lie inside somebody else's checkout.
    if (realpathSync(git('rev-parse', '--show-toplevel').trim()) !== realpathSync(ROOT)) return null;
    return git('ls-files', '-z', '--cached', '--others', '--exclude-standard').split('\0').filter(Boolean);
  } catch {
    return null;
  }
}

function walk(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (IGNORED.has(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? walk(path) : [relative(ROOT, path)];
  });
}
