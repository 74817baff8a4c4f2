import { beforeAll, describe, expect, it } from 'vitest';
import { GeneNames, undamaged } from './gene-names.js';
import { PanelIndex } from './panel-index.js';
import { madeSymbols } from '#test/made-symbols';

const { signal } = new AbortController();
let names: GeneNames;

beforeAll(async () => {
  names = await GeneNames.read(Buffer.from(madeSymbols), signal);
});

describe('a gene', () => {
  it.each([
    ['ERBB2', 'APPROVED', 'ERBB2'],
    ['NGL', 'PREVIOUS', 'ERBB2'],
    ['SEPT7', 'PREVIOUS', 'SEPTIN7'],
    ['HER2', 'ALIAS', 'ERBB2'],
    ['PD-1', 'ALIAS', 'PDCD1'],
    ['ENSG00000171094', 'ENSEMBL_ID', 'ALK'],
    ['ENSG00000171094.18', 'ENSEMBL_ID', 'ALK'],
    ['erbb2', 'CASE', 'ERBB2'],
    // An approved symbol goes before another gene's alias.
    ['ALK', 'APPROVED', 'ALK'],
  ])('is found as %s by its %s', (name, by, symbol) => {
    expect(names.resolve(name)).toMatchObject({ kind: 'FOUND', by, gene: { symbol } });
  });

  it.each([
    ['SHARED', { kind: 'AMBIGUOUS', candidates: ['MADE1', 'MADE2'] }],
    ['GONE1', { kind: 'WITHDRAWN', candidates: [] }],
    ['7-Sep', { kind: 'DAMAGED', candidates: ['SEPTIN7'] }],
    ['2026-09-07', { kind: 'DAMAGED', candidates: ['SEPTIN7'] }],
    ['1-Mar', { kind: 'DAMAGED', candidates: ['MARCHF1', 'MTARC1'] }],
    ['2.31E+13', { kind: 'DAMAGED', candidates: [] }],
    ['NOSUCHGENE', { kind: 'UNKNOWN' }],
    ['', { kind: 'UNKNOWN' }],
  ])('is not found as %s, and the reason is said', (name, expected) => expect(names.resolve(name)).toEqual(expected));
});

describe('undamaged', () => {
  it.each([
    ['Mar-01', ['MARCH1', 'MARC1']],
    ['1-Dec', ['DEC1']],
    ['1-Jan', []],
    ['ERBB2', []],
  ])('%s', (name, expected) => expect(undamaged(name)).toEqual(expected));
});

describe('a panel', () => {
  it('has a gene under whatever name it was given there', async () => {
    // An outdated symbol, a clone, and the newest symbol.
    const index = await PanelIndex.over(['SEPT7', 'AC000068.1', 'ERBB2', 'HLA-A'], names, signal);
    expect(index.find('SEPTIN7')).toMatchObject({
      kind: 'FOUND',
      position: 0,
      symbol: 'SEPT7',
      by: 'APPROVED',
      hgncId: 'HGNC:1717',
    });
    expect(index.find('CDC10')).toMatchObject({ kind: 'FOUND', position: 0, by: 'PREVIOUS' });
    expect(index.find('SEPT7')).toMatchObject({ kind: 'FOUND', position: 0, by: 'PREVIOUS' });
    expect(index.find('AC000068.1')).toMatchObject({ kind: 'FOUND', position: 1, by: 'PANEL', hgncId: null });
    expect(index.find(' HER2 ')).toMatchObject({ kind: 'FOUND', position: 2, by: 'ALIAS' });
    expect(index.find('hla-a')).toMatchObject({ kind: 'FOUND', position: 3, by: 'CASE' });
    expect(index.find('ROS1')).toEqual({ kind: 'NOT_IN_PANEL', symbol: 'ROS1', by: 'APPROVED', hgncId: 'HGNC:10261' });
    expect(index.find('SHARED')).toMatchObject({ kind: 'AMBIGUOUS' });
  });

  it('that has a gene twice gives it by its own names alone', async () => {
    const index = await PanelIndex.over(['ERBB2', 'HER2'], names, signal);
    expect(index.find('HER2')).toMatchObject({ kind: 'FOUND', position: 1 });
    expect(index.find('ERBB2')).toMatchObject({ kind: 'FOUND', position: 0 });
    expect(index.find('NGL')).toMatchObject({ kind: 'NOT_IN_PANEL', symbol: 'ERBB2' });
  });

  it('without a table is found by its own names, and guesses nothing', async () => {
    const index = await PanelIndex.over(['SEPT7', 'ERBB2'], null, signal);
    expect(index.find('erbb2')).toMatchObject({ kind: 'FOUND', position: 1, by: 'CASE' });
    expect(index.find('HER2')).toEqual({ kind: 'UNKNOWN' });
    expect(index.find('7-Sep')).toEqual({ kind: 'DAMAGED', candidates: ['SEPT7'] });
  });
});
