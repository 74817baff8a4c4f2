import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { GeneNames } from './gene-names.js';
import { PanelIndex } from './panel-index.js';

const SIGNAL = new AbortController().signal;
const SHIPPED = join(process.cwd(), 'model-registry/gene-symbols/hgnc.tsv.gz');
const SEQUOIA = join(process.cwd(), 'test/fixtures/transcriptomics/sequoia_gene_list.csv');

// What each name means was looked up in another copy of HGNC's table: that of October 2025 in cBioPortal's gene table.
describe('the table of symbols that ships', () => {
  let names: GeneNames;
  let panel: PanelIndex;

  beforeAll(async () => {
    names = await GeneNames.read(gunzipSync(readFileSync(SHIPPED)), SIGNAL);
    const genes = readFileSync(SEQUOIA, 'utf8').trimEnd().split('\n').slice(1);
    expect(genes).toHaveLength(20_820);
    panel = await PanelIndex.over(genes, names, SIGNAL);
  }, 60_000);

  it.each([
    ['ROS1', 'APPROVED', 'ROS1'],
    ['HLA-DRB1', 'APPROVED', 'HLA-DRB1'],
    ['C1orf112', 'PREVIOUS', 'FIRRM'],
    ['MARCH1', 'PREVIOUS', 'MARCHF1'],
    ['SEPT2', 'PREVIOUS', 'SEPTIN2'],
    ['CDCA1', 'PREVIOUS', 'NUF2'],
    ['KNTC2', 'PREVIOUS', 'NDC80'],
    ['ORC6L', 'PREVIOUS', 'ORC6'],
    ['WARS', 'PREVIOUS', 'WARS1'],
    ['HER2', 'ALIAS', 'ERBB2'],
    ['PD-L1', 'ALIAS', 'CD274'],
    ['her2', 'CASE', 'ERBB2'],
    ['erbb2', 'CASE', 'ERBB2'],
    ['ENSG00000047936.15', 'ENSEMBL_ID', 'ROS1'],
  ])('knows %s by %s as %s', (name, by, symbol) => {
    expect(names.resolve(name)).toMatchObject({ kind: 'FOUND', by, gene: { symbol } });
  });

  it.each([
    ['1-Mar', 'DAMAGED', ['MARCHF1', 'MTARC1']],
    ['2-Sep', 'DAMAGED', ['SEPTIN2']],
    ['2026-09-07', 'DAMAGED', ['SEPTIN7']],
    ['A2MR', 'FOUND', undefined],
    ['A12M1', 'WITHDRAWN', []],
    ['NO-SUCH-GENE', 'UNKNOWN', undefined],
  ])('says of %s that it is %s', (name, kind, candidates) => {
    const found = names.resolve(name);
    expect(found.kind).toBe(kind);
    if (candidates) expect(found).toMatchObject({ candidates });
  });

  it('refuses a name that means several genes, with each of them', () => {
    expect(names.resolve('ARP11')).toEqual({ kind: 'AMBIGUOUS', candidates: ['ACTR3B', 'ACTR3C'] });
  });

  it('finds genes of a panel of 20,820, and knows which are not in it', () => {
    for (const [asked, symbol] of Object.entries({
      ALK: 'ALK',
      HER2: 'ERBB2',
      'AC000068.1': 'AC000068.1',
      'HLA-A': 'HLA-A',
      'ki-67': 'MKI67',
    }))
      expect([asked, panel.find(asked)]).toEqual([asked, expect.objectContaining({ kind: 'FOUND', symbol })]);
    expect(panel.find('ROS1')).toMatchObject({ kind: 'NOT_IN_PANEL', symbol: 'ROS1', by: 'APPROVED' });
    expect(panel.find('ENSG00000047936')).toMatchObject({ kind: 'NOT_IN_PANEL', symbol: 'ROS1' });
    expect(panel.genes.filter((gene) => panel.find(gene).kind !== 'FOUND')).toEqual([]);
  });
});
