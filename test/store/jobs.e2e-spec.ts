import type { Database } from '#libs/database';
import { FeaturesMissing, NotFound } from '#libs/errors';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { isFinished, Job, JobQueue, JobRunner, type JobRunnerOptions } from '#gateway/jobs';
import { startProcess } from '#test/processes';
import { storeKinds, type TestStore } from '#test/stores';

const TENANT = 'jobs';

describe.each(storeKinds)('jobs on the $kind store', ({ kind, skip, create }) => {
  describe.skipIf(skip)('with one database', () => {
    let store: TestStore;
    let database: Database;
    let queue: JobQueue;
    let runners: JobRunner[] = [];
    const faults: unknown[] = [];

    beforeAll(async () => {
      store = await create();
      database = await store.open();
    });

    beforeEach(async () => {
      await database.dataSource.query('DELETE FROM job');
      queue = new JobQueue(database.dataSource);
    });

    afterEach(async () => {
      await Promise.all(runners.map((runner) => runner.stop(200)));
      runners = [];
      expect(faults.splice(0)).toEqual([]);
    });

    afterAll(async () => {
      await database.close();
      await store.remove();
    });

    /** A runner that shares nothing in memory with the queue when it is given another one. */
    function newRunner(options: JobRunnerOptions = {}, of = queue): JobRunner {
      const onFault = (doing: string, error: unknown): unknown => faults.push([doing, error]);
      const runner = new JobRunner(database.dataSource, of, { pollMs: 50, onFault, ...options });
      runners.push(runner);
      return runner;
    }

    async function finished(id: string, timeout = 8_000): Promise<Job> {
      const isDone = async (): Promise<boolean> => isFinished((await queue.byId(TENANT, id))?.state ?? 'QUEUED');
      await expect.poll(isDone, { timeout, interval: 20 }).toBe(true);
      const job = await queue.byId(TENANT, id);
      if (!job) throw new Error('the job is gone');
      return job;
    }

    const stateOf = async (id: string): Promise<string | undefined> => (await queue.byId(TENANT, id))?.state;

    it('runs a job, stores its result exactly and says when', async () => {
      const runner = newRunner();
      runner.handle('double', async (job) => ({ twice: [job.input, job.input], small: -0 }));
      runner.start();
      const queued = await queue.enqueue(TENANT, 'double', { a: 0.1 }, 'someone');
      expect(queued).toMatchObject({ state: 'QUEUED', createdBy: 'someone', attempts: 0 });
      const job = await finished(queued.id);
      expect(job).toMatchObject({ state: 'SUCCEEDED', error: null, attempts: 1, worker: null, leaseUntil: null });
      expect(job.result).toEqual({ twice: [{ a: 0.1 }, { a: 0.1 }], small: -0 });
      expect(job.startedAt?.getTime()).toBeLessThanOrEqual(job.finishedAt?.getTime() ?? 0);
    });

    it('starts at once what this process puts in, and leaves unknown kinds alone', async () => {
      const runner = newRunner({ pollMs: 60_000 });
      runner.handle('known', async () => 'done');
      runner.start();
      await sleep(150);
      const unknown = await queue.enqueue(TENANT, 'unknown', null, 'x');
      const before = performance.now();
      const { id } = await queue.enqueue(TENANT, 'known', null, 'x');
      await finished(id);
      expect(performance.now() - before).toBeLessThan(2_000);
      expect(await stateOf(unknown.id)).toBe('QUEUED');
    });

    it('stores a refusal with its code and facts, and of a bug only that it happened', async () => {
      const runner = newRunner();
      runner.handle('refused', async () => Promise.reject(new FeaturesMissing('local:uni/1', [])));
      runner.handle('bug', async () => Promise.reject(new TypeError('ZZPHI is not a function')));
      runner.handle('unstorable', async () => ({ value: Number.NaN }));
      runner.start();
      const ids: string[] = [];
      for (const name of ['refused', 'bug', 'unstorable']) ids.push((await queue.enqueue(TENANT, name, null, 'x')).id);
      const [refused, bug, unstorable] = await Promise.all(ids.map((id) => finished(id)));
      expect(refused).toMatchObject({
        state: 'FAILED',
        error: { code: 'FEATURES_MISSING', facts: { encoder: 'local:uni/1' } },
      });
      expect(bug).toMatchObject({ state: 'FAILED', error: { code: 'INTERNAL_SERVER_ERROR', facts: {} } });
      expect(unstorable).toMatchObject({ state: 'FAILED', result: null, error: { code: 'INTERNAL_SERVER_ERROR' } });
      expect(JSON.stringify([bug, unstorable])).not.toContain('ZZPHI');
      expect(faults.splice(0)).toHaveLength(2);
    });

    it('never gives one job to two runners', async () => {
      const seen: string[] = [];
      for (let i = 0; i < 3; i += 1) {
        const runner = newRunner({ concurrency: 4 }, new JobQueue(database.dataSource));
        runner.handle('once', async (job) => {
          seen.push(job.id);
          await sleep(5);
          return null;
        });
        runner.start();
      }
      const jobs = await Promise.all(Array.from({ length: 60 }, () => queue.enqueue(TENANT, 'once', null, 'x')));
      for (const { id } of jobs) await finished(id, 20_000);
      expect(seen).toHaveLength(60);
      expect(new Set(seen)).toEqual(new Set(jobs.map(({ id }) => id)));
    });

    it('runs no more at once than it may', async () => {
      let now = 0;
      let most = 0;
      const runner = newRunner({ concurrency: 3 });
      runner.handle('count', async () => {
        now += 1;
        most = Math.max(most, now);
        await sleep(30);
        now -= 1;
        return null;
      });
      runner.start();
      const jobs = await Promise.all(Array.from({ length: 12 }, () => queue.enqueue(TENANT, 'count', null, 'x')));
      for (const { id } of jobs) await finished(id);
      expect(most).toBe(3);
    });

    it('cancels a running job within a second, from another process too, and a waiting one at once', async () => {
      const elsewhere = new JobQueue(database.dataSource);
      const runner = newRunner({ concurrency: 1 });
      runner.handle('long', async (_, { signal }) => sleep(60_000, null, { signal }));
      runner.start();
      const running = await queue.enqueue(TENANT, 'long', null, 'x');
      const waiting = await queue.enqueue(TENANT, 'long', null, 'x');
      await expect.poll(() => stateOf(running.id)).toBe('RUNNING');
      expect(await elsewhere.cancel(TENANT, waiting.id)).toMatchObject({ state: 'CANCELLED' });
      const before = performance.now();
      expect(await elsewhere.cancel(TENANT, running.id)).toMatchObject({ cancelRequested: true });
      expect(await finished(running.id)).toMatchObject({ state: 'CANCELLED', error: null, worker: null });
      expect(performance.now() - before).toBeLessThan(1_000);
      expect(await elsewhere.cancel(TENANT, running.id)).toMatchObject({ state: 'CANCELLED' });
      await expect(elsewhere.cancel('another tenant', running.id)).rejects.toBeInstanceOf(NotFound);
    });

    it('keeps what a cancelled job had done when its handler returns it', async () => {
      const runner = newRunner();
      runner.handle('partial', async (_, { signal }) => {
        await sleep(60_000, null, { signal }).catch(() => {});
        return { done: 3 };
      });
      runner.start();
      const { id } = await queue.enqueue(TENANT, 'partial', null, 'x');
      await expect.poll(() => stateOf(id)).toBe('RUNNING');
      await queue.cancel(TENANT, id);
      expect(await finished(id)).toMatchObject({ state: 'CANCELLED', result: { done: 3 } });
    });

    it('writes progress at most four times a second, and the last one for sure', async () => {
      const statements = vi.spyOn(database.dataSource, 'query');
      const runner = newRunner();
      runner.handle('steps', async (_, { progress }) => {
        for (let done = 1; done <= 100; done += 1) {
          progress({ stage: 'tiles', done, total: 100 });
          await sleep(10);
        }
        return null;
      });
      runner.start();
      const startedAt = performance.now();
      const { id } = await queue.enqueue(TENANT, 'steps', null, 'x');
      const seen = new Set<number>();
      for await (const job of queue.changes(TENANT, id, AbortSignal.timeout(10_000))) seen.add(job.done);
      expect(await finished(id)).toMatchObject({ stage: 'tiles', done: 100, total: 100 });
      expect(seen.size).toBeGreaterThan(2);
      const writes = statements.mock.calls.filter(([sql]) => sql.startsWith('UPDATE job SET stage'));
      statements.mockRestore();
      // The work takes a little more than a second, and longer on a busy machine.
      const seconds = (performance.now() - startedAt) / 1000;
      expect(writes.length).toBeGreaterThan(2);
      expect(writes.length).toBeLessThanOrEqual(4 * seconds + 2);
    });

    it('gives a running job back when the process stops, and does not count that start', async () => {
      const first = newRunner();
      first.handle('again', async (_, { signal }) => sleep(60_000, null, { signal }));
      first.start();
      const { id } = await queue.enqueue(TENANT, 'again', null, 'x');
      await expect.poll(() => stateOf(id)).toBe('RUNNING');
      await first.stop();
      expect(await queue.byId(TENANT, id)).toMatchObject({
        state: 'QUEUED',
        attempts: 0,
        worker: null,
        leaseUntil: null,
      });
      const second = newRunner();
      second.handle('again', async () => 'done');
      second.start();
      expect(await finished(id)).toMatchObject({ state: 'SUCCEEDED', attempts: 1, result: 'done' });
    });

    it('gives the job of a handler that does not listen back as well, and hears it no more', async () => {
      const first = newRunner();
      first.handle('deaf', async () => sleep(1_500, 'from the first'));
      first.start();
      const { id } = await queue.enqueue(TENANT, 'deaf', null, 'x');
      await expect.poll(() => stateOf(id)).toBe('RUNNING');
      await first.stop(100);
      expect(await stateOf(id)).toBe('QUEUED');
      const second = newRunner();
      second.handle('deaf', async () => sleep(2_000, 'from the second'));
      second.start();
      expect(await finished(id)).toMatchObject({ result: 'from the second' });
    });

    it('takes a job again whose lease ran out, and fails it after the third start', async () => {
      const { id } = await queue.enqueue(TENANT, 'lost', null, 'x');
      // What a worker that vanished leaves behind.
      const vanish = `UPDATE job SET state = 'RUNNING', worker = 'gone', attempts = $2, lease_until = now() - interval '1 second' WHERE id = $1`;
      await database.dataSource.query(vanish, [id, 1]);
      const starts: number[] = [];
      const runner = newRunner();
      runner.handle('lost', async (job, { signal }) => {
        starts.push(job.attempts);
        return sleep(60_000, null, { signal });
      });
      runner.start();
      await expect.poll(() => starts).toEqual([2]);
      await database.dataSource.query(vanish, [id, 3]);
      const job = await finished(id);
      expect(job).toMatchObject({
        state: 'FAILED',
        attempts: 3,
        error: { code: 'WORKER_LOST', facts: { attempts: 3 } },
      });
      expect(starts).toEqual([2]);
    });

    it('renews its lease: work that takes three leases is done once', async () => {
      const starts: string[] = [];
      for (const name of ['one', 'two']) {
        const runner = newRunner({ leaseMs: 600 }, new JobQueue(database.dataSource));
        runner.handle('long', async () => {
          starts.push(name);
          return sleep(2_000, name);
        });
        runner.start();
      }
      const { id } = await queue.enqueue(TENANT, 'long', null, 'x');
      expect(await finished(id)).toMatchObject({ state: 'SUCCEEDED', attempts: 1 });
      expect(starts).toHaveLength(1);
    });

    it('tells a handler whose lease was taken, and writes nothing of it', async () => {
      const runner = newRunner();
      let isAborted = false;
      runner.handle('taken', async (_, { signal }) => {
        await sleep(60_000, null, { signal }).catch(() => {});
        isAborted = true;
        return 'too late';
      });
      runner.start();
      const { id } = await queue.enqueue(TENANT, 'taken', null, 'x');
      await expect.poll(() => stateOf(id)).toBe('RUNNING');
      await database.dataSource.query(
        `UPDATE job SET worker = 'another', lease_until = now() + interval '1 hour' WHERE id = $1`,
        [id],
      );
      await expect.poll(() => isAborted, { timeout: 3_000 }).toBe(true);
      await sleep(100);
      expect(await queue.byId(TENANT, id)).toMatchObject({ state: 'RUNNING', worker: 'another', result: null });
    });

    it('lists the jobs of a tenant, newest first', async () => {
      for (const n of [1, 2, 3]) {
        await queue.enqueue(TENANT, 'list', n, 'x');
        await sleep(3);
      }
      await queue.enqueue('another tenant', 'list', 4, 'x');
      const page = await queue.page(TENANT, { first: 2 });
      expect(page.edges.map(({ node }) => node.input)).toEqual([3, 2]);
      const rest = await queue.page(TENANT, { first: 2, after: page.edges[1]?.cursor ?? null });
      expect(rest).toMatchObject({ hasNextPage: false, edges: [{ node: { input: 1 } }] });
    });

    // The embedded store has no second process.
    const onServer = kind === 'postgres' ? it : (): void => {};
    onServer('takes over the job of a worker process that was killed, three times at most', async () => {
      const { id } = await queue.enqueue(TENANT, 'slow', null, 'x');
      for (const attempt of [1, 2, 3]) {
        const worker = startProcess('job-worker', store.databaseUrl ?? '');
        await worker.lineThatBegins(`begun ${id} ${attempt}`);
        await worker.kill();
      }
      const last = newRunner();
      last.handle('slow', async () => 'never');
      last.start();
      expect(await finished(id)).toMatchObject({ state: 'FAILED', error: { code: 'WORKER_LOST' } });
    });
  });
});
