import { describe, expect, it } from 'vitest';
import { parseHgncTable } from './hgnc.js';
import { bytesOf, expected, fixture, refusedLines } from './testing/fixtures.js';

const excerpt = fixture('hgnc_complete_set.excerpt.txt');
const HEADING = 'hgnc_id\tsymbol\tlocus_type\tstatus\talias_symbol\tprev_symbol\tensembl_gene_id';
const A = 'HGNC:1\tA\tgene with protein product\tApproved\tX|Y\tOLD\tENSG00000000001';
const refusals = (...lines: readonly string[]) => refusedLines(() => parseHgncTable(bytesOf(lines.join('\n'))));

describe('parseHgncTable', () => {
  it("reads from HGNC's table what pandas reads", () => {
    const { genes } = parseHgncTable(excerpt);
    expect(genes.map(({ status: _, replacedBy: _none, ...rest }) => rest)).toEqual(expected.hgnc.rows);
    expect(new Set(genes.map(({ status }) => status))).toEqual(new Set(['APPROVED']));
  });

  it('finds a gene by each way in which it is named', () => {
    const table = parseHgncTable(excerpt);
    expect(table.byApproved.get('A4GALT')).toMatchObject({ hgncId: 'HGNC:18149', ensemblId: 'ENSG00000128274' });
    expect(table.byPrevious.get('AARS')?.map(({ symbol }) => symbol)).toEqual(['AARS1']);
    expect(table.byAlias.get('P(k)')?.map(({ symbol }) => symbol)).toEqual(['A4GALT']);
    expect(table.byEnsemblId.get('ENSG00000121410')?.map(({ symbol }) => symbol)).toEqual(['A1BG']);
    // One name, two meanings: CPAMD9 was approved once, CPAMD5 never was.
    expect([table.byPrevious.has('CPAMD9'), table.byPrevious.has('CPAMD5'), table.byAlias.has('CPAMD5')]).toEqual([
      true,
      false,
      true,
    ]);
  });

  it('keeps every gene of a name that several have', () => {
    const table = parseHgncTable(bytesOf([HEADING, A, 'HGNC:2\tB\tpseudogene\tApproved\t"X|Z"\tOLD\t'].join('\n')));
    expect(table.byAlias.get('X')?.map(({ symbol }) => symbol)).toEqual(['A', 'B']);
    expect(table.byPrevious.get('OLD')?.map(({ symbol }) => symbol)).toEqual(['A', 'B']);
  });

  it('keeps withdrawn genes apart from approved ones', () => {
    const table = parseHgncTable(bytesOf([HEADING, A, 'HGNC:2\tB~withdrawn\t\tSymbol Withdrawn\t\t\t'].join('\r\n')));
    expect(table.byApproved.has('B')).toBe(false);
    expect(table.byWithdrawn.get('B')).toMatchObject([{ hgncId: 'HGNC:2', status: 'WITHDRAWN' }]);
  });

  it.each([
    ['HGNC:2\tB\tx\tApproved\t\t', 'more or fewer columns'],
    ['HGNC:2\tB\tx\tPending\t\t\t', 'status'],
    ['2\tB\tx\tApproved\t\t\t', 'no HGNC id'],
    ['HGNC:2\t\tx\tApproved\t\t\t', 'no symbol'],
    ['HGNC:1\tB\tx\tApproved\t\t\t', 'of an earlier row'],
    ['HGNC:2\tA\tx\tApproved\t\t\t', 'of an earlier row'],
    ['HGNC:2\tB\tx\tApproved\t\t\tENST00000000001', 'an Ensembl id that is none'],
  ])('refuses the row %j and says on which line and why', (row, why) => {
    expect(refusals(HEADING, A, row)).toEqual([[3, expect.stringContaining(why)]]);
  });

  it('refuses a table without a column that is needed, or with one twice', () => {
    expect(refusals(HEADING.replace('\tstatus', ''), A)).toEqual([[1, expect.stringContaining('status')]]);
    expect(refusals(`${HEADING}\tsymbol`, `${A}\tA`)).toEqual([[1, expect.stringContaining('once')]]);
    expect(refusals('')).toEqual([[1, expect.stringContaining('empty table')]]);
  });
});
