import { describe, expect, it } from 'vitest';
import { aliasBook, isContradicted } from './alias-book.js';

const none = null;

describe('an alias with both layers', () => {
  // [what the file says now, where the write put it, what the file said then] -> [where it points, whether that is contradicted]
  it.each([
    ['1', undefined, undefined, '1', false],
    ['1', '2', '1', '2', false], // as it was when the write was made
    ['2', '2', '1', '2', false], // the file follows the write
    ['3', '2', '1', '2', true],
    [none, '2', '1', '2', true], // the file has lost it since
    [none, '2', none, '2', false],
    ['3', '2', none, '2', true],
    ['1', none, '1', none, false], // removed by a write
    [none, none, '1', none, false],
    ['2', none, '1', none, true],
  ])(
    'file %s, write %s over %s: points at %s, contradicted %s',
    (file, version, sourceVersion, points, contradicted) => {
      const move = { by: 'ann', at: '2026-01-01T00:00:00.000Z' };
      const [entry] = aliasBook(
        new Map(file === none ? [] : [['champion', file]]),
        version === undefined
          ? undefined
          : new Map([['champion', { ...move, version, sourceVersion: sourceVersion ?? null }]]),
      );
      expect(entry?.version).toBe(points);
      expect(entry && isContradicted(entry)).toBe(contradicted);
    },
  );

  it('is listed by name, whichever layer has it', () => {
    const move = { version: '2', sourceVersion: null, by: 'ann', at: '2026-01-01T00:00:00.000Z' };
    const book = aliasBook(new Map([['prod', '1']]), new Map([['canary', move]]));
    expect(book.map(({ alias, version }) => [alias, version])).toEqual([
      ['canary', '2'],
      ['prod', '1'],
    ]);
  });
});
