import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { CliBench } from '#test/cli-bench';

const bench = new CliBench();
const tessera = bench.run.bind(bench);
const MODEL = ['--model', 'demo-her2st-expr@prod'];
const prepared = { prepared: ['her2st C6'] };

afterEach(() => bench.close());

describe('spatial compare', () => {
  it('shows genes with their gate, interval and depth, and sends the draw', async () => {
    const asked = [...MODEL, '--measurement', 'c6-spots', '--depth', '4000', '--seed', '7'];
    const ran = await tessera(['spatial', 'compare', 'her2st C6', ...asked], prepared);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(ran.stdout).toContain('162 spots compared of 178; 176 have a tile; thinned to 4000 molecules');
    expect(ran.stdout).toContain('124 genes that passed the gate: median r 0.17');
    expect(ran.stdout).toMatch(/IGKC +passed +0\.40 +0\.30 +0\.15 to 0\.45/);
    expect(ran.stdout).toContain('Spots are alike.');
    const sent = bench.gateway?.operations.find(({ operationName }) => operationName === 'SpatialComparison');
    expect(sent?.variables).toMatchObject({ thinning: { depth: 4000, seed: 7 }, match: 'NEAREST_TILE', first: 20 });
  });
});

describe('spatial export', () => {
  it('saves one gene as a picture, and refuses endings that mean nothing', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'tessera-spatial-'));
    const out = join(folder, 'IGKC.png');
    const ran = await tessera(['spatial', 'export', 'her2st C6', ...MODEL, '--gene', 'IGKC', '--out', out], prepared);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect((await readFile(out)).subarray(1, 4).toString()).toBe('PNG');
    const wrong = await tessera(['spatial', 'export', 'her2st C6', ...MODEL, '--gene', 'IGKC', '--out', 'map.txt']);
    expect(wrong).toMatchObject({ code: 2 });
    const all = await tessera(['spatial', 'export', 'her2st C6', ...MODEL, '--out', 'map.png']);
    expect(all).toMatchObject({ code: 2 });
    await rm(folder, { recursive: true });
  });
});
