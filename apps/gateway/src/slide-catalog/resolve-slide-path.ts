import { BadUserInput } from '#libs/errors';
import { realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, sep } from 'node:path';

const MAX_CHARACTERS = 4096;
// Control characters, and those that turn the direction of writing: a path that reads as another one.
const FORBIDDEN = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/**
 * The real path of a file that a caller names, absolute or relative to one of the roots (the first root that has it).
 *
 * A link is followed before the check, so the file that is opened later is the one that was checked; whoever opens the result must
 * not resolve it again. One message stands for "not there", "not a file" and "outside": the answer says nothing about other files.
 *
 * @param roots folders under which slides may lie; one that does not exist allows nothing
 * @throws BadUserInput naming the argument, never its value
 */
export async function resolveSlidePath(path: string, roots: readonly string[], argument = 'path'): Promise<string> {
  if (path === '' || path.length > MAX_CHARACTERS || FORBIDDEN.test(path)) {
    throw new BadUserInput(argument, `must be a path of 1 to ${MAX_CHARACTERS} characters without control characters`);
  }
  const folders = (await Promise.all(roots.map(realPathOf))).filter((folder) => folder !== undefined);
  const candidates = isAbsolute(path) ? [path] : folders.map((folder) => join(folder, path));
  for (const candidate of candidates) {
    const real = await realPathOf(candidate);
    if (real !== undefined && folders.some((folder) => isInside(real, folder)) && (await isFile(real))) return real;
  }
  throw new BadUserInput(
    argument,
    "must name a file under one of the gateway's slide folders (TESSERA_SLIDE_ROOTS), absolute or relative to one of them",
  );
}

function isInside(path: string, folder: string): boolean {
  return path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

async function realPathOf(path: string): Promise<string | undefined> {
  return realpath(path).catch(() => undefined);
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}
