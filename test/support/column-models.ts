import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Json } from './json.js';
import { DEMO_MODELS } from './open-test-gateway.js';
import { WINDOW_GENES } from './window-models.js';

const FIXTURES = join(process.cwd(), 'test/fixtures/spatial');

/** What ONNX Runtime gives for the 22 reference tiles. */
export interface ExpectedColumns {
  readonly coords: readonly (readonly [number, number])[];
  readonly scores: readonly (readonly number[])[];
  readonly expression: readonly number[];
}
export const expectedColumns: ExpectedColumns = JSON.parse(await readFile(join(FIXTURES, 'tile-columns.json'), 'utf8'));

interface Version {
  readonly name: string;
  readonly version?: string;
  readonly model: string | null;
  readonly places: number;
  readonly padding?: Json;
  /** Axes of the scores of tiles. */
  readonly axes?: readonly string[];
  readonly unit?: string;
}

/**
 * Versions of HE2RNA's published form on the features of `demo-lite0/1`, with random weights, in a directory that has that encoder: `columns/1` takes any number of tiles, `/2` eight with padding, `/3`
 * eight and says nothing of padding, `/4` has scores whose axes are not stated. `columns-mean/1` is the mean of the first two, `columns-mixed/1` of two units.
 */
export async function writeColumnModels(path: string): Promise<void> {
  const padding = { value: 0, masked: true };
  const [any, eight] = [
    { model: 'tile-columns.onnx', places: -1 },
    { model: 'tile-columns-8.onnx', places: 8 },
  ];
  await write(path, { name: 'columns', ...any });
  await write(path, { name: 'columns', version: '2', ...eight, padding });
  await write(path, { name: 'columns', version: '3', ...eight });
  await write(path, { name: 'columns', version: '4', ...any, axes: ['bag', 'gene', 'place'] });
  await write(path, { name: 'columns', version: '5', ...any, unit: 'log2(FPKM-UQ + 1)' });
  await write(path, { name: 'columns-mean', ...any, model: null }, ['1', '2']);
  await write(path, { name: 'columns-mixed', ...any, model: null }, ['1', '5']);
}

async function write(path: string, given: Version, members: readonly string[] = []): Promise<void> {
  const { name, version = '1', model, places, padding, axes = ['bag', 'gene', 'tile'] } = given;
  const { unit = 'log10(1 + FPKM-UQ)' } = given;
  const shipped: Json = JSON.parse(await readFile(join(DEMO_MODELS, 'demo-her2st-expr-m1/1/model-card.json'), 'utf8'));
  const folder = join(path, name, version);
  await mkdir(folder, { recursive: true });
  const genes = Buffer.from(`${WINDOW_GENES.join('\n')}\n`);
  const files = [
    { path: 'genes.txt', role: 'VOCABULARY', bytes: genes },
    ...(model ? [{ path: 'model.onnx', role: 'MODEL', bytes: await readFile(join(FIXTURES, model)) }] : []),
  ];
  for (const file of files) await writeFile(join(folder, file.path), file.bytes);
  const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
  const ensemble = { combine: 'MEAN_OF_VALUES', members: members.map((one) => ({ model: 'columns', version: one })) };
  const card = {
    ...shipped,
    identity: { ...shipped.identity, name, version, parent: null, ensemble: members.length > 0 ? ensemble : null },
    task: { kind: 'EXPRESSION', level: 'SLIDE' },
    input: {
      ...shipped.input,
      tensors: [{ name: 'features', datatype: 'FP32', shape: [-1, 1280, places], axes: ['bag', 'feature', 'tile'] }],
      ...(padding ? { padding } : {}),
    },
    output: {
      ...shipped.output,
      tensors: [
        { name: 'expression', datatype: 'FP32', shape: [-1, 6], axes: ['bag', 'gene'] },
        { name: 'tile_scores', datatype: 'FP32', shape: [-1, 6, places], axes },
      ],
      expression: { tensor: 'expression', unit, transform: unit.startsWith('log2') ? 'LOG2P1' : 'LOG10P1' },
    },
    vocabulary: { ...shipped.vocabulary, digest: sha256(genes), size: 6, qualityPath: null },
    spatial: [{ mode: 'PER_TILE', tensor: 'tile_scores', normalisation: 'NONE', meaning: 'Score before the top k.' }],
    provenance: { ...shipped.provenance, evaluation: [] },
    artifacts: files.map(({ path: at, role, bytes }) => ({
      ...{ path: at, role, sizeBytes: bytes.length, sha256: sha256(bytes) },
    })),
  };
  await writeFile(join(folder, 'model-card.json'), JSON.stringify(card));
}
