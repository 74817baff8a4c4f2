// Makes model-registry/gene-symbols/hgnc.tsv.gz of HGNC's own table:
//
//   node scripts/build-gene-symbols.mjs hgnc_complete_set.txt        (genenames.org, "complete dataset")
//   node scripts/build-gene-symbols.mjs hgnc_entries.tsv             (genenames.org, custom download with withdrawn entries)
//
// The second form has what the first has not: symbols that were taken back, and what stands in their place. The same input gives the same bytes.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const TARGET = fileURLToPath(new URL('../model-registry/gene-symbols/hgnc.tsv.gz', import.meta.url));
const LEAST_GENES = 40_000;
const COLUMNS = {
  hgnc_id: 'HGNC ID',
  symbol: 'Approved symbol',
  locus_type: 'Locus type',
  status: 'Status',
  alias_symbol: 'Alias symbols',
  prev_symbol: 'Previous symbols',
  ensembl_gene_id: 'Ensembl gene ID',
};

const [source] = process.argv.slice(2);
if (source === undefined) throw new Error('name the file: node scripts/build-gene-symbols.mjs FILE');
const rows = readRows(source);
const lines = rows.map(rowOf).sort((a, b) => numberOf(a[0]) - numberOf(b[0]));
if (lines.length < LEAST_GENES) throw new Error(`${lines.length} genes are no complete table`);
const text = [[...Object.keys(COLUMNS), 'replaced_by'], ...lines].map((cells) => `${cells.join('\t')}\n`).join('');
writeFileSync(TARGET, gzipSync(text, { level: 9 }));
console.log(`${lines.length} entries: ${TARGET}`);

function readRows(file) {
  const [heading = '', ...lines] = readFileSync(file, 'utf8').replaceAll('\r', '').trimEnd().split('\n');
  const names = heading.split('\t');
  return lines.map((line) => new Map(line.split('\t').map((cell, at) => [names[at], unquoted(cell)])));
}

function rowOf(row) {
  const cell = (column) => row.get(column) ?? row.get(COLUMNS[column]) ?? '';
  const list = (column) =>
    cell(column)
      .split(/\||, /)
      .map((name) => name.trim())
      .filter(Boolean)
      .join('|');
  const [ensembl = ''] = list('ensembl_gene_id').split('|');
  const title = row.get('name') ?? row.get('Approved name') ?? '';
  const successors = /withdrawn/i.test(cell('status')) ? title.matchAll(/\[(HGNC:\d+)\]/g) : [];
  const replacedBy = [...successors].map(([, id]) => id).join('|');
  const plain = ['hgnc_id', 'symbol', 'locus_type', 'status'].map(cell);
  return [...plain, list('alias_symbol'), list('prev_symbol'), ensembl, replacedBy];
}

function numberOf(id) {
  return Number(id.slice('HGNC:'.length));
}

function unquoted(cell) {
  return /^".*"$/.test(cell) ? cell.slice(1, -1).replaceAll('""', '"') : cell;
}
