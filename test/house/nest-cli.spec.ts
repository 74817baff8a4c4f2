import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { foldersIn, readJson, ROOT } from './tree.js';

interface Project {
  readonly type: 'application' | 'library';
  readonly root: string;
  readonly sourceRoot: string;
  readonly entryFile: string;
  readonly compilerOptions: { readonly tsConfigPath: string };
}

// `nest` is not installed here; whoever has it must find the tree as this file describes it.
const nest = readJson('nest-cli.json');
const projects = Object.entries<Project>(nest.projects);
const exists = (...path: readonly string[]): boolean => existsSync(join(ROOT, ...path));

describe('nest-cli.json', () => {
  it('names every app, every lib and the registry, and nothing else', () => {
    const apps = foldersIn('apps').map((name) => [name, { type: 'application', root: `apps/${name}` }]);
    const libs = foldersIn('libs').map((name) => [name, { type: 'library', root: `libs/${name}` }]);
    const registry = ['model-registry', { type: 'library', root: 'model-registry' }];
    expect(Object.fromEntries(projects.map(([name, { type, root }]) => [name, { type, root }]))).toEqual(
      Object.fromEntries([...apps, ...libs, registry]),
    );
  });

  it.each(projects)('is true about %s', (_, { type, root, sourceRoot, entryFile, compilerOptions }) => {
    expect(exists(sourceRoot), 'sourceRoot exists').toBe(true);
    expect(`${sourceRoot}/`.startsWith(`${root}/`), 'sourceRoot lies in root').toBe(true);
    // An application's entryFile is relative to dist, which mirrors the root; a library's is its door.
    expect(exists(type === 'application' ? '.' : root, `${entryFile}.ts`), 'entryFile has a source').toBe(true);
    expect(compilerOptions.tsConfigPath, 'the one configuration').toBe(nest.compilerOptions.tsConfigPath);
    expect(exists(compilerOptions.tsConfigPath)).toBe(true);
  });

  it('takes the gateway when no project is named', () => {
    const { root, sourceRoot, entryFile } = nest.projects.gateway;
    expect(nest).toMatchObject({ monorepo: true, root, sourceRoot, entryFile });
  });
});
