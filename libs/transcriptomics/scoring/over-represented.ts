import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { BadUserInput, Cancelled, DeadlineExceeded } from '#libs/errors';
import type { OverRepresented, OverRepresentedOutcome, OverRepresentedTask } from './over-represented.types.js';

/**
 * As overRepresentation, from stored bytes, in a worker thread that ends with it.
 * @throws BadUserInput as overRepresentation; Cancelled, DeadlineExceeded
 */
export async function testOverRepresentation(
  task: OverRepresentedTask,
  { signal, timeoutMs }: { readonly signal: AbortSignal; readonly timeoutMs: number },
): Promise<OverRepresented> {
  const timeout = AbortSignal.timeout(timeoutMs);
  const worker = new Worker(new URL('./over-represented.worker.js', import.meta.url), {
    workerData: task,
    env: {},
    execArgv: [],
  });
  try {
    const [answer] = await once(worker, 'message', { signal: AbortSignal.any([signal, timeout]) });
    const outcome = answer as OverRepresentedOutcome;
    if (outcome.kind === 'refused') throw new BadUserInput(outcome.argument, outcome.rule, outcome.facts);
    return outcome;
  } catch (error) {
    if (timeout.aborted) throw new DeadlineExceeded(timeoutMs);
    throw signal.aborted ? new Cancelled({ cause: signal.reason }) : error;
  } finally {
    await worker.terminate();
  }
}
