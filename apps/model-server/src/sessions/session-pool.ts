import type { Tensor } from '#libs/inference-protocol';
import { Refusal } from '../refusal.js';
import { settleAll, VersionQueue, type Batch, type Ran } from './version-queue.js';
import { LoadFailure, SessionWorker } from './session-worker.js';
import type { LoadedModel, LoadOrder } from './worker-messages.js';

export interface SessionPoolOptions {
  readonly workers: number;
  /** Threads of ONNX Runtime within one run. */
  readonly threads: number;
  /** Requests that may wait for one version. */
  readonly maxQueued: number;
}

/** How a version is placed in the pool. */
export interface Placement extends LoadOrder {
  /** Workers that hold it; no more than there are. */
  readonly instances: number;
  /** Whether the workers load it one after the other, so that the others go on with what is served already. */
  readonly isGentle: boolean;
}

/** Worker threads that hold versions, and one bounded queue per version; versions take turns, so that a slow one cannot starve the rest. */
export class SessionPool {
  private readonly workers: readonly SessionWorker[];
  private readonly queues = new Map<string, VersionQueue>();

  /** @param onSpent gets the memory of large inputs back, when their run is over */
  constructor(
    private readonly options: SessionPoolOptions,
    onSpent: (buffers: readonly ArrayBuffer[]) => void = () => undefined,
  ) {
    const events = { onFree: () => this.pump(), onSpent };
    this.workers = Array.from({ length: options.workers }, () => new SessionWorker(options.threads, events));
  }

  /** Whether no worker is loading or running; a run goes on when nobody waits for it any more. */
  get isIdle(): boolean {
    return this.workers.every((worker) => !worker.isBusy);
  }

  /** Requests that wait for a version. */
  queued(key: string): number {
    return this.queues.get(key)?.size ?? 0;
  }

  /** Loads a version into as many workers as it is to have, those with the fewest first. @throws LoadFailure */
  async load(key: string, placement: Placement): Promise<LoadedModel> {
    const { instances, isGentle, file, maxRows, mustSayBatch } = placement;
    const workers = [...this.workers].sort((a, b) => a.count - b.count).slice(0, instances);
    const load = (worker: SessionWorker): Promise<LoadedModel> => worker.load(key, { file, maxRows, mustSayBatch });
    try {
      const models = isGentle ? await inTurn(workers, load) : await all(workers.map(load));
      const [first] = models;
      if (first === undefined) throw new Error('a version has at least one worker');
      if (models.some(({ sha256 }) => sha256 !== first.sha256))
        throw new LoadFailure('model.onnx changed while it was read');
      this.queues.set(key, new VersionQueue(first.joinsRows ? maxRows : 1));
      return { ...first, joinsRows: models.every((model) => model.joinsRows) };
    } catch (error) {
      await this.unload(key);
      throw error;
    }
  }

  /** Lets a version go. What runs runs to its end; what waits is refused, so there should be nothing by now. */
  async unload(key: string): Promise<void> {
    this.queues.get(key)?.rejectAll(new Refusal('not-ready', 'the model version was unloaded'));
    this.queues.delete(key);
    await Promise.all(this.workers.map((worker) => worker.unload(key)));
  }

  /**
   * Runs a loaded version when a worker is free, with other requests' rows where the version joins them. The inputs' memory is handed over.
   * @param signal ends the wait: a queued job is dropped, a running one is no longer waited for (ONNX Runtime cannot be stopped)
   * @throws Refusal when the queue is full or the model fails; the signal's reason
   */
  run(key: string, inputs: readonly Tensor[], outputs: readonly string[], signal: AbortSignal): Promise<Ran> {
    if (signal.aborted) return Promise.reject(signal.reason);
    const queue = this.queues.get(key);
    if (queue === undefined || !this.workers.some((worker) => worker.owns(key)))
      return Promise.reject(new Refusal('not-ready', 'the model version is not loaded in any worker'));
    return new Promise((resolve, reject) => {
      const job = queue.add({ inputs, outputs }, { resolve, reject }, signal);
      this.pump();
      if (queue.size > this.options.maxQueued && queue.remove(job))
        job.fail(new Refusal('queue-full', 'too many requests are waiting for this model version; try again shortly'));
    });
  }

  async close(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.close()));
  }

  private pump(): void {
    for (const worker of this.workers) {
      if (worker.isBusy) continue;
      const taken = this.take(worker);
      if (taken !== null) void this.start(worker, taken.key, taken.batch);
    }
  }

  private take(worker: SessionWorker): { readonly key: string; readonly batch: Batch } | null {
    for (const [key, queue] of this.queues) {
      if (queue.size === 0 || !worker.holds(key)) continue;
      // To the back of the line of versions.
      this.queues.delete(key);
      this.queues.set(key, queue);
      const holders = this.workers.filter((one) => one.holds(key)).length;
      return { key, batch: queue.take(Math.ceil(queue.size / holders)) };
    }
    return null;
  }

  private async start(worker: SessionWorker, key: string, { jobs, isJoined }: Batch): Promise<void> {
    const startedAt = performance.now();
    const orders = jobs.map(({ order }) => order);
    try {
      const results = await worker.run(key, orders, isJoined);
      settleAll(jobs, results, startedAt);
      this.queues.get(key)?.note(results);
    } catch (error) {
      jobs.forEach((job) => job.fail(error));
    }
  }
}

async function inTurn<A, B>(items: readonly A[], act: (item: A) => Promise<B>): Promise<readonly B[]> {
  const results: B[] = [];
  for (const item of items) results.push(await act(item));
  return results;
}

/** Waits for all, also where one fails: nothing is under way afterwards. */
async function all<A>(promises: readonly Promise<A>[]): Promise<readonly A[]> {
  const settled = await Promise.allSettled(promises);
  return settled.map((one) => {
    if (one.status === 'rejected') throw one.reason;
    return one.value;
  });
}
