import type { Tensor } from '#libs/inference-protocol';
import { Refusal } from '../refusal.js';
import { SessionWorker } from './session-worker.js';
import type { LoadedModel } from './worker-messages.js';

export interface SessionPoolOptions {
  readonly workers: number;
  /** Threads of ONNX Runtime within one run. */
  readonly threads: number;
  /** Requests that may wait for one version. */
  readonly maxQueued: number;
}

interface Job {
  readonly key: string;
  readonly start: (worker: SessionWorker) => void;
}

/** Worker threads that hold every version, and one bounded queue per version; versions take turns, so that a slow one cannot starve the rest. */
export class SessionPool {
  private readonly workers: readonly SessionWorker[];
  private readonly queues = new Map<string, Set<Job>>();

  constructor(private readonly options: SessionPoolOptions) {
    this.workers = Array.from({ length: options.workers }, () => new SessionWorker(options.threads, () => this.pump()));
  }

  /** Loads a version into every worker. @throws LoadFailure */
  async load(key: string, file: string): Promise<LoadedModel> {
    const loads = await Promise.allSettled(this.workers.map((worker) => worker.load(key, file)));
    const models = loads.map((load) => {
      if (load.status === 'rejected') throw load.reason;
      return load.value;
    });
    const [first] = models;
    if (first === undefined) throw new Error('a pool has at least one worker');
    return first;
  }

  /**
   * Runs a loaded version when a worker is free. The inputs' memory is handed over.
   * @param signal ends the wait: a queued job is dropped, a running one is no longer waited for (ONNX Runtime cannot be stopped)
   * @throws Refusal when the queue is full or the model fails; the signal's reason
   */
  run(
    key: string,
    inputs: readonly Tensor[],
    outputs: readonly string[],
    signal: AbortSignal,
  ): Promise<readonly Tensor[]> {
    if (signal.aborted) return Promise.reject(signal.reason);
    const queue = this.queues.get(key) ?? new Set<Job>();
    this.queues.set(key, queue);
    return new Promise((resolve, reject) => {
      const giveUp = (): void => {
        queue.delete(job);
        reject(signal.reason);
      };
      const job: Job = {
        key,
        start: (worker) => {
          worker
            .run(key, inputs, outputs)
            .then(resolve, reject)
            .finally(() => signal.removeEventListener('abort', giveUp));
        },
      };
      signal.addEventListener('abort', giveUp, { once: true });
      queue.add(job);
      this.pump();
      if (queue.has(job) && queue.size > this.options.maxQueued) {
        signal.removeEventListener('abort', giveUp);
        queue.delete(job);
        reject(new Refusal('queue-full', 'too many requests are waiting for this model version; try again shortly'));
      }
    });
  }

  /** Whether no worker is loading or running; a run goes on when nobody waits for it any more. */
  get isIdle(): boolean {
    return this.workers.every((worker) => !worker.isBusy);
  }

  async close(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.close()));
  }

  private pump(): void {
    for (const worker of this.workers) {
      if (worker.isBusy) continue;
      const job = this.take(worker);
      if (job !== undefined) job.start(worker);
    }
  }

  private take(worker: SessionWorker): Job | undefined {
    for (const [key, queue] of this.queues) {
      const [job] = queue;
      if (job === undefined || !worker.holds(key)) continue;
      queue.delete(job);
      // To the back of the line of versions.
      this.queues.delete(key);
      this.queues.set(key, queue);
      return job;
    }
    return undefined;
  }
}
