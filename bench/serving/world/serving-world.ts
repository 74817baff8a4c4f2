import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { copyModel } from '#test/own-models';
import { type ServerProcess } from '../../support/child-process.js';
import { DEMO_SLIDES, MODELS } from '../../support/folders.js';
import { startGateway } from '../../support/servers.js';
import { addSlide, type GridBag, importGrid } from './bags.js';
import { Stub } from './stub.js';
import { GENES, WIDE } from './stub-behaviour.js';

const SMALL_GRID = 24;
const LARGE_GRID = 40;
/** Versions of one model that differ in nothing but their number. */
export const HEADS = ['1', '2', '3', '4'].map((version) => ({ name: 'bench-head', version }));
export const HEAD = { name: 'bench-head', version: '1' };
export const WIDE_MODEL = { name: WIDE, version: '1' };

/** A gateway before a counting model server, with one slide and its features: 576 tiles and 1,600. */
export interface ServingWorld {
  readonly stub: Stub;
  readonly gateway: ServerProcess;
  readonly slideId: string;
  readonly bags: { readonly small: GridBag; readonly large: GridBag };
}

/** @param addressOf where the gateway asks for the model server: at the server itself unless a proxy stands before it */
export async function inServingWorld<T>(
  folder: string,
  signal: AbortSignal,
  work: (world: ServingWorld) => Promise<T>,
  addressOf: (url: string) => Promise<string> = (url) => Promise.resolve(url),
): Promise<T> {
  const stub = await Stub.start();
  try {
    const settings = await settingsOf(folder, await addressOf(stub.url));
    const gateway = await startGateway(join(folder, 'data'), settings);
    try {
      const slideId = await addSlide(gateway.url, signal);
      const small = await importGrid(gateway.url, join(folder, 'slides'), slideId, SMALL_GRID, signal);
      const large = await importGrid(gateway.url, join(folder, 'slides'), slideId, LARGE_GRID, signal);
      return await work({ stub, gateway, slideId, bags: { small, large } });
    } finally {
      await gateway.stop();
    }
  } finally {
    await stub.stop();
  }
}

export const refOf = ({ name, version }: { readonly name: string; readonly version: string }): string =>
  `local-2:${name}/${version}`;

async function settingsOf(folder: string, url: string): Promise<Readonly<Record<string, string>>> {
  const models = join(folder, 'models');
  await mkdir(join(folder, 'slides'), { recursive: true });
  await mkdir(models, { recursive: true });
  for (const model of [...HEADS, WIDE_MODEL]) await writeCard(models, model);
  const placements = [...HEADS, WIDE_MODEL].map((as) => ({ model: refOf(as), as }));
  const file = join(folder, 'tessera.json');
  await writeFile(file, JSON.stringify({ modelServers: [{ id: 'bench', url, placements }] }));
  return {
    TESSERA_CONFIG: file,
    TESSERA_MODEL_SERVER: 'none',
    TESSERA_MODEL_DIRS: `${MODELS}:${models}`,
    TESSERA_SLIDE_ROOTS: `${join(folder, 'slides')}:${DEMO_SLIDES}`,
  };
}

async function writeCard(
  models: string,
  { name, version }: { readonly name: string; readonly version: string },
): Promise<void> {
  await copyModel(models, 'demo-dense-focus/1', (card) => {
    card['identity'] = { ...card['identity'], name, version };
    const genes = { name: 'genes', datatype: 'FP32', shape: [-1, GENES], axes: ['bag', 'gene'] };
    if (name === WIDE) card['output'].tensors.push(genes);
  });
}
