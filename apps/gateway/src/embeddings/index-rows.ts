import { setImmediate as nextTurn } from 'node:timers/promises';
import type { MemberRegion } from '#gateway/cohorts';

/** Rows of an index that come from one source: one row for a slide or a patient, one for each tile or cell of a bag, one for each marker. */
export interface RowSource {
  /** Of the item in its cohort. */
  readonly item: string;
  readonly patient: string | null;
  /** One, or for a patient those whose vectors were averaged. */
  readonly slideIds: readonly string[];
  readonly region: MemberRegion | null;
  /** Ids of the answers whose vectors these are; for tiles the digest of the bag. */
  readonly from: readonly string[];
  /** For markers: the name of each row's, in the order of the rows. */
  readonly markers?: readonly string[];
  /** The first row, and how many. */
  readonly row: number;
  readonly count: number;
  /** For tiles: where they lie, edge to edge `[x, y, x, y ...]` in level-0 pixels, and how long an edge is. */
  readonly tiles?: { readonly coords: readonly number[]; readonly edgePx: number | null };
}

/** What has no vector. */
export interface MissingRow {
  readonly item: string;
  readonly slideId: string;
  readonly code: string;
}

const LINES_AT_ONCE = 200;

/** One line of JSON for each source. */
export function rowSourceLine(source: RowSource): Uint8Array {
  return Buffer.from(`${JSON.stringify(source)}\n`, 'utf8');
}

/** Reads the lines again, some at a time, so that the event loop is free between. */
export async function readRowSources(bytes: Uint8Array): Promise<readonly RowSource[]> {
  const sources: RowSource[] = [];
  let from = 0;
  while (from < bytes.length) {
    const end = bytes.indexOf(10, from);
    // The lines are this room's own: only pack-vectors.ts writes them.
    const source: RowSource = JSON.parse(Buffer.from(bytes.subarray(from, end)).toString('utf8'));
    sources.push(source);
    from = end + 1;
    if (sources.length % LINES_AT_ONCE === 0) await nextTurn();
  }
  return sources;
}

/** The source of a row, by halving. */
export function sourceOfRow(sources: readonly RowSource[], row: number): RowSource | undefined {
  let [low, high] = [0, sources.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sources[middle]?.row ?? Infinity) <= row) low = middle;
    else high = middle - 1;
  }
  return sources[low];
}
