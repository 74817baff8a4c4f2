import type { JobQuery } from '#graphql/generated/operations';
import type { CallOptions } from './http.js';
import { JobNotSucceeded, TesseraError } from './tessera-error.js';

/** A job with the features that it made. */
export type Job = JobQuery['job'] & object;

export interface WaitOptions extends CallOptions {
  /** Called with each state that differs from the one before, the first and the last included. */
  readonly onProgress?: (job: Job) => void;
  /** Time between two looks, in milliseconds. */
  readonly pollMs?: number;
}

const PATIENCE = 5;

/**
 * Looks at a job until it has ended.
 * @returns the job in the state SUCCEEDED
 * @throws JobNotSucceeded when it failed or was cancelled; the reason of `signal` when that aborts (the job itself goes on)
 */
export async function waitForJob(look: () => Promise<Job>, options: WaitOptions): Promise<Job> {
  let seen = '';
  let refusals = 0;
  for (;;) {
    const job = await look().catch((error: unknown) => {
      // A gateway that is busy for a moment has not lost the job.
      if (!(error instanceof TesseraError) || !error.retryable || (refusals += 1) >= PATIENCE) throw error;
      return null;
    });
    if (job) {
      refusals = 0;
      const state = JSON.stringify([job.state, job.stage, job.done, job.total]);
      if (state !== seen) options.onProgress?.(job);
      seen = state;
      if (job.state === 'SUCCEEDED') return job;
      if (job.state === 'FAILED' || job.state === 'CANCELLED') throw new JobNotSucceeded(job);
    }
    await pause(options.pollMs ?? 500, options.signal);
  }
}

function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    if (signal?.aborted) stop();
    else signal?.addEventListener('abort', stop, { once: true });
  });
}
