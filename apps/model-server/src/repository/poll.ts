import { setTimeout as wait } from 'node:timers/promises';

/** Acts again and again, with a pause between the end of one time and the start of the next. What fails is tried again. */
export async function pollEvery(everyMs: number, act: () => Promise<void>, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await wait(everyMs, undefined, { signal, ref: false }).catch(() => undefined);
    if (!signal.aborted) await act().catch(() => undefined);
  }
}
