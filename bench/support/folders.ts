import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '#gateway/config';

export const ROOT = packageRoot();
export const DIST = join(ROOT, 'dist');
export const MODELS = join(ROOT, 'model-registry/models');
export const DEMO_SLIDES = join(ROOT, 'demo/slides');

/** Gives work a folder of its own outside the repository, and removes it afterwards. */
export async function inTemporaryFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'tessera-bench-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
