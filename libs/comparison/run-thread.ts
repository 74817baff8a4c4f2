import type { Worker } from 'node:worker_threads';
import { Cancelled, DeadlineExceeded } from '#libs/errors';

/** How long a thread may take, and what ends it before. */
export interface ThreadOptions {
  readonly signal: AbortSignal;
  readonly timeoutMs: number;
}

/** What a worker is started with: none of this process's environment, and memory for a large table. */
export const THREAD_LIMITS = { env: {}, execArgv: [], resourceLimits: { maxOldGenerationSizeMb: 1024 } };

/** The one message of a worker, which is ended then. @throws Cancelled, DeadlineExceeded; what the worker throws */
export async function messageOf<Message>(worker: Worker, options: ThreadOptions): Promise<Message> {
  try {
    return await firstMessage<Message>(worker, options);
  } finally {
    await worker.terminate();
  }
}

function firstMessage<Message>(worker: Worker, { signal, timeoutMs }: ThreadOptions): Promise<Message> {
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
      reject(new Error('The comparison ended without an answer.'));
    });
    if (signal.aborted) cancel();
  });
}
