import { describe, expect, it } from 'vitest';
import { RowMemory } from './row-memory.js';

interface Row {
  readonly text: string;
}

/** A table whose statements end when they are told to. */
class Table {
  readonly rows = new Map<string, string>();
  statements = 0;
  readonly read = (keys: readonly string[]): Promise<readonly (Row | undefined)[]> => {
    this.statements += 1;
    return Promise.resolve(keys.map((key) => this.row(key)));
  };

  row(key: string): Row | undefined {
    const text = this.rows.get(key);
    return text === undefined ? undefined : { text };
  }
}

const tableOf = (entries: Readonly<Record<string, string>>): Table => {
  const table = new Table();
  for (const [key, text] of Object.entries(entries)) table.rows.set(key, text);
  return table;
};

describe('RowMemory', () => {
  it('reads each row once, in the order of the keys, and asks again for what was not there', async () => {
    const table = tableOf({ a: 'A', b: 'B' });
    const memory = new RowMemory<Row>(10);
    expect(await memory.read(['b', 'none', 'a', 'b'], table.read)).toEqual([
      { text: 'B' },
      undefined,
      { text: 'A' },
      { text: 'B' },
    ]);
    table.rows.set('none', 'NOW');
    expect(await memory.read(['a', 'none'], table.read)).toEqual([{ text: 'A' }, { text: 'NOW' }]);
    expect(await memory.read(['a', 'b', 'none'], table.read)).toHaveLength(3);
    expect(table.statements).toBe(2);
  });

  it('gives what a change left, and never what was read before or across it', async () => {
    const table = tableOf({ a: 'old' });
    const memory = new RowMemory<Row>(10);
    await memory.read(['a'], table.read);
    let answerLate = (): void => {};
    const late = new Promise<void>((resolve) => (answerLate = resolve));
    await memory.change('a', async () => {
      const across = memory.read(['a'], async (keys) => {
        const rows = await table.read(keys);
        await late;
        return rows;
      });
      await memory.read(['a'], table.read);
      table.rows.set('a', 'new');
      return void across.catch(() => undefined);
    });
    answerLate();
    await new Promise((resolve) => setImmediate(resolve));
    expect(await memory.read(['a'], table.read)).toEqual([{ text: 'new' }]);
  });

  it('forgets a row whose change failed, for nobody knows what it left', async () => {
    const table = tableOf({ a: 'old' });
    const memory = new RowMemory<Row>(10);
    await memory.read(['a'], table.read);
    const failing = memory.change('a', () => {
      table.rows.set('a', 'half');
      return Promise.reject(new Error('the connection broke'));
    });
    await expect(failing).rejects.toThrow('broke');
    expect(await memory.read(['a'], table.read)).toEqual([{ text: 'half' }]);
  });

  it('keeps the rows that were read last, none where it may keep none, and lets nobody change them', async () => {
    const table = tableOf({ a: 'A', b: 'B', c: 'C' });
    const memory = new RowMemory<Row>(2);
    for (const key of ['a', 'b', 'c', 'a']) await memory.read([key], table.read);
    expect(table.statements).toBe(4);
    const [row] = await memory.read(['a'], table.read);
    expect(Object.isFrozen(row)).toBe(true);
    const none = new RowMemory<Row>(0);
    for (let times = 0; times < 3; times += 1) await none.read(['a'], table.read);
    expect(table.statements).toBe(7);
  });
});
