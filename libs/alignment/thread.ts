import { Worker } from 'node:worker_threads';
import { Cancelled, DeadlineExceeded } from '#libs/errors';
import { type AlignmentOutcome, type AlignmentTask } from './alignment-task.js';

/** How long a thread may take, and what ends it before. */
export interface ThreadOptions {
  readonly signal: AbortSignal;
  readonly timeoutMs: number;
}

/** Runs a task in a worker thread of its own, which ends with it. @throws Cancelled, DeadlineExceeded; Error with what the worker met */
export async function outcomeOf(task: AlignmentTask, options: ThreadOptions): Promise<AlignmentOutcome> {
  if (options.signal.aborted) throw new Cancelled({ cause: options.signal.reason });
  const worker = new Worker(new URL('./alignment.worker.js', import.meta.url), {
    workerData: task,
    env: {},
    execArgv: [],
  });
  try {
    return await firstMessage(worker, options);
  } finally {
    await worker.terminate();
  }
}

function firstMessage(worker: Worker, { signal, timeoutMs }: ThreadOptions): Promise<AlignmentOutcome> {
  return new Promise((resolve, reject) => {
    const cancel = (): void => reject(new Cancelled({ cause: signal.reason }));
    const timer = setTimeout(() => reject(new DeadlineExceeded(timeoutMs)), timeoutMs);
    signal.addEventListener('abort', cancel, { once: true });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', cancel);
      // Without effect when an answer came first.
      reject(new Error('The alignment worker ended without an answer.'));
    });
    if (signal.aborted) cancel();
  });
}
