import { spawn } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tessera-demo-'));
  const region = { id: 'sparse', x: 100, y: 200, width: 3000, height: 3000, why: 'It has few nuclei.' };
  await writeFile(join(folder, 'C6.regions.json'), JSON.stringify([region]));
  for (const name of ['C6.tiff', 'CMU-1-Small-Region.svs']) await writeFile(join(folder, name), '');
});

afterEach(() => rm(folder, { recursive: true }));

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function runDemo(more: readonly string[] = [], interruptAt?: string): Promise<Ended> {
  const fake = ['--gateway', 'dist/test/support/fake-gateway-main.js', '--slides', folder];
  const args = ['scripts/demo.mjs', ...fake, '--data', join(folder, 'data'), '--out', join(folder, 'out'), ...more];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'], timeout: 50_000 });
  const written = { stdout: '', stderr: '' };
  const keep = (name: 'stdout' | 'stderr') => (chunk: Buffer) => {
    written[name] += chunk.toString();
    if (interruptAt && written.stdout.includes(interruptAt)) child.kill('SIGINT');
  };
  child.stdout.on('data', keep('stdout'));
  child.stderr.on('data', keep('stderr'));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, ...written }));
  });
}

describe('npm run demo, against the fake gateway', () => {
  it('tells the story, leaves its files, and ends by itself with 0', async () => {
    const { code, stdout, stderr } = await runDemo();
    expect({ code, failed: stderr.includes('stopped') }).toEqual({ code: 0, failed: false });
    expect(stdout).toContain('What the models were trained on: Four sections of one frozen breast cancer.');
    expect(stdout).toContain('Not for medical use.');
    expect(stdout).toMatch(/championInRegion: prediction\(/);
    expect(stdout.match(/Nuclear-dense focus: POSITIVE/g)).toHaveLength(2);
    expect(stdout.match(/Nuclear-dense focus: NEGATIVE/g)).toHaveLength(2);
    expect(stdout.match(/Nuclear-dense focus: OUT_OF_DOMAIN/g)).toHaveLength(2);
    expect(stdout.replaceAll('\n', ' ')).toContain('Why this region: It has few nuclei.');
    expect(stdout.replaceAll('\n', ' ')).toContain('version 2 (the newer) is better in 0 and worse in 3');
    const told = stdout.replaceAll('\n', ' ');
    expect(told).toContain(
      'Version 2, the newer, is not better at telling the two kinds apart: version 1 has the larger area, beyond this interval.',
    );
    expect(told).toContain('Caution: They overlap.');
    expect(stdout).toMatch(/AUC \(DeLong\) +0\.930 \(0\.910 to 0\.950\) +0\.900 \(0\.880 to 0\.920\)/);
    expect(stdout).toContain('region-007: NEGATIVE -> POSITIVE, labelled negative');
    expect(stdout).toContain('the nearest of 164 transcriptomes (reference set c6)');
    expect(stdout).toContain('by chance: 0.030; measured: 0.110 (I2G R@5 of 164)');
    expect(stdout).toMatch(/What the same tile speaks of: EXPLORATORY\n.*\nPLASMA_CELLS .* 97 +EXPLORATORY/);
    expect(told).toContain('On the other patient it is near chance');
    expect(told).toContain('Caution: On other patients it was measured to be near chance.');
    expect(told).toContain('124 genes passed the gate: median r 0.17. 2084 did not: median r 0.02.');
    expect(stdout).toMatch(/IGKC +passed +0\.40 +0\.30 +0\.15 to 0\.45/);
    expect(stdout).toMatch(/EPCAM +refused/);
    const files = [
      'C6.IGKC.png',
      'C6.attention.png',
      'C6.embedding.npy',
      'gateway.log',
      'side-by-side.graphql',
      'timings.json',
    ];
    expect((await readdir(join(folder, 'out'))).sort()).toEqual(files);
    const timings = JSON.parse(await readFile(join(folder, 'out/timings.json'), 'utf8'));
    expect(timings).toMatchObject({
      unit: 'seconds',
      features: [{ tiles: 509, isReused: false }, { isReused: false }],
    });
    expect(stdout).toMatch(/her2st C6: 509 tiles, [\d.]+ s, \d+ tiles a second/);
    for (const name of ['build', 'start', 'encoder', 'prediction', 'total']) expect(timings[name]).toBeGreaterThan(0);
  });

  it('gives no speed for features that were there before', async () => {
    const { code, stdout } = await runDemo(['--data', join(folder, 'prepared')]);
    expect(code).toBe(0);
    expect(stdout).toContain('her2st C6: 509 tiles, made before, used again');
    expect(stdout).not.toContain('tiles a second');
    const timings = JSON.parse(await readFile(join(folder, 'out/timings.json'), 'utf8'));
    expect(timings.features).toMatchObject([
      { seconds: null, isReused: true },
      { seconds: null, isReused: true },
    ]);
  });

  it('says that another gateway holds the data, and ends with 1', async () => {
    const { code, stderr } = await runDemo(['--data', join(folder, 'locked')]);
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /Another gateway holds the data directory .*\(STORE_LOCKED\)\. Stop it, or choose another .* process 4711/,
    );
  });

  it('ends with 1 and a sentence when a slide is missing', async () => {
    await rm(join(folder, 'C6.tiff'));
    const { code, stderr } = await runDemo();
    expect([code, stderr]).toEqual([1, expect.stringContaining('The slide C6.tiff is not in ')]);
  });

  it('ends with 1 and a sentence when there is no gateway to start', async () => {
    const { code, stderr } = await runDemo(['--gateway', join(folder, 'none.js')]);
    expect([code, stderr]).toEqual([1, expect.stringContaining('There is no gateway at')]);
  });

  it('stops the gateway at Ctrl-C and ends with 130', async () => {
    const { code, stdout } = await runDemo([], 'Cutting tiles');
    expect(code).toBe(130);
    const pid = /pid (\d+)/.exec(await readFile(join(folder, 'out/gateway.log'), 'utf8'))?.[1];
    expect(() => process.kill(Number(pid), 0)).toThrow('ESRCH');
    expect(stdout).not.toContain('The whole slide');
  });
});
