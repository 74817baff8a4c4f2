import { setImmediate as nextTurn } from 'node:timers/promises';
import { identifierProblem } from './gene-namespace.js';
import { rowsOfHgncTable, type HgncGene } from './hgnc.js';

/** By which kind of name a gene was found. CASE: a symbol or an alias, written in other case. PANEL: a name that the panel has and HGNC does not, as of a clone. */
export type NameKind = 'APPROVED' | 'PREVIOUS' | 'ALIAS' | 'ENSEMBL_ID' | 'CASE' | 'PANEL';

/** What a name means. */
export type NamedGene =
  | { readonly kind: 'FOUND'; readonly by: NameKind; readonly gene: HgncGene }
  | { readonly kind: 'AMBIGUOUS' | 'WITHDRAWN' | 'DAMAGED'; readonly candidates: readonly string[] }
  | { readonly kind: 'UNKNOWN' };

const ROWS_AT_ONCE = 1000;
const MOST_CANDIDATES = 20;

/** Genes by all their names. */
export class GeneNames {
  private readonly approved = new Map<string, HgncGene>();
  private readonly folded = new Map<string, HgncGene[]>();
  private readonly previous = new Map<string, HgncGene[]>();
  private readonly alias = new Map<string, HgncGene[]>();
  private readonly ensembl = new Map<string, HgncGene[]>();
  /** Of previous symbols and aliases. */
  private readonly foldedOthers = new Map<string, HgncGene[]>();
  private readonly withdrawn = new Map<string, readonly string[]>();
  private readonly symbolOfId = new Map<string, string>();

  /**
   * Reads HGNC's complete set (`hgnc_complete_set.txt`) a thousand rows at a time, so that others have the event loop between.
   * @throws GeneListInvalid, GeneListTooLarge as parseHgncTable; the signal's reason
   */
  static async read(bytes: Uint8Array, signal: AbortSignal): Promise<GeneNames> {
    const names = new GeneNames();
    let row = 0;
    for (const gene of rowsOfHgncTable(bytes, 'table')) {
      names.add(gene);
      row += 1;
      if (row % ROWS_AT_ONCE > 0) continue;
      await nextTurn();
      signal.throwIfAborted();
    }
    return names;
  }

  /** Adds one gene under all its names. */
  add(gene: HgncGene): void {
    if (gene.status === 'WITHDRAWN') {
      this.withdrawn.set(gene.symbol, gene.replacedBy);
      return;
    }
    this.approved.set(gene.symbol, gene);
    this.symbolOfId.set(gene.hgncId, gene.symbol);
    put(this.folded, gene.symbol.toLowerCase(), gene);
    for (const name of new Set(gene.previousSymbols)) put(this.previous, name, gene);
    for (const name of new Set(gene.aliases)) put(this.alias, name, gene);
    const others = [...gene.previousSymbols, ...gene.aliases].map((name) => name.toLowerCase());
    for (const name of new Set(others)) put(this.foldedOthers, name, gene);
    if (gene.ensemblId !== null) put(this.ensembl, gene.ensemblId, gene);
  }

  /**
   * What a name means: as approved symbol, then as previous, then as alias; as Ensembl id, with a version or without; as an approved symbol in another
   * case, then as any of the others. A name that
   * means several genes on the first of these levels that has it is AMBIGUOUS, and nothing is guessed. What a spreadsheet made of a name is DAMAGED, with what it may have been.
   */
  resolve(name: string): NamedGene {
    const approved = this.approved.get(name);
    if (approved) return { kind: 'FOUND', by: 'APPROVED', gene: approved };
    const levels = [
      ['PREVIOUS', this.previous.get(name)],
      ['ALIAS', this.alias.get(name)],
      ['ENSEMBL_ID', this.ensembl.get(name.replace(/^(ENSG\d{11})\.\d+$/, '$1'))],
      ['CASE', this.folded.get(name.toLowerCase()) ?? this.foldedOthers.get(name.toLowerCase())],
    ] as const;
    for (const [by, genes] of levels) {
      const [gene, ...others] = genes ?? [];
      if (gene && others.length === 0) return { kind: 'FOUND', by, gene };
      if (gene) return { kind: 'AMBIGUOUS', candidates: symbolsOf([gene, ...others]) };
    }
    const successors = this.withdrawn.get(name);
    if (successors) return { kind: 'WITHDRAWN', candidates: this.symbolsOfIds(successors) };
    if (identifierProblem(name, 'HGNC')?.includes('spreadsheet') === true) {
      return { kind: 'DAMAGED', candidates: undamaged(name).flatMap((one) => this.symbolOf(one)) };
    }
    return { kind: 'UNKNOWN' };
  }

  private symbolsOfIds(ids: readonly string[]): readonly string[] {
    return ids.flatMap((id) => this.symbolOfId.get(id) ?? []);
  }

  /** The symbols that HGNC has approved for whatever it may mean. */
  private symbolOf(name: string): readonly string[] {
    const found = this.resolve(name);
    if (found.kind === 'FOUND') return [found.gene.symbol];
    return found.kind === 'AMBIGUOUS' ? found.candidates : [];
  }
}

const OF_MONTH: Readonly<Record<string, readonly string[]>> = {
  sep: ['SEPT'],
  mar: ['MARCH', 'MARC'],
  dec: ['DEC'],
  oct: ['OCT'],
  nov: ['NOV'],
  apr: ['APR'],
  feb: ['FEB'],
};

/** What `7-Sep`, `Mar-01` or `2026-09-07` may have been before a spreadsheet had it. */
export function undamaged(name: string): readonly string[] {
  const [, ahead, month = '', behind] = /^(?:(\d{1,2})-)?([A-Za-z]{3})(?:-(\d{1,4}))?$/.exec(name) ?? [];
  const [, monthNumber, day] = /^\d{4}-(\d{2})-(\d{2})/.exec(name) ?? [];
  const number = Number(ahead ?? behind ?? day ?? NaN);
  const words = monthNumber === undefined ? month.toLowerCase() : (MONTHS[Number(monthNumber) - 1] ?? '');
  if (!Number.isInteger(number)) return [];
  return (OF_MONTH[words] ?? []).map((prefix) => `${prefix}${number}`);
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function put(map: Map<string, HgncGene[]>, name: string, gene: HgncGene): void {
  const genes = map.get(name);
  if (genes) genes.push(gene);
  else map.set(name, [gene]);
}

function symbolsOf(genes: readonly HgncGene[]): readonly string[] {
  return genes.map(({ symbol }) => symbol).slice(0, MOST_CANDIDATES);
}
