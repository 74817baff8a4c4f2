import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of package.json: the same from the sources, from `dist` and from an installed package. */
export function packageRoot(start = import.meta.dirname): string {
  if (existsSync(join(start, 'package.json'))) return start;
  const parent = dirname(start);
  if (parent === start) throw new Error('no package.json above the gateway');
  return packageRoot(parent);
}
