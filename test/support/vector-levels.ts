import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { File as Hdf5File, ready } from 'h5wasm/node';
import { cardDigest, parseModelCard } from '#model-registry';
import { type CornerFeatures } from './feature-files.js';
import { type Json } from './json.js';
import { DEMO_MODELS } from './open-test-gateway.js';
import { ENCODED } from './slide-encoders.js';

const FIXTURES = join(process.cwd(), 'test/fixtures/slide-encoders');
export const MARKERS = ['CD3', 'CD8', 'PD-L1', 'Ki-67', 'HLA-DR'] as const;

/**
 * A registry directory: `cells/1`, an encoder of cells of the shape of `demo-lite0/1`, and `cell-grid/1`, which takes its features and where the cells lie; `markers/1`, which gives a vector
 * for each of five markers from the features of tiles.
 */
export async function createVectorLevels(): Promise<{ readonly path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'tessera-levels-'));
  await cp(join(DEMO_MODELS, 'demo-lite0'), join(path, 'demo-lite0'), { recursive: true });
  const encoder = await cardOf('demo-lite0');
  const cells = await write(path, {
    ...encoder,
    identity: { ...encoder.identity, name: 'cells' },
    task: { kind: 'EMBEDDING', level: 'CELL' },
    input: { ...encoder.input, tiling: null },
    artifacts: [await artifact('model.onnx', 'MODEL', await readFile(join(DEMO_MODELS, 'demo-lite0/1/model.onnx')))],
  });
  const mean = await cardOf('demo-lite0-mean');
  const axes = ['slide', 'cell', 'feature'];
  await write(path, {
    ...mean,
    identity: { ...mean.identity, name: 'cell-grid' },
    extractor: { ...mean.extractor, model: 'cells', digest: cells },
    input: {
      ...mean.input,
      coordsUnit: 'PX_LEVEL0',
      tensors: [
        { name: 'features', datatype: 'FP32', shape: [1, -1, 1280], axes, role: 'FEATURES' },
        {
          name: 'coords',
          datatype: 'INT64',
          shape: [1, -1, 2],
          axes: ['slide', 'cell', 'xy'],
          role: 'COORDINATES',
          unit: 'PX_LEVEL0',
        },
        {
          name: 'patch_size_lv0',
          datatype: 'INT64',
          shape: [1],
          axes: ['slide'],
          role: 'TILE_EXTENT',
          unit: 'PX_LEVEL0',
        },
      ],
    },
    ...outputOf(mean, { name: 'embedding', shape: [1, ENCODED.dim], axes: ['slide', 'feature'] }),
    artifacts: [await artifact('model.onnx', 'MODEL', await readFile(join(FIXTURES, 'grid.onnx')))],
  });
  const names = await readFile(join(FIXTURES, 'markers.txt'));
  const list = await artifact('markers.txt', 'VOCABULARY', names);
  await write(path, {
    ...mean,
    identity: { ...mean.identity, name: 'markers' },
    task: { kind: 'EMBEDDING', level: 'MARKER' },
    input: {
      ...mean.input,
      tensors: [{ name: 'features', datatype: 'FP32', shape: [-1, -1, 1280], axes: ['bag', 'tile', 'feature'] }],
    },
    ...outputOf(mean, {
      name: 'markers',
      shape: [-1, MARKERS.length, ENCODED.dim],
      axes: ['bag', 'marker', 'feature'],
    }),
    vocabulary: {
      ...{ kind: 'MARKERS', path: 'markers.txt', digest: list.sha256, size: MARKERS.length },
      ...{ namespace: 'MARKER', qualityPath: null },
    },
    artifacts: [await artifact('model.onnx', 'MODEL', await readFile(join(FIXTURES, 'markers.onnx'))), list],
  });
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** Features in TRIDENT's layout, with the attribute that says what the rows are. */
export async function writeLevelled(
  file: string,
  { features, count, dim }: CornerFeatures,
  {
    coords,
    level,
    encoder,
  }: { readonly coords: readonly number[]; readonly level: string | null; readonly encoder: string },
): Promise<void> {
  await ready;
  const hdf5 = new Hdf5File(file, 'w');
  const rows = hdf5.create_dataset({ name: 'features', data: features, shape: [count, dim], dtype: '<f' });
  rows.create_attribute('encoder', encoder);
  if (level !== null) rows.create_attribute('level', level);
  const places = hdf5.create_dataset({ name: 'coords', data: BigInt64Array.from(coords, BigInt), shape: [count, 2] });
  for (const [name, value] of Object.entries({ patch_size: 224, patch_size_level0: ENCODED.edgePx }))
    places.create_attribute(name, value, [], '<i');
  hdf5.close();
}

function outputOf(
  { output }: Json,
  tensor: { readonly name: string; readonly shape: readonly number[]; readonly axes: readonly string[] },
) {
  const embedding = { ...output.embedding, tensor: tensor.name, dim: ENCODED.dim, l2Normalised: false };
  return { output: { ...output, tensors: [{ ...tensor, datatype: 'FP32' }], embedding } };
}

async function cardOf(name: string): Promise<Json> {
  const card: Json = JSON.parse(await readFile(join(DEMO_MODELS, name, '1/model-card.json'), 'utf8'));
  return { ...card, provenance: { ...card.provenance, evaluation: [] } };
}

interface Artifact {
  readonly path: string;
  readonly role: string;
  readonly sha256: string;
  readonly sizeBytes: number;
}
const bytesOf = new Map<string, Buffer>();

async function artifact(path: string, role: string, bytes: Buffer): Promise<Artifact> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  bytesOf.set(sha256, bytes);
  return { path, role, sha256, sizeBytes: bytes.length };
}

async function write(path: string, card: Json): Promise<string> {
  const folder = join(path, card.identity.name, '1');
  await mkdir(folder, { recursive: true });
  for (const { path: file, sha256 } of card.artifacts) await writeFile(join(folder, file), bytesOf.get(sha256) ?? '');
  await writeFile(join(folder, 'model-card.json'), JSON.stringify(card));
  return cardDigest(parseModelCard(card));
}
