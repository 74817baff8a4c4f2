import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Json } from './json.js';
import { DEMO_MODELS } from './open-test-gateway.js';

const FIXTURES = join(process.cwd(), 'test/fixtures/spatial');
export const WINDOW_GENES = ['ERBB2', 'IGKC', 'COL1A1', 'AC000068.1', 'HLA-A', 'ALK'] as const;

/** What ONNX Runtime and the published loop in numpy give for the 22 reference tiles. */
export interface ExpectedWindows {
  readonly coords: readonly (readonly [number, number])[];
  readonly cases: readonly { readonly stride: number; readonly values: readonly (readonly (number | null)[])[] }[];
}
export const expectedWindows: ExpectedWindows = JSON.parse(
  await readFile(join(FIXTURES, 'sliding-window.json'), 'utf8'),
);

/** A registry directory with an ensemble of SEQUOIA's spatial form on the features of `demo-lite0/1`: `window-mean/1`, of `window-fold/1` and `/2`; weights are random. */
export async function createWindowModels(): Promise<{ readonly path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'tessera-windows-'));
  await cp(join(DEMO_MODELS, 'demo-lite0'), join(path, 'demo-lite0'), { recursive: true });
  const shipped: Json = JSON.parse(await readFile(join(DEMO_MODELS, 'demo-her2st-expr-m1/1/model-card.json'), 'utf8'));
  const folds = ['1', '2'];
  for (const version of folds) await write(path, shipped, { name: 'window-fold', version, ensemble: null });
  const members = folds.map((version) => ({ model: 'window-fold', version }));
  await write(path, shipped, { name: 'window-mean', version: '1', ensemble: { combine: 'MEAN_OF_VALUES', members } });
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

async function write(
  path: string,
  shipped: Json,
  { name, version, ensemble }: { readonly name: string; readonly version: string; readonly ensemble: Json | null },
): Promise<void> {
  const folder = join(path, name, version);
  await mkdir(folder, { recursive: true });
  const genes = Buffer.from(`${WINDOW_GENES.join('\n')}\n`);
  const vocabulary = { path: 'genes.txt', role: 'VOCABULARY', bytes: genes };
  const model = ensemble
    ? []
    : [{ path: 'model.onnx', role: 'MODEL', bytes: await readFile(join(FIXTURES, `fold-${version}.onnx`)) }];
  const files = [vocabulary, ...model];
  for (const file of files) await writeFile(join(folder, file.path), file.bytes);
  const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
  const window = { sizeTiles: 3, strideTiles: 1, minTiles: 5, padding: { value: 0, masked: false } };
  const card = {
    ...shipped,
    identity: { ...shipped.identity, name, version, parent: null, ensemble },
    task: { kind: 'EXPRESSION', level: 'SLIDE' },
    input: {
      ...shipped.input,
      unit: 'CLUSTER_FEATURES',
      tensors: [{ name: 'clusters', datatype: 'FP32', shape: [-1, 9, 1280], axes: ['bag', 'cluster', 'feature'] }],
    },
    output: {
      ...shipped.output,
      tensors: [{ name: 'expression', datatype: 'FP32', shape: [-1, 6], axes: ['bag', 'gene'] }],
      expression: { tensor: 'expression', unit: 'log2(FPKM-UQ + 1)', transform: 'LOG2P1' },
    },
    vocabulary: { ...shipped.vocabulary, digest: sha256(genes), size: 6, qualityPath: null },
    spatial: [{ mode: 'SLIDING_WINDOW', tensor: null, normalisation: 'NONE', meaning: 'Random weights.', window }],
    provenance: { ...shipped.provenance, evaluation: [] },
    artifacts: files.map(({ path: at, role, bytes }) => ({
      ...{ path: at, role, sizeBytes: bytes.length, sha256: sha256(bytes) },
    })),
  };
  await writeFile(join(folder, 'model-card.json'), JSON.stringify(card));
}
