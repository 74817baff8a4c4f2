import { LRUCache } from 'lru-cache';
import type { Answer } from './answer.entity.js';

/** What the cache did since the start, and what it holds now. */
export interface AnswerCacheFigures {
  readonly hits: number;
  readonly misses: number;
  readonly evictions: number;
  readonly entries: number;
  readonly bytes: number;
}

/** Of a row beside its own content: keys, dates, objects. */
const ROW_BYTES = 1_024;

/**
 * Stored answers in memory, the ones that were read last, bounded by bytes. A row of an id never changes, so nothing here is ever out of
 * date, whichever gateway wrote it. What is not stored is not remembered: another gateway may store it at any time.
 */
export class AnswerCache {
  private readonly rows: LRUCache<string, Answer>;
  private hits = 0;
  private misses = 0;
  private evictions = 0;

  constructor(maxBytes: number) {
    this.rows = new LRUCache({
      maxSize: maxBytes,
      sizeCalculation: bytesOf,
      dispose: (_row, _key, reason) => {
        if (reason === 'evict') this.evictions += 1;
      },
    });
  }

  get(tenant: string, id: string): Answer | null {
    const row = this.rows.get(keyOf(tenant, id)) ?? null;
    if (row) this.hits += 1;
    else this.misses += 1;
    return row;
  }

  /** As `get`, and not counted: for those who have asked before. */
  peek(tenant: string, id: string): Answer | null {
    return this.rows.get(keyOf(tenant, id)) ?? null;
  }

  /** @param row as it is stored, durably */
  set(row: Answer): void {
    this.rows.set(keyOf(row.tenant, row.id), row);
  }

  read(): AnswerCacheFigures {
    const { hits, misses, evictions, rows } = this;
    return { hits, misses, evictions, entries: rows.size, bytes: rows.calculatedSize };
  }
}

/** An id is made of what was asked, and two tenants may ask the same: whose row it is must be in the key. */
function keyOf(tenant: string, id: string): string {
  return JSON.stringify([tenant, id]);
}

/** As JSON text it would take about so much; as objects, twice. */
function bytesOf({ parameters, outputs, arrays, provenance }: Answer): number {
  return ROW_BYTES + 2 * JSON.stringify([parameters, outputs, arrays, provenance]).length;
}
