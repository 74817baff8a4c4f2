import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Json } from './json.js';
import { pythonWith } from './python-install.js';

/** What people read arrays with. */
const READERS = `
numpy==2.4.6
pandas==2.3.3
pyarrow==26.0.1
h5py==3.16.0
safetensors==0.8.0
polars==2.1.0
anndata==0.12.19`;

/** A Python with the readers, in a virtual environment that holds nothing else. */
export function pythonWithReaders(): Promise<string> {
  return pythonWith('array-readers', READERS);
}

/** What the readers say of each file in a folder. */
export async function readBack(python: string, folder: string): Promise<Readonly<Record<string, Json>>> {
  const script = join(process.cwd(), 'test/peers/arrays/read_vectors.py');
  const { stdout } = await promisify(execFile)(python, [script, folder], {
    maxBuffer: 256 * 1024 * 1024,
    timeout: 60_000,
  });
  return JSON.parse(stdout);
}
