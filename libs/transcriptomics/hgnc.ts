import { linesOf, Problems, refuseOver } from './lines.js';

/** Most bytes and rows of a table. The complete set of 2025 has about 44,800 rows and 17 MB. */
export const HGNC_LIMITS = { bytes: 40 * 1024 * 1024, rows: 200_000 } as const;

/** One gene of HGNC's table. */
export interface HgncGene {
  /** As in `HGNC:8615`. It never changes, whatever becomes of the symbol. */
  readonly hgncId: string;
  readonly symbol: string;
  /** WITHDRAWN: HGNC has taken the entry or its symbol back. */
  readonly status: 'APPROVED' | 'WITHDRAWN';
  /** As HGNC words it: `gene with protein product`, `RNA, micro` ... */
  readonly locusType: string;
  /** Symbols that HGNC had approved for it before, in the table's order. */
  readonly previousSymbols: readonly string[];
  /** Symbols that others use for it, in the table's order. */
  readonly aliases: readonly string[];
  /** The Ensembl gene id, where HGNC gives one. */
  readonly ensemblId: string | null;
  /** Ids of the entries that stand in the place of a withdrawn one. */
  readonly replacedBy: readonly string[];
}

/** HGNC's table by the ways in which a gene is named. A previous symbol or an alias may be that of several genes. */
export interface SymbolTable {
  readonly genes: readonly HgncGene[];
  readonly byApproved: ReadonlyMap<string, HgncGene>;
  readonly byPrevious: ReadonlyMap<string, readonly HgncGene[]>;
  readonly byAlias: ReadonlyMap<string, readonly HgncGene[]>;
  /** Several where HGNC gives one Ensembl gene to several entries. */
  readonly byEnsemblId: ReadonlyMap<string, readonly HgncGene[]>;
  /** Genes that HGNC has withdrawn, by the symbol they had. */
  readonly byWithdrawn: ReadonlyMap<string, readonly HgncGene[]>;
}

const COLUMNS = [
  'hgnc_id',
  'symbol',
  'locus_type',
  'status',
  'alias_symbol',
  'prev_symbol',
  'ensembl_gene_id',
] as const;
/** `replaced_by` is of the table that ships; HGNC's own has no withdrawn entries. */
type Column = (typeof COLUMNS)[number] | 'replaced_by';
type Cell = (column: Column) => string;

/**
 * Reads HGNC's complete set (`hgnc_complete_set.txt`, genenames.org): UTF-8, tab-separated, the columns found by their names, lists with `|` between and
 * quotes around. Needed are hgnc_id, symbol, locus_type, status, alias_symbol, prev_symbol and ensembl_gene_id; others are passed over, but `replaced_by`
 * of the table that ships: ids of the entries that stand in the place of a withdrawn one.
 *
 * @param argument what the table is called in a refusal
 * @throws GeneListInvalid with line numbers: another encoding, a column that is missing, a row of another width, a status that is not known, an id or an
 * approved symbol twice, an id that is none
 * @throws GeneListTooLarge beyond HGNC_LIMITS
 */
export function parseHgncTable(bytes: Uint8Array, argument = 'table'): SymbolTable {
  return symbolTableOf([...rowsOfHgncTable(bytes, argument)]);
}

/** The genes of the table one by one, for a reader that pauses; what is wrong is thrown at the end. Otherwise as parseHgncTable. */
export function* rowsOfHgncTable(bytes: Uint8Array, argument: string): Generator<HgncGene> {
  refuseOver(argument, 'bytes', bytes.byteLength, HGNC_LIMITS.bytes);
  const problems = new Problems(argument);
  const seen = new Set<string>();
  let count = 0;
  let header: ReadonlyMap<string, number> | undefined;
  for (const { number, text } of linesOf(bytes, argument)) {
    const cells = text.split('\t').map(unquoted);
    if (header === undefined) {
      header = headerOf(cells, problems);
      continue;
    }
    const gene = cells.length === header.size ? geneOf(cellOf(cells, header)) : WIDTH;
    const problem = typeof gene === 'string' ? gene : repeated(gene, seen);
    if (problem !== null) problems.add(number, problem);
    if (typeof gene === 'string') continue;
    count += 1;
    refuseOver(argument, 'rows', count, HGNC_LIMITS.rows);
    yield gene;
  }
  if (count === 0) problems.add(1, 'is the end of an empty table: take the complete set from genenames.org');
  problems.throwIfAny();
}

const WIDTH = 'has more or fewer columns than the heading: take the table from its source again';

function headerOf(cells: readonly string[], problems: Problems): ReadonlyMap<string, number> {
  const header = new Map(cells.map((name, index) => [name, index]));
  const missing = COLUMNS.filter((column) => !header.has(column));
  if (missing.length > 0 || header.size !== cells.length) {
    problems.add(1, `is no heading of HGNC's complete set: it needs each of ${COLUMNS.join(', ')} once`);
    problems.throwIfAny();
  }
  return header;
}

function cellOf(cells: readonly string[], header: ReadonlyMap<string, number>): Cell {
  return (column) => cells[header.get(column) ?? -1] ?? '';
}

/** The gene of a row, or what is wrong with the row. */
function geneOf(cell: Cell): HgncGene | string {
  const ensemblId = cell('ensembl_gene_id');
  const status = statusOf(cell('status'));
  if (!/^HGNC:\d{1,7}$/.test(cell('hgnc_id')))
    return 'has no HGNC id (HGNC: and digits): take the table from its source again';
  if (cell('symbol') === '') return 'has no symbol: take the table from its source again';
  if (status === null)
    return 'has a status that is neither Approved nor Withdrawn: this table is of a kind that is not known here';
  if (ensemblId !== '' && !/^ENSG\d{11}$/.test(ensemblId))
    return 'has an Ensembl id that is none (ENSG and 11 digits): take the table from its source again';
  return {
    hgncId: cell('hgnc_id'),
    symbol: cell('symbol').replace(/~withdrawn$/, ''),
    status,
    locusType: cell('locus_type'),
    previousSymbols: listOf(cell('prev_symbol')),
    aliases: listOf(cell('alias_symbol')),
    ensemblId: ensemblId === '' ? null : ensemblId,
    replacedBy: listOf(cell('replaced_by')),
  };
}

/** @param seen ids and approved symbols of the rows before; these are added */
function repeated({ hgncId, symbol, status }: HgncGene, seen: Set<string>): string | null {
  const names = status === 'APPROVED' ? [hgncId, symbol] : [hgncId];
  const isRepeated = names.some((name) => seen.has(name));
  for (const name of names) seen.add(name);
  return isRepeated
    ? 'has the id or the approved symbol of an earlier row: take the table from its source again'
    : null;
}

function statusOf(text: string): HgncGene['status'] | null {
  if (text === 'Approved') return 'APPROVED';
  return /^(?:Entry|Symbol) Withdrawn$/i.test(text) ? 'WITHDRAWN' : null;
}

function symbolTableOf(genes: readonly HgncGene[]): SymbolTable {
  const approved = genes.filter(({ status }) => status === 'APPROVED');
  return {
    genes,
    byApproved: new Map(approved.map((gene) => [gene.symbol, gene])),
    byPrevious: groupedBy(approved, ({ previousSymbols }) => previousSymbols),
    byAlias: groupedBy(approved, ({ aliases }) => aliases),
    byEnsemblId: groupedBy(approved, ({ ensemblId }) => (ensemblId === null ? [] : [ensemblId])),
    byWithdrawn: groupedBy(
      genes.filter(({ status }) => status === 'WITHDRAWN'),
      ({ symbol }) => [symbol],
    ),
  };
}

function groupedBy(
  genes: readonly HgncGene[],
  namesOf: (gene: HgncGene) => readonly string[],
): ReadonlyMap<string, readonly HgncGene[]> {
  const groups = new Map<string, HgncGene[]>();
  for (const gene of genes) {
    for (const name of new Set(namesOf(gene))) groups.set(name, [...(groups.get(name) ?? []), gene]);
  }
  return groups;
}

function listOf(cell: string): readonly string[] {
  return cell.split('|').flatMap((name) => (name.trim() === '' ? [] : [name.trim()]));
}

function unquoted(cell: string): string {
  return /^".*"$/.test(cell) ? cell.slice(1, -1).replaceAll('""', '"') : cell;
}
