import { Worker } from 'node:worker_threads';

const KEPT_MS = 60_000;

/**
 * Threads for one task at a time, of which one that has done a small task waits a minute for the next: to start a thread and to warm up its code takes longer than a small matrix does.
 * Who takes a thread gives it back, or ends it.
 */
export class WaitingWorker {
  private waiting: { readonly worker: Worker; readonly timer: NodeJS.Timeout } | null = null;

  constructor(private readonly file: URL) {}

  /** A thread that nobody else has. */
  take(): Worker {
    const { waiting } = this;
    this.waiting = null;
    if (!waiting) return new Worker(this.file, { env: {}, execArgv: [] });
    clearTimeout(waiting.timer);
    forgetListeners(waiting.worker);
    waiting.worker.ref();
    return waiting.worker;
  }

  /** Takes a thread back that has answered and holds nothing large. */
  async giveBack(worker: Worker): Promise<void> {
    if (this.waiting) return void (await worker.terminate());
    forgetListeners(worker);
    // It keeps no process alive. One that breaks down while it waits is forgotten.
    worker.unref();
    const forget = (): void => {
      if (this.waiting?.worker === worker) this.waiting = null;
      clearTimeout(timer);
      void worker.terminate();
    };
    const timer = setTimeout(forget, KEPT_MS).unref();
    worker.once('error', forget).once('exit', forget);
    this.waiting = { worker, timer };
  }
}

/** Those of its users alone: a Worker listens to itself to know whether somebody listens. */
function forgetListeners(worker: Worker): void {
  for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event);
}
