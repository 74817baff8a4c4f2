import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readMatrixFile } from '#libs/array-files';
import { sharedNumbers, type StoredMatrix } from '#libs/transcriptomics';
import { p53Table } from '#test/expression-matrices';
import { ROOT } from '../support/folders.js';

/** A matrix and gene sets, in memory and in a folder for another program. */
export interface BenchMatrix {
  readonly name: string;
  readonly folder: string;
  readonly matrix: StoredMatrix;
  readonly sets: Uint8Array;
  readonly samples: number;
}

const GENES = 20_000;
const SAMPLES = 300;
const SETS = 50;
const SET_SIZE = 150;
/** A prime: every set has its members spread over the genes. */
const STEP = 131;

/** 9,096 genes in 14 cell lines, and MSigDB Hallmark. */
export async function p53Matrix(folder: string): Promise<BenchMatrix> {
  await mkdir(folder, { recursive: true });
  const file = join(folder, 'p53.tsv');
  await writeFile(file, await p53Table());
  const options = { argument: 'path', signal: new AbortController().signal, timeoutMs: 60_000 };
  const { genes, samples, values } = await readMatrixFile(file, options);
  const sets = await readFile(join(ROOT, 'test/fixtures/transcriptomics/h.all.v7.0.symbols.gmt'), 'utf8');
  return kept('9,096 x 14', folder, { genes, samples, values, sets });
}

/** 20,000 genes in 300 samples, normally distributed, with a seed; 50 sets of 150 genes. */
export async function largeMatrix(folder: string): Promise<BenchMatrix> {
  await mkdir(folder, { recursive: true });
  const values = sharedNumbers(GENES * SAMPLES);
  let seed = 20_260_101;
  const uniform = (): number => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
  for (let at = 0; at < values.length; at += 1) {
    values[at] = Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
  }
  const genes = Array.from({ length: GENES }, (_, gene) => `G${gene}`);
  const samples = Array.from({ length: SAMPLES }, (_, sample) => `S${sample}`);
  const members = (set: number): string =>
    genes
      .filter((_, gene) => (gene * 7 + set) % STEP === 0)
      .slice(0, SET_SIZE)
      .join('\t');
  const sets = Array.from({ length: SETS }, (_, set) => `SET_${set}\t\t${members(set)}\n`).join('');
  return kept('20,000 x 300', folder, { genes, samples, values, sets });
}

async function kept(
  name: string,
  folder: string,
  {
    genes,
    samples,
    values,
    sets,
  }: {
    readonly genes: readonly string[];
    readonly samples: readonly string[];
    readonly values: Float64Array<SharedArrayBuffer>;
    readonly sets: string;
  },
): Promise<BenchMatrix> {
  await writeFile(join(folder, 'genes.txt'), `${genes.join('\n')}\n`);
  await writeFile(join(folder, 'samples.txt'), `${samples.join('\n')}\n`);
  await writeFile(join(folder, 'values.f64'), Buffer.from(values.buffer));
  await writeFile(join(folder, 'sets.gmt'), sets);
  const names = Buffer.from(`${genes.join('\n')}\n\n${samples.join('\n')}\n\n`, 'utf8');
  return { name, folder, matrix: { names, values }, sets: Buffer.from(sets, 'utf8'), samples: samples.length };
}
