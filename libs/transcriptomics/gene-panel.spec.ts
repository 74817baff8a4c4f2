import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { GeneListInvalid, GeneListTooLarge } from '#libs/errors';
import type { GeneNamespace } from './gene-namespace.js';
import { firstDifference, GENE_PANEL_LIMITS, parseGenePanel } from './gene-panel.js';
import { bytesOf, expected, fixture, refusedLines } from './testing/fixtures.js';

const demo = new URL('../../model-registry/models/demo-her2st-expr/1/', import.meta.url);
const read = (bytes: Uint8Array, namespace: GeneNamespace = 'HGNC_AND_CLONES', hasHeader = false) =>
  parseGenePanel(bytes, { namespace, hasHeader, argument: 'list' });
const refusals = (text: string, namespace: GeneNamespace = 'HGNC') =>
  refusedLines(() => read(bytesOf(text), namespace));

describe('parseGenePanel', () => {
  it("gives a model's vocabulary the digest of its card", () => {
    const card = JSON.parse(readFileSync(new URL('model-card.json', demo), 'utf8'));
    const panel = read(readFileSync(new URL('genes.txt', demo)));
    expect([panel.digest, panel.genes.length]).toEqual([card.vocabulary.digest, card.vocabulary.size]);
    expect(expected.demoPanel).toEqual({
      genes: panel.genes.length,
      first: panel.genes[0],
      last: panel.genes.at(-1),
      digest: panel.digest,
    });
  });

  it('reads what pandas reads below the heading, clone names too', () => {
    const panel = read(fixture('sequoia_gene_list.first-400.csv'), 'HGNC_AND_CLONES', true);
    const { genes, first, last, digest } = expected.sequoia;
    expect([panel.genes.length, panel.genes[0], panel.genes.at(-1), panel.digest]).toEqual([
      genes,
      first,
      last,
      digest,
    ]);
    expect(panel.genes).toContain('AC000068.1');
  });

  it.each([
    ['CR LF', 'ALK\r\nROS1\r\n'],
    ['a byte order mark', '\ufeffALK\nROS1\n'],
    ['no end of the last line', 'ALK\nROS1'],
    ['empty lines at the end', 'ALK\nROS1\n\n\r\n'],
  ])('gives one list one digest, also with %s', (_, text) => {
    // printf 'ALK\nROS1\n' | sha256sum
    expect(read(bytesOf(text)).digest).toBe('7e6add2a68dfd5952d0dc23b5c9d38855d3cba04472d147225ab557fb8fc0271');
  });

  it('gives another order another digest', () => {
    expect(read(bytesOf('ROS1\nALK\n')).digest).not.toBe(read(bytesOf('ALK\nROS1\n')).digest);
  });

  it.each([
    '7-Sep',
    'Sep-07',
    '1-Mar',
    '1-MAR-2001',
    'Mar-01',
    '2001-09-07',
    '2006-09-07 00:00:00',
    '9/7/2006',
    '07.09.06',
  ])('refuses %s, which a spreadsheet made of a gene, in any namespace', (damaged) => {
    for (const namespace of ['HGNC', 'HGNC_AND_CLONES', 'ENSG'] as const) {
      expect(refusals(`A1BG\n${damaged}\n`, namespace).at(-1)).toEqual([2, expect.stringContaining('holds a date')]);
    }
  });

  it.each([
    ['43350', 'holds a number'],
    ['2.31E+13', 'holds a number'],
    ['#N/A', 'error value of a spreadsheet'],
    ['NA', 'missing value'],
    ['', 'is empty'],
    ['  ', 'is empty'],
    ['ALK', 'the gene of line 1 again'],
    ['ROS1 ', 'a space before or after'],
    ['ROS1\t0.3', 'several columns'],
    ['Trp53', 'small letters'],
    ['AC000068.1', 'state the namespace HGNC_AND_CLONES'],
    ['5S_rRNA', 'state the namespace HGNC_AND_CLONES'],
    ['ENSG00000141510', 'state the namespace ENSG'],
    ['18S rRNA', 'no gene symbol'],
  ])('refuses %j between good lines and says on which line and why', (bad, why) => {
    expect(refusals(`ALK\nEGFR\n${bad}\nKRAS\n`)).toEqual([[3, expect.stringContaining(why)]]);
  });

  it.each([
    'SEPT7',
    'MARCH1',
    'DEC1',
    'C1orf112',
    'ZHX1-C8orf76',
    'HLA-DRB1',
    'MT-ND1',
    'GTF2H2C_2',
    'HOXA@',
    'HGC6.3',
  ])('takes %s', (symbol) => expect(read(bytesOf(`${symbol}\n`), 'HGNC').genes).toEqual([symbol]));

  it.each([
    ['ENSG00000141510.18', 'with a version'],
    ['ENST00000269305', 'transcript'],
    ['ENSMUSG00000059552', 'no human Ensembl gene id'],
    ['TP53', 'no human Ensembl gene id'],
  ])('refuses %s among Ensembl ids', (bad, why) => {
    expect(refusals(`ENSG00000171094\n${bad}\n`, 'ENSG')).toEqual([[2, expect.stringContaining(why)]]);
  });

  it.each(['gene', 'Gene Symbol', 'ENSEMBL_ID', 'symbol'])(
    'refuses the heading %j that was not announced',
    (heading) => {
      expect(refusals(`${heading}\nALK\n`)).toEqual([[1, expect.stringContaining('looks like a heading')]]);
    },
  );

  it('refuses an empty list, and other encodings', () => {
    expect(refusals('')).toEqual([[1, expect.stringContaining('empty list')]]);
    expect(refusals('\n\r\n')).toEqual([[1, expect.stringContaining('empty list')]]);
    expect(refusedLines(() => read(Buffer.from('\ufeffALK\n', 'utf16le')))).toEqual([
      [1, expect.stringContaining('UTF-16')],
    ]);
    expect(refusedLines(() => read(Buffer.from([0x41, 0xe9, 0x0a])))).toEqual([[1, expect.stringContaining('UTF-8')]]);
  });

  it('counts every bad line, lists twenty, and repeats none of them', () => {
    const text = Array.from({ length: 50 }, (_, index) => `zzphi ${index}`).join('\n');
    const error = caught(() => read(bytesOf(text)));
    expect(error).toBeInstanceOf(GeneListInvalid);
    expect(error).toMatchObject({ code: 'BAD_USER_INPUT', total: 50, facts: { argument: 'list', total: 50 } });
    expect(refusals(text)).toHaveLength(20);
    expect(JSON.stringify([String(error), error])).not.toContain('zzphi');
    expect(String(error)).toContain('line 1 ');
    expect(String(error)).toContain('(and 49 more)');
  });

  it('refuses more bytes or genes than the limits', () => {
    const genes = Array.from({ length: GENE_PANEL_LIMITS.genes + 1 }, (_, index) => `G${index}`).join('\n');
    expect(caught(() => read(bytesOf(genes)))).toMatchObject({
      code: 'PAYLOAD_TOO_LARGE',
      found: 100_001,
      limit: 100_000,
    });
    const large = caught(() => read(new Uint8Array(GENE_PANEL_LIMITS.bytes + 1).fill(0x41)));
    expect(large).toBeInstanceOf(GeneListTooLarge);
    expect(large).toMatchObject({ what: 'bytes' });
  });
});

describe('firstDifference', () => {
  it.each([
    ['A\nB\nC\n', null],
    ['A\nB\nC', null],
    ['A\nC\nB\n', 2],
    ['A\nB\n', 3],
    ['A\nB\nC\nD\n', 4],
    ['\nA\nB\nC\n', 1],
  ])('finds in %j where it and A, B, C differ first: %j', (vocabulary, position) => {
    expect(firstDifference(['A', 'B', 'C'], bytesOf(vocabulary))).toBe(position);
  });
});

function caught(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}
