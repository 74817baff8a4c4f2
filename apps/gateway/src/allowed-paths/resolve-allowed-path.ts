import { BadUserInput } from '#libs/errors';
import type { Stats } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, sep } from 'node:path';

const MAX_CHARACTERS = 4096;
// Control characters, and those that turn the direction of writing: a path that reads as another one.
const FORBIDDEN = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** What a caller may name. */
export interface AllowedPath {
  /** Folders under which it may lie; one that does not exist allows nothing. */
  readonly roots: readonly string[];
  readonly isWanted: (found: Stats) => boolean;
  /** The caller's argument. */
  readonly argument: string;
  /** What the argument must do, in words: the one message for "not there", "of another kind" and "outside". */
  readonly rule: string;
}

/**
 * The real path of what a caller names, absolute or relative to one of the roots (the first root that has it).
 *
 * A link is followed before the check, so what is opened later is what was checked; whoever opens the result must not resolve it again.
 * One message stands for all refusals: the answer says nothing about other files.
 *
 * @throws BadUserInput naming the argument, never its value
 */
export async function resolveAllowedPath(
  path: string,
  { roots, isWanted, argument, rule }: AllowedPath,
): Promise<string> {
  if (path === '' || path.length > MAX_CHARACTERS || FORBIDDEN.test(path)) {
    throw new BadUserInput(argument, `must be a path of 1 to ${MAX_CHARACTERS} characters without control characters`);
  }
  const folders = (await Promise.all(roots.map(realPathOf))).filter((folder) => folder !== undefined);
  const candidates = isAbsolute(path) ? [path] : folders.map((folder) => join(folder, path));
  for (const candidate of candidates) {
    const real = await realPathOf(candidate);
    if (real === undefined || !folders.some((folder) => isInside(real, folder))) continue;
    if (await stat(real).then(isWanted, () => false)) return real;
  }
  throw new BadUserInput(argument, rule);
}

function isInside(path: string, folder: string): boolean {
  return path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

async function realPathOf(path: string): Promise<string | undefined> {
  return realpath(path).catch(() => undefined);
}
