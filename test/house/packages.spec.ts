import { existsSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { isShipped, projectFiles, readJson, readText, ROOT } from './tree.js';

const manifest = readJson('package.json');
const needed: Record<string, string> = manifest.dependencies;
const development: Record<string, string> = manifest.devDependencies;
const declared = { ...needed, ...development };
/** A package may stand under another name than its own: `npm:name@version`. */
const versionOf = (pin: string): string => pin.replace(/^npm:[\w-]+@/, '');

const page = readText('docs/decisions/dependencies.md');
const rows = page.split('\n').filter((line) => line.startsWith('| `'));
const documented = rows.flatMap((row) =>
  [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, name = '']) => name),
);

/** The packages that a source imports, by name, and which file does. */
function importsOf(files: readonly string[]): readonly (readonly [string, string])[] {
  return files.flatMap((file) =>
    ts
      .preProcessFile(readText(file), true, true)
      .importedFiles.map(({ fileName }) => fileName)
      .filter((name) => !/^[.#]|^node:/.test(name))
      .map((name) => [/^(?:@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? name, file] as const),
  );
}

describe('package.json', () => {
  it('pins every package and every override exactly', () => {
    const pins = Object.entries<string>({ ...declared, ...manifest.overrides });
    expect(pins.filter(([, pin]) => !/^\d+\.\d+\.\d+$/.test(versionOf(pin)))).toEqual([]);
  });

  it('says what the lockfile says', () => {
    const { packages } = readJson('package-lock.json');
    expect([packages[''].dependencies, packages[''].devDependencies]).toEqual([needed, development]);
    const others = Object.entries<string>(declared).filter(
      ([name, pin]) => packages[`node_modules/${name}`]?.version !== versionOf(pin),
    );
    expect(others).toEqual([]);
  });

  it('has the commands that people and CI rely on, and their scripts exist', () => {
    const menu = ['demo', 'test', 'start', 'build', 'lint', 'test:unit', 'test:e2e', 'codegen', 'migrate', 'bench'];
    expect(Object.keys(manifest.scripts)).toEqual(expect.arrayContaining(menu));
    const commands = Object.values<string>(manifest.scripts).join(' ');
    const scripts = [...commands.matchAll(/scripts\/[\w.-]+/g)].map(([path]) => path);
    const compiled = [...commands.matchAll(/dist\/(\S+)\.js/g)].map(([, path]) => `${path}.ts`);
    expect(compiled).toContain('apps/gateway/src/main.ts');
    expect([...scripts, ...compiled].filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  it('runs no script of a package at install', () => {
    const packages = Object.entries<{ hasInstallScript?: boolean }>(readJson('package-lock.json').packages);
    const withScript = packages.flatMap(([path, { hasInstallScript }]) =>
      hasInstallScript === true ? [path.replace(/^.*node_modules\//, '')] : [],
    );
    expect(withScript).toContain('onnxruntime-node');
    expect(withScript.filter((name) => manifest.allowScripts[name] !== false)).toEqual([]);
  });
});

describe('docs/decisions/dependencies.md', () => {
  it('has each package once, and none that is not there', () => {
    expect([...documented].sort()).toEqual(Object.keys(declared).sort());
  });

  it('names every override', () => {
    expect(Object.keys(manifest.overrides).filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
  });
});

describe('a package that is imported', () => {
  const sources = projectFiles().filter((file) => /\.(ts|mjs)$/.test(file));

  it('by what ships is a dependency', () => {
    const shipped = importsOf(sources.filter(isShipped));
    expect(shipped.length).toBeGreaterThan(100);
    expect(shipped.filter(([name]) => !(name in needed))).toEqual([]);
  });

  it('by anything is declared', () => {
    expect(importsOf(sources).filter(([name]) => !(name in declared))).toEqual([]);
  });

  it('by nothing says why it is there', () => {
    const imported = new Set(importsOf(sources).map(([name]) => name));
    // Peers that others load, a font that is a file, and programs and types that are not imported.
    const peers = ['@as-integrations/fastify', 'rxjs', 'vite'];
    const others = ['dejavu-fonts-ttf', 'prettier', '@types/node', '@types/pg', 'typescript-native'];
    expect(
      Object.keys(declared)
        .filter((name) => !imported.has(name))
        .sort(),
    ).toEqual([...peers, ...others].sort());
  });
});
