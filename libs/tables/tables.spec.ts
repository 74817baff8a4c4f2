import { describe, expect, it } from 'vitest';
import { csvLine, csvRows } from './index.js';

const cellsOf = (text: string): readonly (readonly string[])[] => [...csvRows(text)].map(({ cells }) => cells);

describe('csvRows', () => {
  // The examples of RFC 4180, section 2.
  it.each([
    [
      'aaa,bbb,ccc\r\nzzz,yyy,xxx\r\n',
      [
        ['aaa', 'bbb', 'ccc'],
        ['zzz', 'yyy', 'xxx'],
      ],
    ],
    [
      'aaa,bbb,ccc\r\nzzz,yyy,xxx',
      [
        ['aaa', 'bbb', 'ccc'],
        ['zzz', 'yyy', 'xxx'],
      ],
    ],
    [
      '"aaa","bbb","ccc"\r\nzzz,yyy,xxx',
      [
        ['aaa', 'bbb', 'ccc'],
        ['zzz', 'yyy', 'xxx'],
      ],
    ],
    [
      '"aaa","b\r\nbb","ccc"\r\nzzz,yyy,xxx',
      [
        ['aaa', 'b\r\nbb', 'ccc'],
        ['zzz', 'yyy', 'xxx'],
      ],
    ],
    ['"aaa","b""bb","ccc"', [['aaa', 'b"bb', 'ccc']]],
    [
      '\ufeffa,b\n1,\n\n,2\n',
      [
        ['a', 'b'],
        ['1', ''],
        ['', '2'],
      ],
    ],
    [
      '"a","b"\n"c",""\n',
      [
        ['a', 'b'],
        ['c', ''],
      ],
    ],
    ['', []],
  ])('reads %j', (text, expected) => expect(cellsOf(text)).toEqual(expected));

  it('knows the line on which a row begins', () => {
    const lines = [...csvRows('a\n"b\nb\nb"\n\nc\r\nd')].map(({ line }) => line);
    expect(lines).toEqual([1, 2, 6, 7]);
  });

  it.each([
    ['a\nb"c,1\nd,2', 2, 3],
    ['a\n"b"c,1\nd,2', 2, 3],
    ['a\n"b,1\nd,2', 2, 3],
  ])('tells a broken row and goes on: %j', (text, broken, next) => {
    const rows = [...csvRows(text)];
    expect(rows.filter(({ problem }) => problem !== null).map(({ line }) => line)).toEqual([broken]);
    expect(rows.at(-1)).toMatchObject({ line: next, cells: ['d', '2'] });
  });
});

describe('csvLine', () => {
  it('writes what csvRows reads back', () => {
    const cells = ['plain', 'a,b', 'q"q', 'two\r\nlines', '', '-3.5e-7'];
    expect(cellsOf(csvLine(cells))).toEqual([cells]);
    expect(csvLine([0.1 + 0.2, null, true, -0.5])).toBe('0.30000000000000004,,true,-0.5\r\n');
  });

  it('takes formulas from a spreadsheet, and refuses what is no number', () => {
    expect(csvLine(['=1+1', '@x', '-x', '+1'])).toBe("'=1+1,'@x,'-x,+1\r\n");
    expect(() => csvLine([NaN])).toThrow(RangeError);
  });
});
