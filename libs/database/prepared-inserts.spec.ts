import { describe, expect, it } from 'vitest';
import { prepareInserts } from './prepared-inserts.js';

const INSERT = 'INSERT INTO t (a) VALUES ($1)';

/** A client that notes what it was asked. */
function clientOf(): { readonly asked: unknown[][]; readonly query: (...args: unknown[]) => unknown } {
  const asked: unknown[][] = [];
  const client = { asked, query: (...args: unknown[]): unknown => asked.push(args) };
  // What the function takes of a real client is this one method.
  prepareInserts(client as never);
  return client;
}

/** The name that a statement goes by when it is asked so often, or undefined. */
function nameAfter(times: number, text: string, client = clientOf()): unknown {
  for (let time = 0; time < times; time += 1) client.query(text, [time]);
  const [last] = client.asked.at(-1) ?? [];
  return typeof last === 'object' && last !== null && 'name' in last ? last.name : undefined;
}

describe('prepareInserts', () => {
  it('names an insert that comes often, and hands on what else the caller gave', () => {
    const client = clientOf();
    expect(nameAfter(4, INSERT, client)).toBeUndefined();
    const done = (): void => {};
    client.query(INSERT, ['x'], done);
    expect(client.asked.at(-1)).toEqual([{ name: 'insert_0', text: INSERT, values: ['x'] }, done]);
    expect(nameAfter(5, 'WITH x AS (SELECT 1)\nINSERT INTO t SELECT $1 FROM x', client)).toBe('insert_1');
  });

  it.each([
    ['a question, whose best way depends on its values', 'SELECT a FROM t WHERE a = $1'],
    ['a question with a part before it', 'WITH x AS (SELECT 1) SELECT a FROM x WHERE a = $1'],
    ['a change', 'UPDATE t SET a = $1'],
    ['a very long one', `${INSERT} ${' '.repeat(10_000)}`],
  ])('leaves %s alone', (_, text) => {
    expect(nameAfter(20, text)).toBeUndefined();
  });

  it('leaves what has no values or is an object alone', () => {
    const client = clientOf();
    for (let time = 0; time < 20; time += 1) client.query('INSERT INTO t DEFAULT VALUES');
    client.query({ text: INSERT, values: [1] });
    expect(client.asked.slice(-2)).toEqual([['INSERT INTO t DEFAULT VALUES'], [{ text: INSERT, values: [1] }]]);
  });

  it('names no more than the server should keep', () => {
    const client = clientOf();
    const names = Array.from({ length: 80 }, (_, at) => nameAfter(5, `${INSERT} -- ${at}`, client));
    expect(names.filter((name) => name !== undefined)).toHaveLength(64);
  });
});
