import { LRUCache } from 'lru-cache';

/**
 * Rows in memory, for a store that this process alone writes: the embedded one, which is locked. Reads and writes of the rows all pass here, so that what is
 * given is what the store holds: a key that is being changed is read from the store and not kept. Rows that are not there are not remembered.
 */
export class RowMemory<Row extends object> {
  private readonly kept: LRUCache<string, Row> | null;
  /** Beginnings and ends of changes: what was read across one of them may be of before it. */
  private changes = 0;

  /** @param mostRows how many are kept, the ones that were read last; 0 for a store that others write too */
  constructor(mostRows: number) {
    this.kept = mostRows > 0 ? new LRUCache({ max: mostRows }) : null;
  }

  /**
   * Rows in the order of their keys, each frozen, for several callers have the same.
   * @param load reads those that are not in memory, in the order of the keys that it is given; undefined where there is none
   */
  async read(
    keys: readonly string[],
    load: (missing: readonly string[]) => Promise<readonly (Row | undefined)[]>,
  ): Promise<readonly (Row | undefined)[]> {
    const found = new Map(keys.map((key) => [key, this.kept?.get(key)]));
    const missing = [...found].filter(([, row]) => row === undefined).map(([key]) => key);
    if (missing.length > 0) {
      const before = this.changes;
      const rows = await load(missing);
      for (const [at, key] of missing.entries()) {
        const row = rows[at];
        found.set(key, row);
        if (row && before === this.changes) this.kept?.set(key, Object.freeze(row));
      }
    }
    return keys.map((key) => found.get(key));
  }

  /** Runs a write of the row of a key, or of its absence. Whoever reads when it has ended reads what it left. */
  async change<T>(key: string, write: () => Promise<T>): Promise<T> {
    this.forget(key);
    try {
      return await write();
    } finally {
      this.forget(key);
    }
  }

  private forget(key: string): void {
    this.changes += 1;
    this.kept?.delete(key);
  }
}
