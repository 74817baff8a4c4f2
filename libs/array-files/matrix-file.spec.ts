import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ArtifactInvalid, Cancelled, GeneListInvalid } from '#libs/errors';
import { readMatrixFile } from './matrix-file.js';

const FOLDER = fileURLToPath(new URL('../../test/fixtures/transcriptomics/matrices/', import.meta.url));
const OPTIONS = { argument: 'input.path', signal: new AbortController().signal, timeoutMs: 30_000 };

let made: string;
beforeAll(async () => {
  made = await mkdtemp(join(tmpdir(), 'tessera-matrices-'));
});
afterAll(() => rm(made, { recursive: true, force: true }));

/** What a text says is wrong, line by line. */
async function problemsOf(text: string | Uint8Array): Promise<readonly (readonly [number, string])[]> {
  const path = join(made, 'made');
  await writeFile(path, text);
  const error: unknown = await readMatrixFile(path, OPTIONS).catch((caught: unknown) => caught);
  if (!(error instanceof GeneListInvalid)) throw error;
  return error.problems.map(({ line, problem }) => [line, problem]);
}

describe('readMatrixFile', () => {
  // pandas wrote the digits that a float64 has.
  const csv = async () => {
    const [heading = '', ...lines] = (await readFile(join(FOLDER, 'matrix.csv'), 'utf8')).trimEnd().split('\n');
    expect(heading).toBe('gene,one,"two, too",three');
    return lines.map((line) => line.split(','));
  };

  it.each([
    ['matrix.csv', 'CSV'],
    ['matrix.tsv', 'TSV'],
    ['matrix.r.tsv', 'TSV'],
    ['matrix.gct', 'GCT'],
    ['matrix.parquet', 'PARQUET'],
    ['matrix.zstd.parquet', 'PARQUET'],
    ['matrix.h5ad', 'H5AD'],
    ['matrix.csr.h5ad', 'H5AD'],
    ['matrix.csc.h5ad', 'H5AD'],
  ] as const)('reads what pandas and anndata wrote: %s', async (name, format) => {
    const file = await readMatrixFile(join(FOLDER, name), OPTIONS);
    const rows = await csv();
    expect([file.format, file.samples]).toEqual([format, ['one', 'two, too', 'three']]);
    expect(file.genes).toEqual(rows.map(([gene]) => gene));
    expect([...file.values]).toEqual(rows.flatMap((cells) => cells.slice(1).map(Number)));
    expect(file.values.buffer).toBeInstanceOf(SharedArrayBuffer);
  });

  it.each([
    [
      'a cell without a number',
      'gene\ta\tb\nX\t1\tNA\nY\t\t2\nZ\t1\t0x10\n',
      [
        [2, /sample 2/],
        [3, /sample 1/],
        [4, /sample 2/],
      ],
    ],
    ['a gene twice', 'gene\ta\nX\t1\nX\t2\n', [[3, /earlier line/]]],
    ['a row of another width', 'gene\ta\tb\nX\t1\t2\nY\t1\n', [[3, /2 columns and 3/]]],
    ['a sample twice', 'gene\ta\ta\nX\t1\t2\n', [[1, /sample 2/]]],
    ['an empty line between genes', 'gene\ta\nX\t1\n\nY\t2\n', [[3, /1 columns and 2/]]],
    ['nothing but a heading', 'gene\ta\n', [[1, /without a gene|no sample/]]],
    ['another version of GCT', '#1.3\n1\t1\nNAME\tDescription\ta\nX\tx\t1\n', [[1, /#1.2/]]],
    [
      'a GCT that is cut off',
      '#1.2\n2\t1\nNAME\tDescription\ta\nX\tx\t1\n',
      [[2, /announces 2 genes, and the file has 1/]],
    ],
    ['another encoding', Uint8Array.of(0x67, 0x09, 0xff, 0x0a, 0x58, 0x09, 0x31), [[1, /UTF-8/]]],
  ] as const)('refuses %s by its line', async (_, text, expected) => {
    const found = await problemsOf(text);
    expect(found.map(([line]) => line)).toEqual(expected.map(([line]) => line));
    for (const [at, [, pattern]] of expected.entries()) expect(found[at]?.[1]).toMatch(pattern);
  });

  it('takes lines that end in CR, LF and CR LF, over blocks', async () => {
    const rows = Array.from({ length: 90_000 }, (_, row) => `G${row}\t${row / 8}\t-${'0'.repeat(60)}${row}e-2`);
    for (const end of ['\r', '\n', '\r\n']) {
      const path = join(made, 'long');
      await writeFile(path, `\ufeffgene\ta\tb${end}${rows.join(end)}${end}`);
      const { genes, values } = await readMatrixFile(path, OPTIONS);
      expect([genes.length, genes[89_999], values[179_998], values[179_999]]).toEqual([
        90_000,
        'G89999',
        11_249.875,
        -899.99,
      ]);
    }
  });

  it('refuses what is damaged or missing, and ends when it is told to', async () => {
    const whole = await readFile(join(FOLDER, 'matrix.h5ad'));
    await writeFile(join(made, 'cut.h5ad'), whole.subarray(0, 4000));
    await writeFile(join(made, 'cut.parquet'), (await readFile(join(FOLDER, 'matrix.parquet'))).subarray(0, 2000));
    for (const name of ['cut.h5ad', 'cut.parquet', 'none']) {
      await expect(readMatrixFile(join(made, name), OPTIONS), name).rejects.toThrow(ArtifactInvalid);
    }
    const gone = { ...OPTIONS, signal: AbortSignal.abort() };
    await expect(readMatrixFile(join(FOLDER, 'matrix.csv'), gone)).rejects.toThrow(Cancelled);
  });
});
