import { lockDirectory } from '#libs/database';
import { StoreLocked, StoreLockedElsewhere } from '#libs/errors';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AnswerStore } from '#gateway/answer-store';
import { FileBlobStore } from '#gateway/blob-store';
import { FeatureBag, FeatureStore } from '#gateway/feature-store';
import { JobQueue } from '#gateway/jobs';
import { SlideCatalog } from '#gateway/slide-catalog';
import { startProcess, type TestProcess } from '#test/processes';
import { storeKinds, type TestStore } from '#test/stores';

const CYCLES = { embedded: 15, postgres: 5 };

describe.each(storeKinds)('kill -9 of a gateway on the $kind store', ({ kind, skip, create }) => {
  it.skipIf(skip)(
    'loses no acknowledged write and leaves none half-written',
    async () => {
      const store = await create();
      const acknowledged: string[] = [];
      for (let cycle = 0; cycle < CYCLES[kind]; cycle += 1) {
        const address = store.databaseUrl ?? store.dataDir;
        const writer = startProcess('store-writer', kind, address, join(store.dataDir, 'blobs'), String(cycle));
        await writer.lineThatBegins('job');
        await sleep(Math.random() * 300);
        await writer.kill();
        acknowledged.push(...writer.lines);
        await expectAll(store, acknowledged);
      }
      expect(acknowledged.length).toBeGreaterThan(CYCLES[kind] * 6);
      await store.remove();
    },
    240_000,
  );
});

async function expectAll(store: TestStore, acknowledged: readonly string[]): Promise<void> {
  const before = performance.now();
  const { dataSource, close } = await store.open();
  expect(performance.now() - before).toBeLessThan(5_000);
  const blobs = await FileBlobStore.open(join(store.dataDir, 'blobs'), { isExclusive: true });
  const features = new FeatureStore(dataSource, blobs);
  const idsOf = (noun: string): string[] =>
    acknowledged.filter((line) => line.startsWith(`${noun} `)).map((line) => line.slice(noun.length + 1));
  expect(await new SlideCatalog(dataSource).byIds('crash', idsOf('slide'))).not.toContain(null);
  expect(await new AnswerStore(dataSource).findMany('crash', idsOf('answer'))).not.toContain(null);
  const jobs = new JobQueue(dataSource);
  for (const id of idsOf('job').slice(-20)) expect(await jobs.byId('crash', id)).not.toBeNull();
  const bags = await dataSource.manager.find(FeatureBag);
  expect(new Set(bags.map(({ digest }) => digest))).toEqual(
    new Set([...idsOf('bag'), ...bags.map((bag) => bag.digest)]),
  );
  // Also those that were stored and not acknowledged any more: their arrays are there, and theirs.
  for (const bag of bags.slice(-20)) {
    const { n } = bag.plan as { n: number };
    expect((await features.load(bag)).features).toEqual(Float32Array.of(n, 1, 2));
  }
  await close();
}

describe('the lock of a data directory', () => {
  let directory: string;
  let processes: TestProcess[] = [];

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'tessera-lock-'));
  });

  afterEach(async () => {
    await Promise.all(processes.map((taker) => taker.kill()));
    processes = [];
    await rm(directory, { recursive: true, force: true });
  });

  function start(...args: readonly string[]): TestProcess {
    const taker = startProcess('lock-taker', directory, ...args);
    processes.push(taker);
    return taker;
  }

  const currentLock = async (): Promise<string> => {
    const names = (await readdir(directory)).filter((name) => name.startsWith('store.lock.'));
    expect(names).toHaveLength(1);
    return join(directory, names[0] ?? '');
  };

  it('says who holds it', async () => {
    const holder = start();
    await holder.lineThatBegins('ready');
    holder.child.send('take');
    await holder.lineThatBegins('locked');
    const error: unknown = await Promise.resolve()
      .then(() => lockDirectory(directory))
      .catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(StoreLocked);
    expect(String(error)).toContain(`process ${holder.child.pid}`);
    expect(error).toMatchObject({ facts: { pid: holder.child.pid, command: 'lock-taker.process.js' } });
  });

  it('of a killed process goes to exactly one of those who want it at the same time', async () => {
    let takers = Array.from({ length: 5 }, () => start());
    await Promise.all(takers.map((taker) => taker.lineThatBegins('ready')));
    for (let round = 0; round < 8; round += 1) {
      const before = takers.map(({ lines }) => lines.length);
      for (const { child } of takers) child.send('take');
      const answers = await Promise.all(takers.map((taker, i) => nextLine(taker, before[i] ?? 0)));
      const winners = takers.filter((_, i) => answers[i] === 'locked');
      expect(winners).toHaveLength(1);
      const refused = answers.filter((answer) => answer === `refused ${winners[0]?.child.pid}`);
      expect(refused).toHaveLength(takers.length - 1);
      await winners[0]?.kill();
      const fresh = start();
      await fresh.lineThatBegins('ready');
      takers = [...takers.filter((taker) => taker !== winners[0]), fresh];
    }
  });

  it('lets one process in at a time, however often it changes hands', async () => {
    const takers = Array.from({ length: 4 }, () => start('100'));
    await Promise.all(takers.map(({ ended }) => ended));
    expect(takers.map(({ lines, child }) => [lines.at(-1), child.exitCode])).toEqual(Array(4).fill(['done', 0]));
  }, 120_000);

  it('is given back on exit, and by release, and held until then', async () => {
    const lock = lockDirectory(directory);
    expect(() => lockDirectory(directory)).toThrow(StoreLocked);
    lock.release();
    lock.release();
    const again = lockDirectory(directory);
    lock.release();
    expect(() => lockDirectory(directory)).toThrow(StoreLocked);
    again.release();
    lockDirectory(directory).release();
  });

  it('of a process whose id belongs to somebody else now is taken over', async () => {
    lockDirectory(directory).release();
    const file = await currentLock();
    const record = JSON.parse(await readFile(file, 'utf8'));
    // This process's id, and another start.
    await writeFile(file, JSON.stringify({ ...record, isReleased: false, processStart: '1' }));
    lockDirectory(directory).release();
  });

  it('of another host is refused with what to do, and of an unreadable file too', async () => {
    lockDirectory(directory).release();
    const file = await currentLock();
    const record = JSON.parse(await readFile(file, 'utf8'));
    await writeFile(file, JSON.stringify({ ...record, isReleased: false, host: 'another-host' }));
    expect(() => lockDirectory(directory)).toThrow(StoreLockedElsewhere);
    expect(() => lockDirectory(directory)).toThrow(/another-host.*delete .*store\.lock\./);
    await writeFile(file, '{');
    expect(() => lockDirectory(directory)).toThrow(StoreLockedElsewhere);
    await rm(file);
    lockDirectory(directory).release();
  });
});

async function nextLine(taker: TestProcess, after: number): Promise<string> {
  await expect.poll(() => taker.lines.length, { timeout: 10_000, interval: 5 }).toBeGreaterThan(after);
  return taker.lines[after] ?? '';
}
