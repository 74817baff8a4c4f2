import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readSafetensors } from '#libs/array-files';
import { addSlide, C6_FACTS } from './c6.js';
import { ADD_MATRIX, ended } from './expression-matrices.js';
import { IMPORT_SETS } from './gene-lists.js';
import { type Json } from './json.js';
import { DEMO_MODELS, openTestGateway, type TestGateway } from './open-test-gateway.js';
import { type StoreKind } from './stores.js';

export const ALIGNMENT_FIXTURES = join(process.cwd(), 'test/fixtures/alignment');
export const ALIGNMENT_HEAD = 'local:demo-her2st-align/1';
export const ALIGNMENT_DIM = 128;

const IMPORT = 'mutation Import($input: ImportFeaturesInput!) { importFeatures(input: $input) { digest tileCount } }';

/** Float tensors of a .safetensors file that PyTorch's numbers are in. */
export async function tensorsOf(path: string): Promise<(name: string) => Float32Array> {
  const { tensors } = readSafetensors(await readFile(path));
  return (name) => {
    const data = tensors.get(name)?.data;
    if (data instanceof Float32Array) return data;
    throw new Error(`no ${name}`);
  };
}

/** The shipped reference set, as PyTorch made it. */
export function shippedSet(name: string): Promise<(name: string) => Float32Array> {
  return tensorsOf(join(DEMO_MODELS, `demo-her2st-align/1/reference-${name}.safetensors`));
}

export const MATRIX_FACTS = {
  version: '1',
  namespace: 'HGNC_AND_CLONES',
  source: 'Andersson et al. 2021',
  licence: 'CC-BY-4.0',
  unit: 'counts',
  transform: 'NONE',
};

/** A gateway with C6, features around 41 of its spots, and their counts (test/fixtures/alignment/make_pairs.py). */
export interface PairsWorld {
  readonly gateway: TestGateway;
  readonly slide: string;
  /** What NumPy and PyTorch made of them. */
  readonly expected: Json;
  /** Adds a matrix file of the slide folder as `id`. */
  addMatrix(id: string, path: string, stated?: object): Promise<Json>;
  /** The table of pairs. */
  readonly csv: string;
}

export async function openPairsWorld(kind: StoreKind): Promise<PairsWorld> {
  const gateway = await openTestGateway(kind, { slideRoots: [ALIGNMENT_FIXTURES] });
  const expected: Json = JSON.parse(await readFile(join(ALIGNMENT_FIXTURES, 'c6-pairs.json'), 'utf8'));
  const slide = await addSlide(gateway, 'C6.tiff', C6_FACTS);
  const path = join(ALIGNMENT_FIXTURES, 'c6-spots.trident.h5');
  await gateway.data(IMPORT, { input: { slideId: slide, path, encoder: 'local:demo-lite0/1', mpp: 1 } });
  const addMatrix = async (id: string, file: string, stated: object = {}): Promise<Json> => {
    const input = { ...MATRIX_FACTS, id, name: id, path: file, ...stated };
    return ended(gateway, (await gateway.data(ADD_MATRIX, { input })).addExpressionMatrix.id);
  };
  await copyFile(join(ALIGNMENT_FIXTURES, 'c6-counts.tsv'), join(gateway.slideDir, 'c6-counts.tsv'));
  await addMatrix('c6', 'c6-counts.tsv');
  const lines = Object.entries<string[]>(expected.sets).map(([name, genes]) => [name, 'made', ...genes].join('\t'));
  await writeFile(join(gateway.slideDir, 'made.gmt'), `${lines.join('\n')}\n`);
  const { unit: _unit, transform: _transform, ...facts } = MATRIX_FACTS;
  await gateway.data(IMPORT_SETS, { input: { ...facts, id: 'made', name: 'Made sets', path: 'made.gmt' } });
  const row = (sample: string, at: number): string =>
    [sample, slide, ...expected.centres[at], at % 2 === 0 ? 'even' : 'odd'].join(',');
  const csv = ['sample,slide,x,y,site', ...expected.samples.map(row)].join('\n');
  return { gateway, slide, expected, addMatrix, csv };
}
