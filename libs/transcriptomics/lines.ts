import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { GeneListInvalid, GeneListTooLarge, type LineProblem } from '#libs/errors';

/** Problems that are listed by line; the rest are counted. */
const MOST_LISTED = 20;
const LF = 0x0a;
const CR = 0x0d;
// Control characters but the tab, those that turn the direction of writing or are not seen, and what stands for a lost one.
const FORBIDDEN = /[\p{Cc}\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffd]/u;

/** A line of a text file: its number from 1, and its text without LF or CR LF. */
export interface Line {
  readonly number: number;
  readonly text: string;
}

/**
 * The lines of a UTF-8 text, one after the other. A byte order mark at the start, CR LF, and empty lines at the very end are taken off.
 * @param argument what the text is called in a refusal
 * @throws GeneListInvalid for another encoding
 */
export function* linesOf(bytes: Uint8Array, argument: string): Generator<Line> {
  if (!isUtf8(bytes)) throw new GeneListInvalid(argument, [{ line: 1, problem: encodingProblem(bytes) }]);
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let start = buffer.subarray(0, 3).toString('latin1') === '\u00ef\u00bb\u00bf' ? 3 : 0;
  const end = lastTextByte(buffer) + 1;
  for (let number = 1; start < end; number += 1) {
    const found = buffer.indexOf(LF, start);
    const stop = found === -1 || found > end ? end : found;
    const textEnd = stop > start && buffer[stop - 1] === CR ? stop - 1 : stop;
    yield { number, text: buffer.toString('utf8', start, textEnd) };
    start = stop + 1;
  }
}

function lastTextByte(buffer: Buffer): number {
  let last = buffer.length - 1;
  while (last >= 0 && (buffer[last] === LF || buffer[last] === CR)) last -= 1;
  return last;
}

function encodingProblem(bytes: Uint8Array): string {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return `is not UTF-8${isUtf16 ? ' but UTF-16' : ''}: save the file as UTF-8 text`;
}

/** Whether a text holds characters that a name or a description has no use for. Tabs count. */
export function hasForbiddenCharacters(text: string): boolean {
  return FORBIDDEN.test(text);
}

/** Gathers what is wrong, line by line. */
export class Problems {
  private readonly listed: LineProblem[] = [];
  private total = 0;

  constructor(private readonly argument: string) {}

  add(line: number, problem: string): void {
    this.total += 1;
    if (this.listed.length < MOST_LISTED) this.listed.push({ line, problem });
  }

  /** @throws GeneListInvalid when there was any */
  throwIfAny(): void {
    if (this.total > 0) throw new GeneListInvalid(this.argument, this.listed, this.total);
  }
}

/** Builds the canonical text of a list, a line at a time, and its SHA-256. */
export class CanonicalText {
  private readonly bytes: Buffer;
  private length = 0;

  /** @param mostBytes the source's size: a canonical text is longer by at most its last line's end */
  constructor(mostBytes: number) {
    this.bytes = Buffer.allocUnsafe(mostBytes + 1);
  }

  add(line: string): void {
    this.length += this.bytes.write(`${line}\n`, this.length, 'utf8');
  }

  finish(): { readonly bytes: Uint8Array; readonly digest: string } {
    const bytes = new Uint8Array(this.bytes.subarray(0, this.length));
    return { bytes, digest: createHash('sha256').update(bytes).digest('hex') };
  }
}

/** @throws GeneListTooLarge when more was found than the limit */
export function refuseOver(argument: string, what: string, found: number, limit: number): void {
  if (found > limit) throw new GeneListTooLarge(argument, what, found, limit);
}
