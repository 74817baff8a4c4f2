import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { datatypeVersions } from './datatype-models.js';
import { type Json } from './json.js';
import { DEMO_MODELS } from './open-test-gateway.js';

const FIXTURES = join(process.cwd(), 'test/fixtures/targets');
const CLASSES = { subtype: ['ductal', 'lobular', 'other'], grade: ['G0', 'G1', 'G2', 'G3'] } as const;
const SALT = 'of the tests';

/** What scipy and ONNX Runtime give for the 22 reference tiles. */
export interface ExpectedTargets {
  readonly logits: Readonly<Record<'subtype' | 'grade' | 'labels' | 'values' | 'risk', readonly number[]>>;
  readonly probabilities: Readonly<Record<'subtype' | 'grade' | 'labels', readonly number[]>>;
  readonly attention: readonly number[];
  readonly tileSubtype: readonly (readonly number[])[];
  readonly tileRisk: readonly number[];
  readonly folds: {
    readonly logit: readonly number[];
    readonly probability: readonly number[];
    readonly subtype: readonly (readonly number[])[];
    readonly subtypeOfMeanLogits: readonly number[];
    readonly value: readonly number[];
    readonly attention: readonly number[];
    readonly tileProbability: readonly number[];
  };
}
export const expectedTargets: ExpectedTargets = JSON.parse(await readFile(join(FIXTURES, 'expected.json'), 'utf8'));

/**
 * A registry directory with models of every kind of target, each on the features of `demo-lite0/1`:
 * `every-target/1` serves logits and `/2` probabilities; `/3` has a limit of its domain that no slide is inside of;
 * `datatypes/1` answers in FP64, FP16 and INT64, `/2` takes FP16 as well, and `/3` has a BOOL for a target;
 * `fold/1` to `/3` are members that name their training patients (`/1` has none of them);
 * `folds-mean/1`, `folds-values/1`, `folds-oof/1` and `folds-vote/1` are ensembles of them, each with another way to combine; `folds-vote/2` has
 * thresholds that its members vote by, and `folds-vote/1` a record that calls from half of the votes on.
 */
export async function createTargetModels(): Promise<{ readonly path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'tessera-targets-'));
  await cp(join(DEMO_MODELS, 'demo-lite0'), join(path, 'demo-lite0'), { recursive: true });
  const shipped: Json = JSON.parse(await readFile(join(DEMO_MODELS, 'demo-dense-focus/1/model-card.json'), 'utf8'));
  await everyTarget(path, shipped);
  await folds(path, shipped);
  await datatypes(path, shipped);
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

async function everyTarget(path: string, shipped: Json): Promise<void> {
  const tensors = { subtype: 3, grade: 4, labels: 3, values: 2, risk: 1 };
  const outputs = { ...outputsOf(tensors), targets: targetsOf('LOGIT') };
  await writeVersion(path, shipped, { name: 'every-target', version: '1', file: 'logits.onnx', output: outputs });
  const served = { ...outputs, targets: targetsOf('PROBABILITY') };
  await writeVersion(path, shipped, { name: 'every-target', version: '2', file: 'probabilities.onnx', output: served });
  const narrow = { ...shipped, domain: { ...shipped.domain, limitPercentile: 1e-6 } };
  await writeVersion(path, narrow, { name: 'every-target', version: '3', file: 'logits.onnx', output: outputs });
  const records: Json = JSON.parse(await readFile(join(FIXTURES, 'records.json'), 'utf8'));
  for (const version of ['1', '3'])
    for (const record of records) await writeRecord(path, { ...record, model: 'every-target', version });
}

async function datatypes(path: string, shipped: Json): Promise<void> {
  const binary = targetsOf('LOGIT').find((one: Json) => one.name === 'er');
  for (const { input, ...made } of datatypeVersions(binary, shipped.input))
    await writeVersion(path, { ...shipped, input }, made);
}

async function folds(path: string, shipped: Json): Promise<void> {
  const target = (name: string): Json => targetsOf('LOGIT').find((one: Json) => one.name === name);
  const output = {
    ...outputsOf({ logit: 1, subtype: 3, value: 1 }),
    targets: [{ ...target('er'), name: 'mutated', tensor: 'logit', columns: undefined }, target('subtype')],
  };
  const patients = { 1: [], 2: ['P-1', 'P-2'], 3: ['P-2', 'P-3'] } as const;
  for (const fold of [1, 2, 3] as const) {
    const list = { salt: SALT, patients: fold === 1 ? ['P-9'] : patients[fold] };
    await writeVersion(path, shipped, { name: 'fold', version: String(fold), file: `fold-${fold}.onnx`, output, list });
  }
  const members = ['1', '2', '3'].map((version) => ({ model: 'fold', version }));
  const ways = { mean: 'MEAN_OF_PROBS', values: 'MEAN_OF_VALUES', oof: 'OOF_BY_PATIENT', vote: 'MAJORITY' };
  for (const [way, combine] of Object.entries(ways))
    await writeVersion(path, shipped, {
      name: `folds-${way}`,
      version: '1',
      file: null,
      output,
      ensemble: { combine, members },
    });
  const voteThresholds = [{ target: 'mutated', thresholds: [0.05, 0.95, 0.95], comparator: 'GE' }];
  const ensemble = { combine: 'MAJORITY', members, voteThresholds };
  await writeVersion(path, shipped, { name: 'folds-vote', version: '2', file: null, output, ensemble });
  const [record]: Json = JSON.parse(await readFile(join(FIXTURES, 'records.json'), 'utf8'));
  const { class: _none, ...half } = record;
  const operatingPoints = half.operatingPoints.map((point: Json) => ({ ...point, scale: 'RAW_PROBABILITY' }));
  await writeRecord(path, {
    ...{ ...half, id: 'half-of-the-votes', model: 'folds-vote', version: '1', target: 'mutated' },
    ...{ map: { method: 'none' }, fittedOn: null, operatingPoints },
  });
}

function outputsOf(tensors: Readonly<Record<string, number>>): Json {
  const scores = Object.entries(tensors).map(([name, columns]) => tensorOf(name, [-1, columns], ['bag', name]));
  return {
    tensors: [...scores, tensorOf('attention', [-1, -1], ['bag', 'tile'])],
    embedding: null,
    expression: null,
  };
}

const tensorOf = (name: string, shape: readonly number[], axes: readonly string[]): Json => ({
  name,
  datatype: 'FP32',
  shape,
  axes,
});

function targetsOf(served: 'LOGIT' | 'PROBABILITY'): Json {
  const of = (name: string, kind: string, more: object): Json => ({
    ...{ name, title: name, kind, tensor: name, classes: null, positiveClass: null, unit: null },
    ...{ direction: 'HIGHER_IS_MORE', meaning: 'Nothing: weights are random.', ...more },
  });
  const classes = (name: keyof typeof CLASSES, kind: string): Json =>
    of(name, kind, { served: served === 'LOGIT' ? served : 'SOFTMAX', final: 'SOFTMAX', classes: CLASSES[name] });
  const label = (name: string, first: number): Json =>
    of(name, 'BINARY', {
      ...{
        tensor: 'labels',
        columns: { first, count: 1 },
        served: served === 'LOGIT' ? served : 'SIGMOID',
        final: 'SIGMOID',
      },
      ...{ classes: ['absent', 'present'], positiveClass: 'present' },
    });
  const raw = { served: 'IDENTITY', final: 'IDENTITY' };
  const value = (name: string, first: number, range: object): Json =>
    of(name, 'SCALAR', { ...raw, tensor: 'values', columns: { first, count: 1 }, unit: 'cells/mm2', range });
  return [
    classes('subtype', 'MULTICLASS'),
    classes('grade', 'ORDINAL'),
    ...[label('er', 0), label('pr', 1), label('her2', 2)],
    ...[value('cells', 0, { min: 0, max: null }), value('lymphocytes', 1, { min: 0, max: 100 })],
    of('hazard', 'RISK', { ...raw, tensor: 'risk', direction: 'HIGHER_IS_WORSE' }),
  ];
}

interface NewVersion {
  readonly name: string;
  readonly version: string;
  readonly file: string | null;
  readonly output: Json;
  readonly ensemble?: object;
  readonly list?: { readonly salt: string; readonly patients: readonly string[] };
}

async function writeVersion(path: string, shipped: Json, made: NewVersion): Promise<void> {
  const { name, version, file, list } = made;
  const folder = join(path, name, version);
  await mkdir(join(folder, 'calibrations'), { recursive: true });
  const ensemble = made.ensemble ?? null;
  const hashes = (list?.patients ?? []).map((patient) =>
    createHash('sha256').update(`${list?.salt}${patient}`).digest('hex'),
  );
  const files = [
    ...(file ? [{ path: 'model.onnx', role: 'MODEL', bytes: await readFile(join(FIXTURES, file)) }] : []),
    ...(list
      ? [{ path: 'patients.txt', role: 'TRAINING_PATIENTS', bytes: Buffer.from(`${hashes.sort().join('\n')}\n`) }]
      : []),
    ...(ensemble ? [] : [await domainReference(shipped)]),
  ];
  for (const { path: at, bytes } of files) await writeFile(join(folder, at), bytes);
  const maps = ['ATTENTION_ROLLOUT', 'TILE_CLASS', 'PRODUCT'].map((mode) => ({
    ...{ mode, tensor: mode === 'ATTENTION_ROLLOUT' ? 'attention' : null, normalisation: 'NONE', meaning: mode },
  }));
  const training = list ? { trainingPatients: { path: 'patients.txt', salt: list.salt, size: hashes.length } } : {};
  await writeJson(join(folder, 'model-card.json'), {
    ...shipped,
    identity: { ...shipped.identity, name, version, parent: null, ensemble },
    output: made.output,
    spatial: maps,
    domain: ensemble ? null : shipped.domain,
    provenance: { ...shipped.provenance, evaluation: [], ...training },
    artifacts: files.map(({ path: at, role, bytes }) => ({
      ...{ path: at, role, sizeBytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') },
    })),
  });
}

async function domainReference(shipped: Json) {
  const bytes = await readFile(join(DEMO_MODELS, 'demo-dense-focus/1', shipped.domain.path));
  return { path: shipped.domain.path, role: 'DOMAIN_REFERENCE', bytes };
}

async function writeRecord(path: string, record: Json): Promise<void> {
  const { model, version, id } = record;
  await writeJson(join(path, model, version, 'calibrations', `${id}.json`), record);
}

const writeJson = (path: string, json: unknown) => writeFile(path, JSON.stringify(json));
