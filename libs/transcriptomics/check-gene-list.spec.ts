import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkGenePanel, checkGeneSets } from './check-gene-list.js';
import { bytesOf, expected, fixture } from './testing/fixtures.js';

const { signal } = new AbortController();
const options = { namespace: 'HGNC_AND_CLONES', argument: 'input.path', signal, timeoutMs: 10_000 } as const;
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tessera-genes-'));
  await writeFile(join(folder, 'hallmark.gmt'), fixture('h.all.v7.0.symbols.gmt'));
  await writeFile(join(folder, 'damaged.txt'), 'ALK\n7-Sep\n');
  await symlink(join(folder, 'damaged.txt'), join(folder, 'link.txt'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const panelAt = (name: string) =>
  checkGenePanel({ kind: 'path', path: join(folder, name) }, { ...options, hasHeader: false });

describe('a list that is read off the event loop', () => {
  it('is the list that is read on it', async () => {
    const sets = await checkGeneSets({ kind: 'path', path: join(folder, 'hallmark.gmt') }, options);
    expect([sets.digest, sets.setCount]).toEqual([expected.hallmark.sha256, expected.hallmark.sets]);
    const source = { kind: 'bytes', bytes: fixture('sequoia_gene_list.first-400.csv') } as const;
    const panel = await checkGenePanel(source, { ...options, hasHeader: true });
    expect([panel.digest, panel.geneCount]).toEqual([expected.sequoia.digest, expected.sequoia.genes]);
  });

  it('is refused by line, under the name of the argument', async () => {
    await expect(panelAt('damaged.txt')).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      message: expect.stringMatching(/^The argument `input.path` is refused: line 2 holds a date/),
    });
  });

  it.each(['link.txt', 'nothing.txt', '.'])('is refused where %s is no file of its own', async (name) => {
    await expect(panelAt(name)).rejects.toMatchObject({ code: 'ARTIFACT_INVALID' });
  });

  it('leaves the event loop free while 20,000 sets are read', async () => {
    const members = Array.from({ length: 100 }, (_, index) => `GENE${index}`).join('\t');
    const text = Array.from({ length: 20_000 }, (_, index) => `SET_${index}\td\t${members}`).join('\n');
    const bytes = bytesOf(text);
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    const sets = await checkGeneSets({ kind: 'bytes', bytes }, options);
    delay.disable();
    expect(sets).toMatchObject({ setCount: 20_000, membershipCount: 2_000_000, geneCount: 100 });
    // Reading it here would take hundreds of milliseconds in one piece.
    expect(delay.percentile(99) / 1e6).toBeLessThan(50);
  });

  it('ends with the caller, and with its time', async () => {
    const stop = new AbortController();
    const bytes = fixture('h.all.v7.0.symbols.gmt');
    const stopped = checkGeneSets({ kind: 'bytes', bytes }, { ...options, signal: stop.signal });
    stop.abort();
    await expect(stopped).rejects.toMatchObject({ code: 'CANCELLED' });
    await expect(checkGeneSets({ kind: 'bytes', bytes }, { ...options, timeoutMs: 1 })).rejects.toMatchObject({
      code: 'DEADLINE_EXCEEDED',
    });
  });
});
