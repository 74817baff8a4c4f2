import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cardDigest, parseModelCard } from '#model-registry';
import { ALIGNMENT_FIXTURES } from './alignment.js';
import { type Json } from './json.js';
import { DEMO_MODELS } from './open-test-gateway.js';

export const HEADS = join(ALIGNMENT_FIXTURES, 'heads');
const DIM = 16;
const GENES = 32;
export const LOG_SCALE = Math.log(14.285714);

interface File {
  readonly path: string;
  readonly role: string;
  readonly from: string;
}

/** A registry directory with the encoder of the demonstration and heads that nobody trained (test/fixtures/alignment/make_heads.py). */
export interface MadeHeads {
  readonly path: string;
  /** What NumPy made of their towers. */
  readonly expected: Json;
  remove(): Promise<void>;
}

const TOWER = { modality: 'TRANSCRIPTOME', dim: DIM } as const;
const CLIP = { loss: 'CLIP', logitScale: { value: LOG_SCALE, space: 'LOG' }, logitBias: null } as const;

/** Heads by name, as they differ: which tower takes profiles, and what the card says. */
const HEADS_OF: Readonly<Record<string, { readonly tower: string; readonly alignment: Json }>> = {
  'made-log': { tower: 'made-gene', alignment: CLIP },
  'made-exp': { tower: 'made-gene', alignment: { ...CLIP, logitScale: { value: Math.exp(LOG_SCALE), space: 'EXP' } } },
  'made-clamped': {
    tower: 'made-gene',
    alignment: { ...CLIP, logitScale: { value: 9, space: 'LOG', max: Math.log(100) } },
  },
  'made-siglip': { tower: 'made-gene', alignment: { ...CLIP, loss: 'SIGLIP', logitBias: -10 } },
  'made-lengths': { tower: 'made-gene-long', alignment: { ...CLIP, l2Normalised: false, normalisedInTraining: false } },
  'made-liar': { tower: 'made-gene-long', alignment: CLIP },
  'made-median': { tower: 'made-gene-median', alignment: CLIP },
  'made-pinned': { tower: 'made-gene-pinned', alignment: CLIP },
  'made-batch': { tower: 'made-gene', alignment: { ...CLIP, cautions: ['BATCH_DEPENDENT', 'DEGRADES_EXPRESSION'] } },
  'made-words': { tower: 'made-sentence', alignment: CLIP },
};

export async function createMadeHeads(): Promise<MadeHeads> {
  const path = await mkdtemp(join(tmpdir(), 'tessera-heads-'));
  await cp(join(DEMO_MODELS, 'demo-lite0'), join(path, 'demo-lite0'), { recursive: true });
  const expected: Json = JSON.parse(await readFile(join(HEADS, 'expected.json'), 'utf8'));
  await writeTower(path, 'made-image', 'demo-her2st-align-image', [model('image')], () => undefined);
  const vocabulary = { path: 'genes.txt', role: 'VOCABULARY', from: 'genes.txt' };
  const genes = async (name: string, file: string, transform?: Json) =>
    writeTower(path, name, 'demo-her2st-align-gene', [vocabulary, model(file)], (card) => {
      card.vocabulary = { ...card.vocabulary, size: GENES };
      card.input.tensors[0].shape = [-1, GENES];
      if (transform) card.input.transform = transform;
    });
  await genes('made-gene', 'gene');
  await genes('made-gene-long', 'gene-long');
  await genes('made-gene-median', 'gene', [
    { op: 'LIBRARY_SIZE', args: { target: 'median of the batch' } },
    { op: 'LOG1P' },
  ]);
  await genes('made-gene-pinned', 'gene', [
    { op: 'LIBRARY_SIZE', args: { target: 'median of the batch', pinned: 4000 } },
    { op: 'LOG1P' },
  ]);
  const listed = { path: 'housekeeping.txt', role: 'OTHER', from: 'housekeeping.txt' };
  await writeTower(path, 'made-sentence', 'demo-her2st-align-gene', [listed, model('sentence')], (card) => {
    card.vocabulary = null;
    card.input.unit = 'TEXT';
    card.input.tensors = [{ name: 'sentences', datatype: 'BYTES', shape: [-1], axes: ['spot'] }];
    card.input.transform = [{ op: 'top-genes', args: { k: 5, excludePath: 'housekeeping.txt' } }];
  });
  for (const name of Object.keys(HEADS_OF)) await writeHead(path, name, expected);
  return { path, expected, remove: () => rm(path, { recursive: true, force: true }) };
}

function model(name: string): File {
  return { path: 'model.onnx', role: 'MODEL', from: `${name}.onnx` };
}

async function writeTower(
  path: string,
  name: string,
  like: string,
  files: readonly File[],
  edit: (card: Json) => void,
): Promise<void> {
  const card = await shippedCard(like);
  card.identity = { ...card.identity, name, title: 'Random weights', description: 'It means nothing.' };
  card.output.tensors[0].shape = [-1, DIM];
  card.output.embedding = { ...card.output.embedding, dim: DIM, l2Normalised: name !== 'made-gene-long' };
  edit(card);
  await writeVersion(path, card, files);
}

async function writeHead(path: string, name: string, expected: Json): Promise<void> {
  const { tower = '', alignment } = HEADS_OF[name] ?? {};
  const card = await shippedCard('demo-her2st-align');
  const isText = tower === 'made-sentence';
  const files = [
    {
      path: 'reference.safetensors',
      role: 'REFERENCE_SET',
      from: isText ? 'reference-text.safetensors' : 'reference.safetensors',
    },
    ...(isText ? [] : [{ path: 'genes.txt', role: 'VOCABULARY', from: 'genes.txt' }]),
  ];
  card.identity = { ...card.identity, name, title: 'Random weights', description: 'It means nothing.' };
  card.output.tensors[0].shape = [-1, DIM];
  card.output.embedding = { ...card.output.embedding, dim: DIM };
  card.vocabulary = isText ? null : { ...card.vocabulary, size: GENES };
  card.input.tensors = card.input.tensors.slice(0, 1);
  card.provenance = { ...card.provenance, evaluation: [] };
  const genes = createHash('sha256')
    .update(expected.members.map((gene: string) => `${gene}\n`).join(''))
    .digest('hex');
  const isCalibrated = name === 'made-log';
  const settings = { referenceSet: 'made', shift: 1, background: 50, seed: 3 };
  const input = { ...(await shippedCard('demo-her2st-align-gene')).input, batchDependent: true };
  const { unit, tensors, transform, batchDependent } = input;
  card.alignment = {
    towers: [
      { modality: 'IMAGE', model: { model: 'made-image', version: '1' }, dim: DIM },
      {
        ...TOWER,
        model: { model: tower, version: '1' },
        ...(name === 'made-batch' ? { input: { unit, tensors, transform, batchDependent } } : {}),
      },
    ],
    embedDim: DIM,
    l2Normalised: true,
    ...{
      referenceSets: [
        { id: 'made', path: 'reference.safetensors', size: expected.counts.length, description: 'Made pairs.' },
      ],
    },
    ...{ retrieval: [], cautions: [] },
    ...(isCalibrated ? { zeroShot: { ...settings, sets: [{ target: 'made-set', genes }] } } : {}),
    ...alignment,
  };
  card.output.targets = isCalibrated ? [target(card.output.tensors[0].name)] : [];
  const folder = await writeVersion(path, card, files);
  if (isCalibrated) await writeRecord(folder);
}

function target(tensor: string): Json {
  return {
    ...{ name: 'made-set', title: 'A pathway', kind: 'BINARY', tensor, columns: { first: 0, count: 1 } },
    ...{ served: 'LOGIT', final: 'SIGMOID', classes: ['low', 'high'], positiveClass: 'high', unit: null },
    ...{ direction: 'HIGHER_IS_MORE', meaning: 'Nothing.' },
  };
}

async function writeRecord(folder: string): Promise<void> {
  const shipped: Json = JSON.parse(
    await readFile(
      join(DEMO_MODELS, 'demo-dense-focus/1/calibrations/demo-dense-focus-1-platt-resection.json'),
      'utf8',
    ),
  );
  const record = {
    ...shipped,
    ...{ id: 'made-log-1-platt', model: 'made-log', version: '1', target: 'made-set' },
    map: { method: 'platt', a: 2, b: -1 },
    stratum: { specimen: null, scanner: null, site: null },
  };
  await mkdir(join(folder, 'calibrations'), { recursive: true });
  await writeFile(join(folder, 'calibrations/made-log-1-platt.json'), JSON.stringify(record));
}

async function shippedCard(name: string): Promise<Json> {
  return JSON.parse(await readFile(join(DEMO_MODELS, name, '1/model-card.json'), 'utf8'));
}

async function writeVersion(path: string, json: Json, files: readonly File[]): Promise<string> {
  const folder = join(path, json.identity.name, json.identity.version);
  await mkdir(folder, { recursive: true });
  const artifacts = [];
  for (const { path: at, role, from } of files) {
    const bytes = await readFile(join(HEADS, from));
    await writeFile(join(folder, at), bytes);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    artifacts.push({ path: at, role, sizeBytes: bytes.length, sha256 });
    if (role === 'VOCABULARY') json.vocabulary = { ...json.vocabulary, path: at, digest: sha256 };
  }
  const card = { ...json, artifacts };
  cardDigest(parseModelCard(card));
  await writeFile(join(folder, 'model-card.json'), JSON.stringify(card));
  return folder;
}
