import { type BenchOptions, type BenchReport } from '../benchmark.js';

/** One goal of `serving`, measured by itself. */
export interface ServingPart {
  readonly name: string;
  readonly summary: string;
  readonly run: (options: BenchOptions) => Promise<BenchReport>;
}

/** Work with something that is stopped afterwards, whatever happens. */
export async function using<S extends { stop(): Promise<void> }, T>(
  starting: S | Promise<S>,
  work: (started: S) => Promise<T>,
): Promise<T> {
  const started = await starting;
  try {
    return await work(started);
  } finally {
    await started.stop();
  }
}
