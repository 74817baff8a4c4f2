import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AddSlideDocument, SlideDocument } from '#libs/client';
import { GatewayBench, untilGone, type RunningGateway } from '#test/gateway-process';

const bench = new GatewayBench();
let dataDir = '';
let holder: RunningGateway;
let slideId = '';

beforeAll(async () => {
  dataDir = await bench.dataDir();
  holder = await bench.start({ TESSERA_DATA_DIR: dataDir });
  const input = { path: 'CMU-1-Small-Region.svs', name: 'kept' };
  slideId = (await holder.client.request(AddSlideDocument, { input })).addSlide.id;
});

afterAll(() => bench.close());

async function lockFile(): Promise<string> {
  const names = (await readdir(dataDir)).filter((name) => name.startsWith('store.lock.'));
  expect(names).toHaveLength(1);
  return readFile(join(dataDir, names[0] ?? ''), 'utf8');
}

async function nameOfSlide(gateway: RunningGateway): Promise<unknown> {
  return (await gateway.client.request(SlideDocument, { id: slideId })).slide?.name;
}

describe('one data directory', () => {
  it('is refused to a second gateway, which names the holder, ends with 1, and changes nothing', async () => {
    const lock = await lockFile();
    const second = bench.launch({ TESSERA_DATA_DIR: dataDir, TESSERA_LOG_LEVEL: 'silent' });
    expect(await second.ended).toEqual({ code: 1, signal: null });
    const [sentence, ...more] = second.stderr.trim().split('\n');
    expect(more).toEqual([]);
    expect(sentence).toMatch(
      new RegExp(`^tessera gateway cannot start: The data directory is in use by process ${holder.pid} on \\S+ `),
    );
    expect(sentence).toContain('Stop that process, choose another TESSERA_DATA_DIR, or use PostgreSQL');
    expect(second.stdout).toBe('');
    expect(await lockFile()).toBe(lock);
    expect(await nameOfSlide(holder)).toBe('kept');
  });

  it('is refused to the second of two that start at once, whoever that is', async () => {
    const fresh = await bench.folder();
    const both = [0, 1].map(() => bench.launch({ TESSERA_DATA_DIR: fresh, TESSERA_LOG_LEVEL: 'silent' }));
    const results = await Promise.allSettled(both.map((one) => one.listening()));
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const loser = both[results.findIndex(({ status }) => status === 'rejected')];
    expect(await loser?.ended).toEqual({ code: 1, signal: null });
    const winner = both.find((one) => one !== loser);
    expect(loser?.stderr).toContain(`in use by process ${winner?.pid} `);
    winner?.child.kill('SIGTERM');
    expect(await winner?.ended).toEqual({ code: 0, signal: null });
  });

  it('of a killed gateway is taken over, with all that was in it', async () => {
    const modelServer = await holder.modelServerPid();
    await holder.signal('SIGKILL');
    expect(JSON.parse(await lockFile())).toMatchObject({ pid: holder.pid, isReleased: false });
    const next = await bench.start({ TESSERA_DATA_DIR: dataDir });
    expect(JSON.parse(await lockFile())).toMatchObject({ pid: next.pid, isReleased: false });
    expect(await nameOfSlide(next)).toBe('kept');
    await untilGone(modelServer);
    expect(await next.stop()).toEqual({ code: 0, signal: null });
    expect(JSON.parse(await lockFile())).toMatchObject({ pid: next.pid, isReleased: true });
  });
});
