import { describe, expect, it } from 'vitest';
import { TesseraError, type Job } from '#libs/client';
import { errorLines } from './format-error.js';
import { paintFor } from './paint.js';
import { printable } from './printable.js';
import { progressOn } from './progress.js';
import { comparable, figure, properties, rate, table } from './text.js';

describe('comparable', () => {
  it.each([
    [0.6096, 0.61, '0.6096'],
    [0.61, 0.6096, '0.6100'],
    [0.61, 0.61, '0.610'],
    [0.77, 0.61, '0.770'],
    [0.77, null, '0.770'],
    [0.60999999, 0.61, '0.60999999'],
  ])('writes %f against %s as %s', (value, other, text) => {
    expect(comparable(value, other)).toBe(text);
  });
});

describe('text', () => {
  it('aligns a table and ends no line in blanks', () => {
    expect(
      table(
        ['ID', 'NAME'],
        [
          ['12345', ''],
          ['1', 'a b'],
        ],
      ),
    ).toEqual(['ID     NAME', '12345', '1      a b']);
  });

  it('leaves out properties that are not given', () => {
    expect(
      properties(
        [
          ['a', '1'],
          ['long', null],
          ['bcd', '2'],
        ],
        '  ',
      ),
    ).toEqual(['  a    1', '  bcd  2']);
  });

  it('writes a rate with its interval and counts', () => {
    expect(rate({ value: 261 / 270, low: 0.9379, high: 0.9822, count: 261, n: 270 })).toBe(
      '96.7 % (93.8 to 98.2), 261 of 270',
    );
  });

  it('rounds a figure to four digits', () => {
    expect([0.10700000000000001, 0.99, 12.8, 1600].map(figure)).toEqual(['0.107', '0.99', '12.8', '1600']);
  });
});

describe('printable', () => {
  it('takes away what moves a cursor or turns a line, at any depth, and keeps all else', () => {
    const hostile = { a: ['x\u001b[2Jy', { '\u202eb': 'é\tß\n中' }], n: 1, none: null, yes: true };
    expect(printable(hostile)).toEqual({ a: ['x\ufffd[2Jy', { '\ufffdb': 'é\tß\n中' }], n: 1, none: null, yes: true });
  });
});

describe('errorLines', () => {
  it('says where a key goes, and which options an argument and what is missing are', () => {
    const lines = (code: string, facts: object): string =>
      errorLines(new TesseraError({ code, message: 'No.', facts: { ...facts } })).join('\n');
    expect(lines('UNAUTHENTICATED', {})).toContain('TESSERA_API_KEY');
    expect(lines('BAD_USER_INPUT', { argument: 'input.mpp', missing: ['input.mpp', 'input.coordsUnit'] })).toBe(
      'BAD_USER_INPUT: No.\n  argument  input.mpp\n  option    --mpp, --coords-unit',
    );
    expect(lines('BAD_USER_INPUT', { argument: 'context.operatingPoint' })).toContain('--operating-point');
  });
});

describe('paintFor', () => {
  it('writes no codes where none are wanted', () => {
    expect(paintFor(false).red('x')).toBe('x');
    expect(paintFor(true).red('x')).toBe('\u001b[31mx\u001b[39m');
  });
});

describe('progressOn', () => {
  const job = (state: Job['state'], done: number, total: number | null = 200): Job => ({
    id: 'job-1',
    kind: 'PREPARE_FEATURES',
    state,
    stage: state === 'RUNNING' ? 'encoding' : null,
    done,
    total,
    error: null,
    createdAt: '',
    startedAt: null,
    finishedAt: null,
    featureBag: null,
    registration: null,
    expressionMatrix: null,
    pathwayScores: null,
  });
  const record = (
    isTTY: boolean,
    columns = 100,
  ): { isTTY: boolean; columns: number; written: string[]; write(text: string): void } => {
    const written: string[] = [];
    return { isTTY, columns, written, write: (text) => void written.push(text) };
  };

  it('redraws one line on a terminal, and clears it at the end', () => {
    const output = record(true);
    let now = 0;
    const progress = progressOn(output, () => now);
    progress.update(job('QUEUED', 0, null));
    now = 4200;
    progress.update(job('RUNNING', 50));
    progress.end();
    expect(output.written).toEqual([
      '\r\u001b[2Kqueued  0 s',
      `\r\u001b[2Kencoding  [${'#'.repeat(8)}${'.'.repeat(22)}] 50/200  25 %  4 s`,
      '\r\u001b[2K',
    ]);
  });

  it('never writes a line that wraps: the next one would not cover it', () => {
    const output = record(true, 30);
    progressOn(output).update(job('RUNNING', 50));
    expect(output.written[0]?.replace('\r\u001b[2K', '')).toHaveLength(29);
  });

  it('writes a line a tenth elsewhere', () => {
    const output = record(false);
    const progress = progressOn(output);
    for (let done = 0; done <= 200; done += 1) progress.update(job('RUNNING', done));
    progress.update(job('SUCCEEDED', 200));
    expect(output.written).toHaveLength(12);
    expect(output.written.slice(0, 2)).toEqual(['encoding 0/200\n', 'encoding 20/200\n']);
    expect(output.written.at(-1)).toBe('succeeded 200/200\n');
  });
});
