import { setImmediate as nextTurn } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import type { BlobStore } from '#gateway/blob-store';
import { Turns } from './turns.js';

/** A line of a stored list: its position from 0, and its text. */
export interface ListLine {
  readonly position: number;
  readonly text: string;
}

interface IndexedLines {
  readonly bytes: Buffer;
  /** Where each line begins, and where one more would. */
  readonly starts: Uint32Array;
}

const KEPT_BYTES = 128 * 1024 * 1024;
const MOST_READINGS = 2;
/** Lines that are looked at in one piece: about a millisecond. */
const PIECE_LINES = 2000;
const LF = 0x0a;
const TAB = 0x09;

/** The lines of stored lists, by position. A list is kept as bytes with an index, never as objects; lately read ones stay in memory. */
export class ListLines {
  private readonly kept = new LRUCache<string, IndexedLines>({
    maxSize: KEPT_BYTES,
    sizeCalculation: ({ bytes, starts }) => bytes.byteLength + starts.byteLength,
  });
  private readonly turns = new Turns(MOST_READINGS);

  constructor(private readonly blobs: BlobStore) {}

  /** At most `count` lines from the position on. */
  async slice(digest: string, from: number, count: number, signal: AbortSignal): Promise<readonly ListLine[]> {
    const lines = await this.load(digest, signal);
    const end = Math.min(countOf(lines), from + count);
    return Array.from({ length: Math.max(0, end - from) }, (_, index) => lineAt(lines, from + index));
  }

  /**
   * Positions of the lines whose first column contains a text, whatever its case, in the order of the list.
   * @param text not empty
   */
  async find(digest: string, text: string, signal: AbortSignal): Promise<readonly number[]> {
    const lines = await this.load(digest, signal);
    const wanted = text.toLowerCase();
    const found: number[] = [];
    for (let position = 0; position < countOf(lines); position += 1) {
      if (position % PIECE_LINES === PIECE_LINES - 1) await breathe(signal);
      if (firstColumn(lines, position).toLowerCase().includes(wanted)) found.push(position);
    }
    return found;
  }

  private async load(digest: string, signal: AbortSignal): Promise<IndexedLines> {
    return this.kept.get(digest) ?? this.turns.take(() => this.read(digest, signal), signal);
  }

  private async read(digest: string, signal: AbortSignal): Promise<IndexedLines> {
    // Whoever waited for a turn may find that the one before has read it.
    const kept = this.kept.get(digest);
    if (kept) return kept;
    const read = await this.blobs.read(digest, signal);
    const lines = await indexOf(Buffer.from(read.buffer, read.byteOffset, read.byteLength), signal);
    this.kept.set(digest, lines);
    return lines;
  }
}

async function indexOf(bytes: Buffer, signal: AbortSignal): Promise<IndexedLines> {
  const starts = [0];
  for (let end = bytes.indexOf(LF); end !== -1; end = bytes.indexOf(LF, end + 1)) {
    starts.push(end + 1);
    if (starts.length % PIECE_LINES === 0) await breathe(signal);
  }
  return { bytes, starts: Uint32Array.from(starts) };
}

/** Lets others have the event loop. */
async function breathe(signal: AbortSignal): Promise<void> {
  await nextTurn();
  signal.throwIfAborted();
}

function countOf({ starts }: IndexedLines): number {
  return starts.length - 1;
}

function lineAt({ bytes, starts }: IndexedLines, position: number): ListLine {
  const end = starts[position + 1] ?? bytes.length;
  return { position, text: bytes.toString('utf8', starts[position], end - 1) };
}

function firstColumn({ bytes, starts }: IndexedLines, position: number): string {
  const start = starts[position] ?? 0;
  const end = (starts[position + 1] ?? bytes.length) - 1;
  const tab = bytes.indexOf(TAB, start);
  return bytes.toString('utf8', start, tab === -1 || tab > end ? end : tab);
}
