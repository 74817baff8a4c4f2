import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Json } from './json.js';
import { DEMO_MODELS } from './open-test-gateway.js';

const FIXTURES = join(process.cwd(), 'test/fixtures/slide-encoders');
export const ENCODED = { dim: 24, edgePx: 326, mpp: 0.687999211 } as const;

/** What PyTorch gives for the 22 reference tiles, at their own places and at others that lie edge to edge. */
export const expectedVectors: {
  readonly places: readonly (readonly [number, number])[];
  readonly grid: readonly number[];
  readonly gridOverlapping: readonly number[];
  readonly gridEvenly: readonly number[];
  readonly distance: readonly number[];
  readonly distanceOfPlaces: readonly number[];
  readonly byMarker: readonly (readonly number[])[];
} = JSON.parse(await readFile(join(FIXTURES, 'expected.json'), 'utf8'));

/** A change to a card before it is written. */
type Edit = (card: Json) => void;

const FEATURES = {
  name: 'features',
  datatype: 'FP32',
  shape: [1, -1, 1280],
  axes: ['slide', 'tile', 'feature'],
  role: 'FEATURES',
};
const GRID = {
  file: 'grid.onnx',
  coordsUnit: 'PX_LEVEL0',
  tensors: [
    FEATURES,
    {
      name: 'coords',
      datatype: 'INT64',
      shape: [1, -1, 2],
      axes: ['slide', 'tile', 'xy'],
      role: 'COORDINATES',
      unit: 'PX_LEVEL0',
    },
    { name: 'patch_size_lv0', datatype: 'INT64', shape: [1], axes: ['slide'], role: 'TILE_EXTENT', unit: 'PX_LEVEL0' },
  ],
};
const DISTANCE = {
  file: 'distance.onnx',
  coordsUnit: 'UM',
  tensors: [
    FEATURES,
    {
      name: 'coords',
      datatype: 'FP32',
      shape: [1, -1, 2],
      axes: ['slide', 'tile', 'yx'],
      role: 'COORDINATES',
      unit: 'UM',
    },
    { name: 'mask', datatype: 'BOOL', shape: [1, -1], axes: ['slide', 'tile'], role: 'MASK' },
  ],
};

/**
 * A registry directory with encoders of published shapes on the features of `demo-lite0/1`: `grid/1` takes whole level-0 pixels and a tile's edge, as TITAN and GigaPath do;
 * `overlapping/1` is the same and accepts tiles that overlap; `few/1` takes ten tiles, chosen evenly; `joined/1`, `side/1` and `mean/1` have the three policies for patients;
 * `distance/1` takes micrometres, y before x, and a mask.
 */
export async function createSlideEncoders(): Promise<{ readonly path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'tessera-encoders-'));
  await cp(join(DEMO_MODELS, 'demo-lite0'), join(path, 'demo-lite0'), { recursive: true });
  const set =
    (change: object): Edit =>
    (card) =>
      Object.assign(card.input, change);
  const accept = { overlappingTiles: 'ACCEPT' };
  await write(path, 'grid', GRID);
  await write(path, 'overlapping', GRID, set(accept));
  await write(path, 'few', GRID, set({ tiles: { min: 1, max: 10, overMax: 'EVENLY' } }));
  await write(path, 'many', GRID, set({ tileExtent: { value: 256, unit: 'UM' } }));
  for (const [name, patientAggregation] of [
    ['joined', 'CONCAT_TILES'],
    ['side', 'VIRTUAL_SLIDE'],
    ['mean', 'MEAN_SLIDES'],
  ] as const)
    await write(path, name, GRID, set({ patientAggregation, ...accept }));
  await write(path, 'distance', DISTANCE);
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

async function write(
  path: string,
  name: string,
  {
    file,
    coordsUnit,
    tensors,
  }: { readonly file: string; readonly coordsUnit: string; readonly tensors: readonly object[] },
  edit: Edit = () => undefined,
): Promise<void> {
  const shipped: Json = JSON.parse(await readFile(join(DEMO_MODELS, 'demo-lite0-mean/1/model-card.json'), 'utf8'));
  const folder = join(path, name, '1');
  const bytes = await readFile(join(FIXTURES, file));
  const isUnit = file === DISTANCE.file;
  const card = {
    ...shipped,
    identity: { ...shipped.identity, name, version: '1', parent: null, ensemble: null },
    input: { ...shipped.input, tensors, coordsUnit, tiles: { min: 1, max: 4000 } },
    output: {
      ...shipped.output,
      tensors: [{ name: 'embedding', datatype: 'FP32', shape: [1, ENCODED.dim], axes: ['slide', 'feature'] }],
      embedding: { ...shipped.output.embedding, tensor: 'embedding', dim: ENCODED.dim, l2Normalised: isUnit },
    },
    provenance: { ...shipped.provenance, evaluation: [] },
    artifacts: [
      {
        path: 'model.onnx',
        role: 'MODEL',
        sizeBytes: bytes.length,
        sha256: createHash('sha256').update(bytes).digest('hex'),
      },
    ],
  };
  edit(card);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'model.onnx'), bytes);
  await writeFile(join(folder, 'model-card.json'), JSON.stringify(card));
}
