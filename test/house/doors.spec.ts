import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { foldersIn, projectFiles, ROOT } from './tree.js';

const DOORS = foldersIn('libs').map((lib) => `libs/${lib}/index.ts`);

const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.json'), (file) => ts.sys.readFile(file));
const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
// Packages are not looked into: what they declare says nothing of our own comments, and it takes seconds to read.
const host = ts.createCompilerHost(options);
host.resolveModuleNameLiterals = (names, file, redirect, compilerOptions) =>
  names.map(({ text }) =>
    /^[.#]/.test(text)
      ? ts.resolveModuleName(text, file, compilerOptions, host, undefined, redirect, ts.ModuleKind.ESNext)
      : { resolvedModule: undefined },
  );
const rootNames = DOORS.map((door) => join(ROOT, door));
const program = ts.createProgram({ rootNames, options: { ...options, types: [] }, host });
const checker = program.getTypeChecker();

/** What a lib's door gives to others. */
function exportsOf(door: string): readonly ts.Symbol[] {
  const source = program.getSourceFile(join(ROOT, door));
  const module = source && checker.getSymbolAtLocation(source);
  if (!module) throw new Error(`${door} is no module`);
  const isAlias = (symbol: ts.Symbol): boolean => (symbol.flags & ts.SymbolFlags.Alias) !== 0;
  return checker
    .getExportsOfModule(module)
    .map((symbol) => (isAlias(symbol) ? checker.getAliasedSymbol(symbol) : symbol));
}

const isGenerated = (symbol: ts.Symbol): boolean =>
  symbol.declarations?.every((declaration) => declaration.getSourceFile().fileName.includes('/generated/')) ?? false;

/** Whether it is a function or a class: something that can be called or made. */
function isCallable(symbol: ts.Symbol): boolean {
  if ((symbol.flags & (ts.SymbolFlags.Function | ts.SymbolFlags.Class)) !== 0) return true;
  const declaration = symbol.valueDeclaration;
  if (declaration === undefined) return false;
  return checker.getTypeOfSymbolAtLocation(symbol, declaration).getCallSignatures().length > 0;
}

const isDocumented = (symbol: ts.Symbol): boolean =>
  ts.displayPartsToString(symbol.getDocumentationComment(checker)) !== '';

/** The public methods of a class that it does not inherit. */
function methodsOf(symbol: ts.Symbol): readonly ts.Symbol[] {
  const declaration = symbol.declarations?.find(ts.isClassDeclaration);
  const members = declaration?.members.filter(ts.isMethodDeclaration) ?? [];
  const isHidden = (member: ts.MethodDeclaration): boolean =>
    ts.isPrivateIdentifier(member.name) ||
    (ts.getCombinedModifierFlags(member) & (ts.ModifierFlags.Private | ts.ModifierFlags.Override)) !== 0;
  return members
    .filter((member) => !isHidden(member))
    .flatMap((member) => checker.getSymbolAtLocation(member.name) ?? []);
}

describe('a lib', () => {
  it.each(DOORS)('%s documents every function and class that it gives', (door) => {
    const callable = exportsOf(door).filter((symbol) => isCallable(symbol) && !isGenerated(symbol));
    expect(callable.length).toBeGreaterThan(0);
    expect(callable.filter((symbol) => !isDocumented(symbol)).map(({ name }) => name)).toEqual([]);
  });

  it.each(DOORS)('%s documents every method of its classes', (door) => {
    const methods = exportsOf(door).flatMap((symbol) =>
      isGenerated(symbol) ? [] : methodsOf(symbol).map((method) => ({ name: `${symbol.name}.${method.name}`, method })),
    );

    expect(methods.filter(({ method }) => !isDocumented(method)).map(({ name }) => name)).toEqual([]);
  });
});

describe('a room of the gateway', () => {
  const GATEWAY = 'apps/gateway/src';
  const hasDoor = (folder: string): boolean => existsSync(join(ROOT, folder, 'index.ts'));

  it('has a door', () => {
    const rooms = foldersIn(GATEWAY).map((room) => `${GATEWAY}/${room}`);
    expect(rooms.filter((room) => !hasDoor(room))).toEqual([`${GATEWAY}/queries`]); // it only holds rooms
  });

  it('under queries, that answers fields, has a door', () => {
    const resolvers = projectFiles().filter((file) => /^apps\/gateway\/src\/queries\/.*\.resolver\.ts$/.test(file));
    expect(resolvers.length).toBeGreaterThan(5);
    expect(resolvers.map(dirname).filter((room) => !hasDoor(room))).toEqual([]);
  });
});
