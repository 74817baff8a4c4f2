import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import ts from 'typescript';

/** A piece of a page that a reader is meant to run. */
export interface Recipe {
  /** The heading above it. */
  readonly name: string;
  readonly language: 'python' | 'ts';
  readonly code: string;
}

const run = promisify(execFile);

/** The recipes of a page of docs/. */
export async function recipesOf(page: string): Promise<readonly Recipe[]> {
  const text = await readFile(join(process.cwd(), 'docs', page), 'utf8');
  return [...text.matchAll(/^#+ ([^\n]+)\n+```(python|ts)\n(.*?)^```/gms)].map(
    ([, name = '', language, code = '']) => ({
      name,
      language: language === 'python' ? 'python' : 'ts',
      code,
    }),
  );
}

/** Runs a recipe as its reader would. @returns what it prints */
export async function runRecipe(
  { name, language, code }: Recipe,
  {
    python,
    folder,
    env,
  }: { readonly python: string; readonly folder: string; readonly env: Readonly<Record<string, string>> },
): Promise<string> {
  const file = join(folder, `${name.replace(/\W+/g, '-')}.${language === 'python' ? 'py' : 'mjs'}`);
  const { ESNext } = ts.ModuleKind;
  const compiled = () =>
    ts.transpileModule(code, { compilerOptions: { module: ESNext, target: ts.ScriptTarget.ES2022 } });
  await writeFile(file, language === 'python' ? code : compiled().outputText);
  const { stdout } = await run(language === 'python' ? python : process.execPath, [file], { env, timeout: 60_000 });
  return stdout;
}
