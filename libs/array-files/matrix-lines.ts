import { readSync } from 'node:fs';
import { isUtf8 } from 'node:buffer';
import { ArtifactInvalid } from '#libs/errors';
import { MatrixProblems, MatrixTooLarge } from './matrix-file.types.js';
import type { OpenFile } from './open-file.js';

const BLOCK_BYTES = 4 * 1024 * 1024;
const MOST_LINE_BYTES = 16 * 1024 * 1024;
const LF = 0x0a;
const CR = 0x0d;

/** A line of a text file: its number from 1, and its text without its end. */
export interface MatrixLine {
  readonly number: number;
  readonly text: string;
}

/**
 * The lines of a UTF-8 file, read block by block: LF, CR LF and a bare CR end a line. A byte order mark is taken off. Empty lines are passed over where they stand at the
 * end, and given out elsewhere.
 * @param onBytes told how far it is
 * @throws MatrixProblems for another encoding; MatrixTooLarge for a line of over 16 MiB; ArtifactInvalid when the file became shorter
 */
export function* matrixLinesOf(file: OpenFile, onBytes?: (done: number) => void): Generator<MatrixLine> {
  let rest: Buffer = Buffer.alloc(0);
  let number = 0;
  let empty = 0;
  for (const { bytes, isLast } of blocksOf(file, onBytes)) {
    const block = Buffer.concat([rest, bytes]);
    let start = number === 0 && rest.length === 0 ? markLength(block) : 0;
    const ends = new LineEnds(block, isLast);
    for (;;) {
      const end = ends.after(start);
      if (end === null) break;
      number += 1;
      const text = textOf(block.subarray(start, end.at), number);
      start = end.next;
      if (text === '') {
        empty += 1;
        continue;
      }
      for (; empty > 0; empty -= 1) yield { number: number - empty, text: '' };
      yield { number, text };
    }
    rest = block.subarray(start);
    if (rest.length > MOST_LINE_BYTES) throw new MatrixTooLarge('bytes in a line', rest.length, MOST_LINE_BYTES);
  }
}

/** Where the lines of a block end. Each byte of it is looked at once for each of the two ends. */
class LineEnds {
  private lf = -2;
  private cr = -2;

  constructor(
    private readonly block: Buffer,
    private readonly isLast: boolean,
  ) {}

  /** Where the line that begins at `start` ends, and the next begins; null where the block does not say. */
  after(start: number): { readonly at: number; readonly next: number } | null {
    const { block, isLast } = this;
    if (this.lf !== -1 && this.lf < start) this.lf = block.indexOf(LF, start);
    if (this.cr !== -1 && this.cr < start) this.cr = block.indexOf(CR, start);
    const { lf, cr } = this;
    if (cr !== -1 && (lf === -1 || cr < lf)) {
      // A CR at the very end may be half of a CR LF.
      if (cr + 1 === block.length && !isLast) return null;
      return { at: cr, next: lf === cr + 1 ? cr + 2 : cr + 1 };
    }
    if (lf !== -1) return { at: lf, next: lf + 1 };
    return isLast && start < block.length ? { at: block.length, next: block.length } : null;
  }
}

function* blocksOf(file: OpenFile, onBytes?: (done: number) => void) {
  const { size } = file.stats;
  for (let position = 0; position < size;) {
    const block = Buffer.allocUnsafe(Math.min(BLOCK_BYTES, size - position));
    const length = readSync(file.fd, block, 0, block.length, position);
    if (length === 0) throw new ArtifactInvalid('it became shorter while it was read');
    position += length;
    onBytes?.(position);
    yield { bytes: block.subarray(0, length), isLast: position >= size };
  }
}

function textOf(bytes: Buffer, number: number): string {
  if (!isUtf8(bytes))
    throw new MatrixProblems([{ line: number, problem: 'is not UTF-8: save the file as UTF-8 text' }]);
  return bytes.toString('utf8');
}

function markLength(block: Buffer): number {
  return block[0] === 0xef && block[1] === 0xbb && block[2] === 0xbf ? 3 : 0;
}
