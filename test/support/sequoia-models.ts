import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cardDigest, parseModelCard } from '#model-registry';
import { type Json } from './json.js';
import { onnxConstant, onnxModel, onnxNode } from './onnx-file.js';
import { DEMO_MODELS } from './open-test-gateway.js';

const GENE_LIST = join(process.cwd(), 'test/fixtures/transcriptomics/sequoia_gene_list.csv');
export const SEQUOIA = { clusters: 100, dim: 1024, genes: 20_820, folds: 5, encoder: 'random-uni/1' } as const;
const BATCH = 'bag';

/** Weights of a fold. Its answer: mean over the clusters of relu((x + position) W1), times W2, plus b. */
export interface FoldWeights {
  /** `[100, 1024]`, added to the clusters: their order counts. */
  readonly position: Float32Array;
  /** `[1024, hidden]` */
  readonly first: Float32Array;
  /** `[hidden, 20820]` */
  readonly second: Float32Array;
  readonly bias: Float32Array;
}

export interface SequoiaModels {
  readonly path: string;
  readonly folds: readonly FoldWeights[];
  readonly genes: readonly string[];
  remove(): Promise<void>;
}

/**
 * A registry directory with a model of SEQUOIA's published shape and weights of no meaning, the same for a seed: cluster means `[100, 1024]` to 20,820 genes, five folds
 * (`random-sequoia-0/1` to `-4/1`), their mean (`random-sequoia/1`) and an encoder of 1,024 numbers (`random-uni/1`). Only the shape is SEQUOIA's: inside there is one hidden layer.
 */
export async function createSequoiaModels(hidden: number, seed = 1): Promise<SequoiaModels> {
  const path = await mkdtemp(join(tmpdir(), 'tessera-sequoia-'));
  const genes = (await readFile(GENE_LIST, 'utf8')).trimEnd().split('\n').slice(1);
  const encoderDigest = await writeEncoder(path, seed);
  const folds = Array.from({ length: SEQUOIA.folds }, (_, fold) => weightsOf(hidden, seed * 1000 + fold));
  for (const [fold, weights] of folds.entries())
    await writeVersion(path, `random-sequoia-${fold}`, { weights, hidden, genes, encoderDigest });
  await writeVersion(path, 'random-sequoia', { weights: null, hidden, genes, encoderDigest });
  return { path, folds, genes, remove: () => rm(path, { recursive: true, force: true }) };
}

function weightsOf(hidden: number, seed: number): FoldWeights {
  const { clusters, dim, genes } = SEQUOIA;
  const random = randomOf(seed);
  return {
    position: random(clusters * dim, 0.5),
    first: random(dim * hidden, 1 / Math.sqrt(dim)),
    second: random(hidden * genes, 8 / Math.sqrt(hidden)),
    bias: random(genes, 3),
  };
}

/** Numbers from -scale to scale (mulberry32, T. Ettinger 2017). */
function randomOf(seed: number): (count: number, scale: number) => Float32Array {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 31 - 1;
  };
  return (count, scale) => {
    const list = new Float32Array(count);
    for (let at = 0; at < count; at += 1) list[at] = next() * scale;
    return list;
  };
}

async function writeEncoder(path: string, seed: number): Promise<string> {
  const { dim } = SEQUOIA;
  const shipped: Json = JSON.parse(await readFile(join(DEMO_MODELS, 'demo-lite0/1/model-card.json'), 'utf8'));
  const model = onnxModel({
    inputs: [{ name: 'tiles', shape: ['tile', 224, 224, 3], type: 'UINT8' }],
    outputs: [{ name: 'features', shape: ['tile', dim] }],
    nodes: [
      onnxNode('Cast', ['tiles'], 'floats', { to: 1 }),
      onnxNode('ReduceMean', ['floats', 'plane'], 'colour', { keepdims: 0 }),
      onnxNode('MatMul', ['colour', 'weights'], 'features'),
    ],
    constants: [
      onnxConstant('plane', [2], BigInt64Array.of(1n, 2n)),
      onnxConstant('weights', [3, dim], randomOf(seed)(3 * dim, 0.01)),
    ],
  });
  const [features] = shipped.output.tensors;
  return writeCard(path, [{ path: 'model.onnx', role: 'MODEL', bytes: model }], {
    ...shipped,
    identity: { ...shipped.identity, name: 'random-uni', title: 'Random encoder' },
    output: {
      ...shipped.output,
      tensors: [{ ...features, shape: [-1, dim] }],
      embedding: { ...shipped.output.embedding, dim },
    },
  });
}

interface NewVersion {
  readonly weights: FoldWeights | null;
  readonly hidden: number;
  readonly genes: readonly string[];
  readonly encoderDigest: string;
}

async function writeVersion(path: string, name: string, made: NewVersion): Promise<string> {
  const { clusters, dim, folds, genes } = SEQUOIA;
  const shipped: Json = JSON.parse(await readFile(join(DEMO_MODELS, 'demo-her2st-expr-m1/1/model-card.json'), 'utf8'));
  const list = Buffer.from(`${made.genes.join('\n')}\n`);
  const files = [
    { path: 'genes.txt', role: 'VOCABULARY', bytes: list },
    ...(made.weights ? [{ path: 'model.onnx', role: 'MODEL', bytes: foldModel(made.weights, made.hidden) }] : []),
  ];
  const members = Array.from({ length: folds }, (_, fold) => ({ model: `random-sequoia-${fold}`, version: '1' }));
  const input = { name: 'clusters', datatype: 'FP32', shape: [-1, clusters, dim], axes: [BATCH, 'cluster', 'feature'] };
  const output = { name: 'expression', datatype: 'FP32', shape: [-1, genes], axes: [BATCH, 'gene'] };
  return writeCard(path, files, {
    ...shipped,
    identity: {
      ...{ name, version: '1', title: 'Random weights of the shape of SEQUOIA', description: 'It means nothing.' },
      ...{ parent: null, ensemble: made.weights ? null : { members, combine: 'MEAN_OF_VALUES' } },
    },
    task: { kind: 'EXPRESSION', level: 'SLIDE' },
    extractor: { ...shipped.extractor, model: 'random-uni', digest: made.encoderDigest, dim },
    input: {
      ...shipped.input,
      unit: 'CLUSTER_FEATURES',
      tensors: [input],
      tiles: { min: clusters, max: 4000 },
      sampling: [{ method: "k-means, each cluster's mean", k: clusters, seed: 0, library: null }],
    },
    output: {
      ...shipped.output,
      tensors: [output],
      expression: { tensor: 'expression', unit: 'log2(FPKM-UQ + 1)', transform: 'LOG2P1', base: 'FPKM-UQ' },
    },
    vocabulary: {
      ...shipped.vocabulary,
      size: genes,
      digest: createHash('sha256').update(list).digest('hex'),
      qualityPath: null,
    },
    spatial: [],
    provenance: { ...shipped.provenance, evaluation: [] },
  });
}

function foldModel({ position, first, second, bias }: FoldWeights, hidden: number): Uint8Array {
  const { clusters, dim, genes } = SEQUOIA;
  return onnxModel({
    inputs: [{ name: 'clusters', shape: [BATCH, clusters, dim] }],
    outputs: [{ name: 'expression', shape: [BATCH, genes] }],
    nodes: [
      onnxNode('Add', ['clusters', 'position'], 'placed'),
      onnxNode('MatMul', ['placed', 'first'], 'hidden'),
      onnxNode('Relu', ['hidden'], 'active'),
      onnxNode('ReduceMean', ['active', 'tokens'], 'mean', { keepdims: 0 }),
      onnxNode('Gemm', ['mean', 'second', 'bias'], 'expression'),
    ],
    constants: [
      onnxConstant('position', [clusters, dim], position),
      onnxConstant('first', [dim, hidden], first),
      onnxConstant('tokens', [1], BigInt64Array.of(1n)),
      onnxConstant('second', [hidden, genes], second),
      onnxConstant('bias', [genes], bias),
    ],
  });
}

async function writeCard(
  path: string,
  files: readonly { readonly path: string; readonly role: string; readonly bytes: Uint8Array }[],
  json: Json,
): Promise<string> {
  const folder = join(path, json.identity.name, json.identity.version);
  await mkdir(folder, { recursive: true });
  for (const file of files) await writeFile(join(folder, file.path), file.bytes);
  const artifacts = files.map(({ path: at, role, bytes }) => ({
    ...{ path: at, role, sizeBytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') },
  }));
  const card = { ...json, artifacts };
  await writeFile(join(folder, 'model-card.json'), JSON.stringify(card));
  return cardDigest(parseModelCard(card));
}
