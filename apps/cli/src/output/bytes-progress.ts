import type { Output } from '../cli-io.js';
import { bytes } from './text.js';

/** Shows how much of a download is there. */
export interface BytesProgress {
  update(done: number): void;
  /** Clears what is not to stay. */
  end(): void;
}

/** One line that redraws itself on a terminal; elsewhere nothing, for a download tells its end. */
export function bytesProgressOn(output: Output): BytesProgress {
  if (!output.isTTY) return { update: () => undefined, end: () => undefined };
  return {
    update: (done) => void output.write(`\r\u001b[2Kdownloading ${bytes(done)}`),
    end: () => void output.write('\r\u001b[2K'),
  };
}
