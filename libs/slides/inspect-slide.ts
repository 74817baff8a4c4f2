import type { SlideMetadata } from './slide-metadata.js';
import { DEFAULT_QUIET_MS, type ReadOptions } from './read-options.js';
import { startSession } from './worker/start-session.js';

/**
 * The technical fields of a slide file and the SHA-256 of its bytes. Runs in a worker thread; nothing else of the file leaves it.
 * @throws {SlideUnreadable} when it is no slide that can be read
 * @throws {SlideTooLarge} when it declares sizes beyond `SLIDE_LIMITS`
 * @throws {DeadlineExceeded} when reading makes no progress for `timeoutMs`
 * @throws {Cancelled} when `signal` aborts
 */
export async function inspectSlide(path: string, options: ReadOptions): Promise<SlideMetadata> {
  const session = startSession(options.signal, options.timeoutMs ?? DEFAULT_QUIET_MS);
  try {
    const answer = await session.ask({ kind: 'inspect', path });
    if (answer.kind !== 'metadata') throw new Error('the slide worker answered another question');
    return answer.metadata;
  } finally {
    await session.close();
  }
}
