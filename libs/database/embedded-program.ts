import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';

// Node has it; its types name the namespace alone.
declare global {
  namespace WebAssembly {
    function compile(program: Uint8Array): Promise<Module>;
  }
}

let compiled: Promise<WebAssembly.Module> | undefined;

/**
 * PGlite's program, 9 MB, compiled once for all threads of this process: a new directory is opened twice, and what runs often is compiled
 * again to run faster. The compiler has threads of its own.
 */
export function compiledProgram(): Promise<WebAssembly.Module> {
  compiled ??= compile();
  return compiled;
}

async function compile(): Promise<WebAssembly.Module> {
  const library = createRequire(import.meta.url).resolve('@electric-sql/pglite');
  return WebAssembly.compile(await readFile(join(library, '../pglite.wasm')));
}
