import { BadUserInput, TableInvalid } from '#libs/errors';
import { describe, expect, it } from 'vitest';
import { readScoreTable, type StatedTable } from './index.js';
import { column, score, stated } from './spec-support/stated.js';

const missing = (...names: readonly string[]) => names.map((name) => ({ name, reason: 'MISSING' }));
const AB = { scores: [score('a'), score('b')] };

function problemsOf(table: StatedTable): readonly (readonly [number, number | null])[] {
  try {
    readScoreTable(table);
    return [];
  } catch (error) {
    if (!(error instanceof TableInvalid)) throw error;
    return error.problems.map(({ line, column: at }) => [line, at]);
  }
}

describe('a table of scores', () => {
  it('is read with a byte order mark, CR LF, quotes, spaces and columns in any order', () => {
    const text = '\ufeff"b", label ,a,"a note, long"\r\n0.25,yes, 0.5 ,"x ""y""\r\nz"\r\n"1e-3",no,.75,\r\n';
    const { table, leftOut } = readScoreTable(stated(text, AB));
    expect(table.items).toEqual(['line 2', 'line 4']);
    expect(table.scores.map(({ name, values }) => [name, ...values])).toEqual([
      ['a', 0.5, 0.75],
      ['b', 0.25, 0.001],
    ]);
    expect(table.outcome).toEqual({ kind: 'BINARY', labels: Uint8Array.of(1, 0) });
    expect(leftOut).toEqual([]);
  });

  it('leaves out rows that lack something, and lists them', () => {
    const text =
      'label,a,b,p\nyes,0.1,NA,p1\n,0.2,0.2,p1\nno,,nan,p1\nno,0.4,0.3,\nyes,0.5,0.5,p1\nno,N/A,0.1,p2\nno,0.7,0.1,p2\n';
    const { table, leftOut } = readScoreTable(stated(text, { ...AB, patient: column('p', 'patient') }));
    expect(table.items).toEqual(['line 6', 'line 8']);
    expect(new Set(table.patients).size).toBe(2);
    expect(leftOut).toEqual([
      { item: 'line 2', missing: missing('b') },
      { item: 'line 3', missing: missing('label') },
      { item: 'line 4', missing: missing('a', 'b') },
      { item: 'line 5', missing: missing('p') },
      { item: 'line 7', missing: missing('a') },
    ]);
  });

  it('calls by thresholds, on either side', () => {
    const text = 'label,a,b\nyes,0.5,1\nno,0.4999,2\n';
    const scores = [score('a', { threshold: 0.5 }), score('b', { threshold: 1, isLowerPositive: true })];
    const { table } = readScoreTable(stated(text, { scores }));
    expect(
      table.scores.map(({ calls, values, probabilities }) => [[...(calls ?? [])], [...values], probabilities !== null]),
    ).toEqual([
      [[1, 0], [0.5, 0.4999], true],
      [[1, 0], [-1, -2], false],
    ]);
  });

  it('takes scores for probabilities only where all of them can be', () => {
    const { table } = readScoreTable(stated('label,a,b\nyes,0.5,1.5\nno,1,0.1\n', AB));
    expect(table.scores.map(({ probabilities }) => probabilities !== null)).toEqual([true, false]);
  });

  it('keeps rows without a level, as a level of their own', () => {
    const { table } = readScoreTable(
      stated('label,a,s\nyes,1,B\nno,2,\nno,3,A\n', { strata: [column('s', 'strata')] }),
    );
    expect(table.stratifications).toEqual([{ name: 's', levels: ['A', 'B', null], levelOf: Uint32Array.of(1, 2, 0) }]);
  });

  it('reads survival and measured values', () => {
    const survival = stated('t,e,a\n3,1,0.1\n2,no,0.2\n,yes,1\n', {
      outcome: { kind: 'SURVIVAL', time: column('t', 'time'), event: column('e', 'event') },
    });
    expect(readScoreTable(survival).table.outcome).toEqual({
      kind: 'SURVIVAL',
      times: Float64Array.of(3, 2),
      events: Uint8Array.of(1, 0),
    });
    expect(readScoreTable(survival).leftOut).toEqual([{ item: 'line 4', missing: missing('t') }]);
    const measured = stated('t,a\n3,1\n2,7\n', { outcome: { kind: 'CONTINUOUS', column: column('t', 'truth') } });
    expect(readScoreTable(measured).table.outcome).toEqual({ kind: 'CONTINUOUS', values: Float64Array.of(3, 2) });
  });
});

describe('a table is refused by line and column', () => {
  it.each<readonly [string, string, readonly (readonly [number, number | null])[], Partial<StatedTable>]>([
    ['a word for a number', 'label,a\nyes,high\nno,1\nno,1,5\n', [[4, null]], {}],
    [
      'words for numbers',
      'label,a\nyes,high\nno,1\nno,Infinity\n',
      [
        [2, 2],
        [4, 2],
      ],
      {},
    ],
    ['a decimal comma', 'label,a\nyes,"0,5"\n', [[2, 2]], {}],
    ['another length', 'label,a\nyes,1\nno\n', [[3, null]], {}],
    ['a quote that does not end', 'label,a\nyes,"1\nno,2\n', [[2, null]], {}],
    ['nothing', '', [[1, null]], {}],
    [
      'a label of neither value',
      'label,a\nyes,1\nmaybe,1\nno,1\n',
      [[3, 1]],
      { outcome: { kind: 'BINARY', column: column('label', 'label'), positive: 'yes', negative: 'no' } },
    ],
    [
      'an event of neither value',
      't,e,a\n1,2,1\n',
      [[2, 2]],
      { outcome: { kind: 'SURVIVAL', time: column('t', 'time'), event: column('e', 'event') } },
    ],
    ['too many rows', `label,a\n${'no,1\n'.repeat(50_001)}`, [[50_002, null]], {}],
  ])('%s', (_, text, expected, more) => expect(problemsOf(stated(text, more))).toEqual(expected));

  it.each<readonly [string, string, Partial<StatedTable>, string, RegExp]>([
    ['a column that is not there', 'label,b\nyes,1\n', {}, 'input.score', /must name a column/],
    ['columns between semicolons', 'label;a\nyes;1\n', {}, 'input.label', /separated by commas/],
    ['a name that stands twice', 'label,a,a\nyes,1,2\n', {}, 'input.score', /twice/],
    ['labels of three values', 'label,a\nyes,1\nno,2\nYes,3\n', {}, 'input.label', /two values/],
    [
      'a stratification of as many levels as rows',
      `label,a\n${Array.from({ length: 60 }, (_, i) => `no,${i}`).join('\n')}`,
      { strata: [column('a', 'strata')] },
      'input.strata',
      /at most 50/,
    ],
  ])('or by argument: %s', (_, text, more, argument, message) => {
    const refused = (): unknown => readScoreTable(stated(text, more));
    expect(refused).toThrow(BadUserInput);
    expect(refused).toThrow(message);
    expect(refused).toThrow(`\`${argument}\``);
  });

  it('and no refusal repeats a cell', () => {
    for (const text of [
      'label,a\nyes,Mustermann\n',
      'label,a\nyes,"Mustermann\n',
      'label,Mustermann\nyes,1\n',
      'label,a\nyes,1\nMustermann,2\nno,1\n',
    ]) {
      try {
        readScoreTable(stated(text));
        expect.unreachable();
      } catch (error) {
        const facts = error instanceof TableInvalid || error instanceof BadUserInput ? error.facts : null;
        expect(`${String(error)}${JSON.stringify(facts)}`).not.toContain('Mustermann');
      }
    }
  });
});
