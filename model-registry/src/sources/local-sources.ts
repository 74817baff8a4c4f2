import { LocalDirectorySource } from './local-directory.source.js';
import type { RegistrySource } from './registry-source.js';

/**
 * Directories as sources, in order: the first is `local`, the next `local-2`, and so on.
 * @param options.pollMs how often they are read again, in milliseconds; 30,000 unless stated, 0 is never
 */
export function localSources(
  directories: readonly string[],
  options: { readonly pollMs?: number } = {},
): readonly RegistrySource[] {
  return directories.map(
    (directory, i) => new LocalDirectorySource(i === 0 ? 'local' : `local-${i + 1}`, directory, options.pollMs),
  );
}
