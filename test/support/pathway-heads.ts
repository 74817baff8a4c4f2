import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { createCohort, followPrediction, predictCohort } from './cohorts.js';
import { type Json } from './json.js';
import { type MadeSlide, SlideMaker } from './many-slides.js';
import { DEMO_MODELS, type TestGateway } from './open-test-gateway.js';

const FIXTURES = join(process.cwd(), 'test/fixtures/pathway-heads');
const SETS = join(process.cwd(), 'test/fixtures/transcriptomics/h.all.v7.0.symbols.gmt');
const SALT = 'of the tests';
/** Who was in the training of each fold: P-2 in two of them, P-3 in one, P-4 in all. */
const PATIENTS = [
  ['P-4', 'P-9'],
  ['P-2', 'P-4'],
  ['P-2', 'P-3', 'P-4'],
];

/** In the order of the heads, which is not that of the collection. */
export const PATHWAYS = [
  ...['HALLMARK_P53_PATHWAY', 'HALLMARK_HYPOXIA', 'HALLMARK_APOPTOSIS', 'HALLMARK_MYC_TARGETS_V1'],
  ...['HALLMARK_COMPLEMENT', 'HALLMARK_E2F_TARGETS', 'HALLMARK_ANGIOGENESIS', 'HALLMARK_GLYCOLYSIS'],
];
/** What the same heads stand for where they are called expression. */
export const HEAD_GENES = ['TP53', 'VEGFA', 'BCL2', 'MYC', 'C3', 'E2F1', 'KDR', 'ALK'];

const FIELDS = `fragment P on SlidePathwayScores { model unit transform learnedScores collectionDigest vocabularyDigest referenceDigest geneCount setCount passedOverCount reliableCount
  aggregation tileCount settings { method minSize maxSize } members { model answerId isUsed } training { state trainedOn } provenance { answerId isReused model { ref digest } features { digest } }
  scores(first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor }
    nodes { name value size overlap missing passedOver memberSpread reliable evidence { r q rmse n passed cohort } } } }`;
export const ASK_HEADS = `${FIELDS} query Ask($id: ID!, $model: ModelRef!, $settings: PathwaySettingsInput! = {method: MODEL}, $collection: ID, $reference: ID, $context: PredictionContextInput, $first: Int! = 100, $after: String) {
  slide(id: $id) { pathwayScores(model: $model, settings: $settings, collection: $collection, reference: $reference, context: $context) { ...P } } }`;
export const ANSWER_OF_HEAD = `${FIELDS} query Answer($id: ID!, $first: Int! = 100, $after: String) { answer(id: $id) { kind expression { unit } pathwayScores { ...P } } }`;
export const ASK_GENES = `query Genes($id: ID!, $context: PredictionContextInput) { slide(id: $id) { expression(model: "genes-oof/1", context: $context) {
  genes(symbols: ["ALK", "TP53"]) { gene { value memberSpread } } values(encoding: JSON) members { model isUsed } training { state trainedOn } } } }`;
export const COMPARE_HEADS = `query Compare($input: CompareVersionsInput!) { compareVersions(input: $input) { expression { n } versions { ref answered }
  pathways { n unit setCount collectionDigest reliableCount unshared { count } pairs { named(names: ["HALLMARK_HYPOXIA", "nothing"]) { name position pearson { value } bias } } } } }`;

/** Of float32 that went through the embedded server. */
export const near = (found: readonly number[], wanted: readonly number[]): void => {
  expect(found).toHaveLength(wanted.length);
  found.forEach((value, at) => expect(value).toBeCloseTo(wanted[at] ?? NaN, 4));
};

/** What is refused: the version, what is asked, and the code with its facts. */
export const REFUSED_HEADS: readonly (readonly [string, object, object])[] = [
  ['gene-fold/1', {}, { code: 'BAD_USER_INPUT', argument: 'model' }],
  ['head/1', { settings: { method: 'SSGSEA' }, collection: 'two' }, { code: 'BAD_USER_INPUT', argument: 'model' }],
  ['head/1', { settings: { method: 'SSGSEA' } }, { code: 'BAD_USER_INPUT', argument: 'collection' }],
  ['head/1', { settings: { method: 'MODEL', normalise: 'RANGE' } }, { argument: 'settings.normalise' }],
  ['head/1', { reference: 'some' }, { code: 'BAD_USER_INPUT', argument: 'reference' }],
  ['head/1', { collection: 'nowhere' }, { code: 'NOT_FOUND' }],
  ['head/1', { collection: 'two' }, { code: 'VOCABULARY_MISMATCH' }],
  ['head-other/1', { collection: 'hallmark-7.0' }, { code: 'VOCABULARY_MISMATCH', model: 'local:head-other/1' }],
  ['head-slide/1', { collection: 'hallmark-7.0' }, { code: 'VOCABULARY_MISMATCH', needed: null }],
];

/** What ONNX Runtime gives for the 22 reference tiles. */
export interface ExpectedHeads {
  /** `[fold, pathway]`, the mean over the tiles. */
  readonly folds: readonly (readonly number[])[];
  readonly mean: readonly number[];
  readonly spread: readonly number[];
  readonly slide: readonly number[];
  /** `[tile, pathway]`, the mean of the folds. */
  readonly tiles: readonly (readonly number[])[];
}
export const expectedHeads: ExpectedHeads = JSON.parse(await readFile(join(FIXTURES, 'expected.json'), 'utf8'));

/**
 * A registry directory with heads of random weights on the features of `demo-lite0/1`: `head/1` to `/3` predict eight pathways of Hallmark tile by tile, `heads-mean/1` and `heads-oof/1`
 * are ensembles of them; `head-slide/1` predicts the slide as a whole, of no collection; `head-other/1` says that its pathways are of another collection.
 * `gene-fold/1` to `/3` and `genes-oof/1` are the same numbers called expression. Each fold names its training patients.
 */
export async function createPathwayHeads(): Promise<{ readonly path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'tessera-pathways-'));
  await cp(join(DEMO_MODELS, 'demo-lite0'), join(path, 'demo-lite0'), { recursive: true });
  const shipped: Json = JSON.parse(await readFile(join(DEMO_MODELS, 'demo-her2st-expr-m1/1/model-card.json'), 'utf8'));
  const collection = { name: 'MSigDB Hallmark', version: '7.0', digest: sha256(await readFile(SETS)) };
  const write = (head: Partial<Head> & { readonly name: string }): Promise<void> =>
    writeHead(path, shipped, { version: '1', kind: 'PATHWAY', level: 'TILE', file: null, collection, ...head });
  for (const [at, patients] of PATIENTS.entries()) {
    const fold = { version: `${at + 1}`, file: `fold-${at + 1}.onnx`, patients };
    await write({ ...fold, name: 'head' });
    await write({ ...fold, name: 'gene-fold', kind: 'EXPRESSION' });
  }
  await write({ name: 'heads-mean', ensemble: ensembleOf('head', 'MEAN_OF_VALUES'), quality: QUALITY });
  await write({ name: 'heads-oof', ensemble: ensembleOf('head', 'OOF_BY_PATIENT') });
  await write({ name: 'genes-oof', kind: 'EXPRESSION', ensemble: ensembleOf('gene-fold', 'OOF_BY_PATIENT') });
  await write({ name: 'head-slide', level: 'SLIDE', file: 'slide.onnx', collection: null });
  await write({ name: 'head-other', file: 'fold-1.onnx', collection: { ...collection, digest: 'a'.repeat(64) } });
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

const QUALITY = [
  ...['term\tr\tp\tq\trmse\tn\tpassed\tcohort', 'HALLMARK_P53_PATHWAY\t0.41\t0.001\t0.004\t0.2\t120\ttrue\theld out'],
  ...['HALLMARK_HYPOXIA\t0.02\t0.6\t0.7\t0.9\t120\tfalse\theld out', ''],
].join('\n');

interface Head {
  readonly name: string;
  readonly version: string;
  readonly kind: 'PATHWAY' | 'EXPRESSION';
  readonly level: 'TILE' | 'SLIDE';
  readonly file: string | null;
  readonly collection: object | null;
  readonly ensemble?: object;
  readonly quality?: string;
  readonly patients?: readonly string[];
}

const ensembleOf = (model: string, combine: string): object => ({
  combine,
  members: ['1', '2', '3'].map((version) => ({ model, version })),
});

async function writeHead(path: string, shipped: Json, head: Head): Promise<void> {
  const { name, version, kind, level, collection, ensemble = null } = head;
  const isPathway = kind === 'PATHWAY';
  const folder = join(path, name, version);
  await mkdir(folder, { recursive: true });
  const terms = Buffer.from(`${(isPathway ? PATHWAYS : HEAD_GENES).join('\n')}\n`);
  const files = await filesOf(head, terms);
  for (const file of files) await writeFile(join(folder, file.path), file.bytes);
  const count = head.patients?.length ?? 0;
  const training = count > 0 ? { trainingPatients: { path: 'patients.txt', salt: SALT, size: count } } : {};
  const before = level === 'SLIDE' ? ['bag'] : [];
  const scale = {
    tensor: 'pathways',
    unit: isPathway ? 'GSVA score' : 'log2(FPKM-UQ + 1)',
    transform: isPathway ? 'NONE' : 'LOG2P1',
  };
  const card = {
    ...shipped,
    identity: { ...shipped.identity, name, version, parent: null, ensemble },
    task: { kind, level },
    input: {
      ...shipped.input,
      tensors: [
        {
          ...{ name: 'features', datatype: 'FP32' },
          ...{ shape: [...before.map(() => -1), -1, 1280], axes: [...before, 'tile', 'feature'] },
        },
      ],
    },
    output: {
      ...shipped.output,
      tensors: [
        { name: 'pathways', datatype: 'FP32', shape: [-1, 8], axes: [level === 'SLIDE' ? 'bag' : 'tile', 'pathway'] },
      ],
      expression: isPathway ? null : scale,
      pathways: isPathway ? { ...scale, method: 'None: weights are random.', collection } : null,
    },
    vocabulary: {
      ...{ kind: isPathway ? 'PATHWAYS' : 'GENES', path: 'terms.txt', digest: sha256(terms), size: 8 },
      ...{ namespace: isPathway ? 'GENE_SET' : 'HGNC', qualityPath: head.quality ? 'quality.tsv' : null },
    },
    spatial:
      level === 'TILE' ? [{ mode: 'PER_TILE', tensor: 'pathways', normalisation: 'NONE', meaning: 'Random.' }] : [],
    provenance: { ...shipped.provenance, evaluation: [], ...training },
    artifacts: files.map(({ path: at, role, bytes }) => ({
      ...{ path: at, role, sizeBytes: bytes.length, sha256: sha256(bytes) },
    })),
  };
  await writeFile(join(folder, 'model-card.json'), JSON.stringify(card));
}

async function filesOf({ file, quality, patients }: Head, terms: Buffer) {
  const hashes = (patients ?? []).map((id) => sha256(Buffer.from(`${SALT}${id}`))).sort();
  return [
    { path: 'terms.txt', role: 'VOCABULARY', bytes: terms },
    ...(file ? [{ path: 'model.onnx', role: 'MODEL', bytes: await readFile(join(FIXTURES, file)) }] : []),
    ...(quality ? [{ path: 'quality.tsv', role: 'QUALITY', bytes: Buffer.from(quality) }] : []),
    ...(patients
      ? [{ path: 'patients.txt', role: 'TRAINING_PATIENTS', bytes: Buffer.from(`${hashes.join('\n')}\n`) }]
      : []),
  ];
}

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** A cohort `five` of five slides, about which versions were asked. */
export async function predictFive(gateway: TestGateway, models: readonly string[]): Promise<readonly MadeSlide[]> {
  const slides = await (await SlideMaker.of(gateway)).many(5);
  await createCohort(gateway, { id: 'five', name: 'Five', csv: ['slide', ...slides.map(({ id }) => id)].join('\n') });
  await followPrediction(gateway, await predictCohort(gateway, { cohort: 'five', models }));
  return slides;
}
