// The subpath imports of package.json point into dist; tools that read TypeScript directly need the sources.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

const { imports } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));

export const sourceAliases = Object.entries(imports).map(([key, to]) => ({
  find: new RegExp(`^${key.replace('*', '(.+)')}$`),
  replacement: root + to.replace('./dist/', '').replace('*', '$1').replace(/\.js$/, '.ts'),
}));
