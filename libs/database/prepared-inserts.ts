import type { ClientBase } from 'pg';

/** Texts that are counted: those beyond are new to us, and are counted from the beginning when there is room again. */
const MOST_COUNTED = 1_000;
/** Statements that the server keeps for us. */
const MOST_PREPARED = 64;
/** A text that came so often comes again. */
const OFTEN = 5;
const LONGEST = 10_000;

/**
 * Has the server keep what it made of the inserts that come again and again: for a row of the audit record, reading the statement takes half of its time in the
 * embedded server. Inserts alone, for how one is best done does not depend on the values in it. For a connection that is one session from its beginning to its
 * end: behind a pooler that shares sessions it would not be.
 */
export function prepareInserts(client: Pick<ClientBase, 'query'>): void {
  const names = new StatementNames();
  const { query } = client;
  const named = (...args: readonly unknown[]): unknown => {
    const [text, values, ...rest] = args;
    const name = typeof text === 'string' && Array.isArray(values) ? names.of(text) : undefined;
    return Reflect.apply(query, client, name === undefined ? args : [{ name, text, values }, ...rest]);
  };
  Object.defineProperty(client, 'query', { value: named });
}

/** Which statements have a name, which means that the server keeps them. */
class StatementNames {
  private readonly names = new Map<string, string>();
  private readonly counts = new Map<string, number>();

  of(text: string): string | undefined {
    const known = this.names.get(text);
    if (known !== undefined || this.names.size >= MOST_PREPARED) return known;
    if (text.length > LONGEST || !/^\s*(INSERT INTO\b|WITH\b.*?\bINSERT INTO\b)/is.test(text)) return undefined;
    const count = (this.counts.get(text) ?? 0) + 1;
    if (count < OFTEN) {
      if (this.counts.size >= MOST_COUNTED) this.counts.clear();
      this.counts.set(text, count);
      return undefined;
    }
    this.counts.delete(text);
    const name = `insert_${this.names.size}`;
    this.names.set(text, name);
    return name;
  }
}
