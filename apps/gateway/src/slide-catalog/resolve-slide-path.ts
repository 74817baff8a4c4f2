import { resolveAllowedPath } from '#gateway/allowed-paths';

/**
 * The real path of a slide or feature file that a caller names, absolute or relative to one of the roots.
 * @param roots folders under which slides may lie; one that does not exist allows nothing
 * @throws BadUserInput naming the argument, never its value
 */
export async function resolveSlidePath(path: string, roots: readonly string[], argument = 'path'): Promise<string> {
  return resolveAllowedPath(path, {
    roots,
    isWanted: (found) => found.isFile(),
    argument,
    rule: "must name a file under one of the gateway's slide folders (TESSERA_SLIDE_ROOTS), absolute or relative to one of them",
  });
}
