import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '#gateway/config';

/** The SDL: every file of graphql/schema, by name. */
export function readSchema(): string[] {
  const folder = join(packageRoot(), 'graphql/schema');
  const names = readdirSync(folder).filter((name) => name.endsWith('.graphql'));
  return names.sort().map((name) => readFileSync(join(folder, name), 'utf8'));
}
