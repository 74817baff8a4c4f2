import { identifierProblem, type GeneNamespace } from './gene-namespace.js';
import { CanonicalText, linesOf, Problems, refuseOver } from './lines.js';

/** Most bytes and genes of a panel. The human genome has about 76,000 annotated genes, pseudogenes included. */
export const GENE_PANEL_LIMITS = { bytes: 4 * 1024 * 1024, genes: 100_000 } as const;

/** How a panel's text is to be read. */
export interface GenePanelOptions {
  readonly namespace: GeneNamespace;
  /** Whether line 1 is a heading, which is no gene. */
  readonly hasHeader: boolean;
  /** What the list is called in a refusal. */
  readonly argument: string;
}

/** An ordered list of genes: what a model's outputs or inputs mean, position by position. */
export interface GenePanel {
  readonly namespace: GeneNamespace;
  /** In the order of the list; no gene twice. */
  readonly genes: readonly string[];
  /** The list as it is kept and given out: UTF-8, one gene a line, each line ended by LF. */
  readonly bytes: Uint8Array;
  /** SHA-256 of `bytes`: the rule of a model card's `vocabulary.digest`, so that a panel and a vocabulary can be compared. */
  readonly digest: string;
}

// Headings that people give such a column, without case, spaces and underscores.
const HEADINGS = new Set([
  ...['gene', 'genes', 'geneid', 'geneids', 'genename', 'genesymbol', 'genesymbols', 'symbol', 'symbols'],
  ...[
    'hgncsymbol',
    'approvedsymbol',
    'ensembl',
    'ensemblid',
    'ensemblgeneid',
    'ensgene',
    'ensg',
    'featureid',
    'name',
    'id',
  ],
]);

/**
 * Reads a panel: UTF-8 text, one identifier a line. A byte order mark, CR LF and empty lines at the end are taken off; nothing else is
 * changed, left out or put in another order, for a model's numbers are found by position.
 *
 * @throws GeneListInvalid with line numbers: another encoding, no gene at all, an empty line between genes, a gene twice, a heading that was not
 * announced, a name that a spreadsheet has damaged, an identifier of another namespace
 * @throws GeneListTooLarge beyond GENE_PANEL_LIMITS
 */
export function parseGenePanel(bytes: Uint8Array, options: GenePanelOptions): GenePanel {
  const { namespace, argument, hasHeader } = options;
  refuseOver(argument, 'bytes', bytes.byteLength, GENE_PANEL_LIMITS.bytes);
  const problems = new Problems(argument);
  const lineOf = new Map<string, number>();
  for (const { number, text } of linesOf(bytes, argument)) {
    if (number === 1 && hasHeader) continue;
    const problem = lineProblem(text, number, namespace, lineOf);
    if (problem === null) lineOf.set(text, number);
    else problems.add(number, problem);
  }
  problems.throwIfAny();
  refuseOver(argument, 'genes', lineOf.size, GENE_PANEL_LIMITS.genes);
  if (lineOf.size === 0) {
    problems.add(1, 'is the end of an empty list: give one gene a line');
    problems.throwIfAny();
  }
  const genes = [...lineOf.keys()];
  const text = new CanonicalText(bytes.byteLength);
  for (const gene of genes) text.add(gene);
  return { namespace, genes, ...text.finish() };
}

/**
 * The first position, from 1, at which a panel and a vocabulary file (one term a line) differ; null where they are the same list.
 * One that is only longer differs at the first position that the other does not have.
 */
export function firstDifference(genes: readonly string[], vocabulary: Uint8Array): number | null {
  const terms = Buffer.from(vocabulary).toString('utf8').replace(/\n$/, '').split('\n');
  const length = Math.max(genes.length, terms.length);
  for (let index = 0; index < length; index += 1) {
    if (genes[index] !== terms[index]) return index + 1;
  }
  return null;
}

function lineProblem(
  text: string,
  number: number,
  namespace: GeneNamespace,
  lineOf: ReadonlyMap<string, number>,
): string | null {
  if (text.trim() === '') return 'is empty, and positions count: take the line out, or name the gene that is missing';
  if (/[\t;,]/.test(text)) return 'has several columns: give one gene a line and nothing else';
  const first = lineOf.get(text);
  if (first !== undefined)
    return `has the gene of line ${first} again: a gene has one position, take one of the two out`;
  if (number === 1 && HEADINGS.has(text.toLowerCase().replace(/[ _.-]/g, ''))) {
    return 'looks like a heading: say so (`hasHeader`), or take it out';
  }
  return identifierProblem(text, namespace);
}
