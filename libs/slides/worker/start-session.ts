import { Worker } from 'node:worker_threads';
import { SlideSession } from './slide-session.js';

/** The index of the largest slides fits many times; pixels lie outside the heap. */
const MAX_HEAP_MIB = 512;

/** A worker thread of its own for one slide. */
export function startSession(signal: AbortSignal, quietMs: number): SlideSession {
  const worker = new Worker(new URL('./slide.worker.js', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MIB },
  });
  return new SlideSession(worker, signal, quietMs);
}
