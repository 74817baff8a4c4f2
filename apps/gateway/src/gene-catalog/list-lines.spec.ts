import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FileBlobStore } from '#gateway/blob-store';
import { ListLines } from './list-lines.js';

const { signal } = new AbortController();
const hallmark = new URL('../../../../test/fixtures/transcriptomics/h.all.v7.0.symbols.gmt', import.meta.url);
let folder = '';
let blobs: FileBlobStore;
let lines: ListLines;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tessera-lines-'));
  blobs = await FileBlobStore.open(folder);
  lines = new ListLines(blobs);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const stored = async (text: string): Promise<string> => (await blobs.put(Buffer.from(text))).digest;

describe('ListLines', () => {
  it('gives every line of a file by its position, and nothing beyond the end', async () => {
    const text = await readFile(hallmark, 'utf8');
    const digest = await stored(text);
    const all = await lines.slice(digest, 0, 1000, signal);
    expect(all.map((line) => `${line.text}\n`).join('')).toBe(text);
    expect(await lines.slice(digest, 49, 10, signal)).toEqual([{ position: 49, text: all[49]?.text }]);
    expect(await lines.slice(digest, 50, 10, signal)).toEqual([]);
  });

  it('finds names in any case, in the first column only', async () => {
    const digest = await stored(await readFile(hallmark, 'utf8'));
    const names = async (text: string) => {
      const found = await lines.find(digest, text, signal);
      const texts = await Promise.all(found.map((position) => lines.slice(digest, position, 1, signal)));
      return texts.flat().map((line) => line.text.split('\t')[0]);
    };
    // grep -io '^[^\t]*notch[^\t]*' h.all.v7.0.symbols.gmt
    expect(await names('Notch')).toEqual(['HALLMARK_NOTCH_SIGNALING']);
    expect(await names('MYC_TARGETS')).toEqual(['HALLMARK_MYC_TARGETS_V1', 'HALLMARK_MYC_TARGETS_V2']);
    expect(await names('gsea-msigdb')).toEqual([]);
    expect(await names('hallmark')).toHaveLength(50);
  });

  it('gives the event loop to others, piece by piece, over 33,000 sets', async () => {
    const genes = Array.from({ length: 100 }, (_, index) => `GENE${index}`).join('\t');
    const digest = await stored(Array.from({ length: 33_000 }, (_, index) => `SET_${index}\td\t${genes}\n`).join(''));
    await lines.slice(digest, 0, 1, signal); // read and indexed already: what follows is the search alone
    let turns = 0;
    let isRunning = true;
    const count = (): void => {
      turns += 1;
      if (isRunning) setImmediate(count);
    };
    setImmediate(count);
    const found = await lines.find(digest, '_32999', signal);
    isRunning = false;
    expect(found).toEqual([32_999]);
    // Others had the loop between any two pieces of 2,000 lines.
    expect(turns).toBeGreaterThanOrEqual(16);
  });

  it('never gives bytes that are not the ones that were stored', async () => {
    const digest = await stored('A\nB\n');
    await writeFile(join(folder, digest.slice(0, 2), digest.slice(2)), 'A\nC\n');
    await expect(lines.slice(digest, 0, 2, signal)).rejects.toMatchObject({ code: 'STORE_DAMAGED' });
  });
});
