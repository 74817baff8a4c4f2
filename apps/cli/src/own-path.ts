import { existsSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';
import { TesseraError } from '#libs/client';

/** What the argument of a command says of the path of a file. */
export const PATH_MEANING =
  "on the gateway's machine: absolute, or relative to one of its slide folders, or to this folder where that is one";

/**
 * Asks with a path as it was typed, which the gateway reads below its own folders. Where it has no such file and there is one here, the
 * whole path is asked for too: on one machine people name files from where they stand.
 */
export async function withOwnPath<T>(
  path: string,
  ask: (path: string) => Promise<T>,
  argument = 'input.path',
): Promise<T> {
  try {
    return await ask(path);
  } catch (error) {
    const isPath = error instanceof TesseraError && error.facts['argument'] === argument;
    if (!isPath || isAbsolute(path) || !existsSync(path)) throw error;
    return await ask(resolve(path));
  }
}
