import { identifierProblem, type GeneNamespace } from './gene-namespace.js';
import { CanonicalText, hasForbiddenCharacters, linesOf, Problems, refuseOver } from './lines.js';

/** Most of what a GMT file may hold. All of MSigDB is about 33,000 sets, 4 million memberships and 27 MB. */
export const GMT_LIMITS = {
  bytes: 40 * 1024 * 1024,
  sets: 60_000,
  genesOfSet: 30_000,
  nameCharacters: 300,
  descriptionCharacters: 2000,
} as const;

/** How a GMT text is to be read. */
export interface GmtOptions {
  readonly namespace: GeneNamespace;
  /** What the text is called in a refusal. */
  readonly argument: string;
}

/** One set of a collection. */
export interface GeneSet {
  readonly name: string;
  /** The second column, often an address; null where it is empty. */
  readonly description: string | null;
  /** In the order of the file; no gene twice. */
  readonly genes: readonly string[];
}

/** A GMT file that was read whole and holds together. */
export interface GeneSetFile {
  readonly namespace: GeneNamespace;
  readonly setCount: number;
  /** Different genes over all sets. */
  readonly geneCount: number;
  /** Genes of all sets, each as often as it is a member. */
  readonly membershipCount: number;
  readonly smallestSet: number;
  readonly largestSet: number;
  /** The file as it is kept and given out: UTF-8, tabs between columns, none at the end of a line, each line ended by LF. */
  readonly bytes: Uint8Array;
  /** SHA-256 of `bytes`. A file that is written so already has the digest that `sha256sum` gives it. */
  readonly digest: string;
}

/**
 * Checks a file of gene sets in the Gene Matrix Transposed format (GSEA's GMT): a set a line, with name, description and genes between tabs.
 * A byte order mark, CR LF, tabs at the end of a line and empty lines at the end are taken off; nothing else is changed.
 *
 * @throws GeneListInvalid with line numbers: another encoding, no set at all, an empty line, a set without a name or genes, a name twice, a gene twice in
 * a set, an empty column between genes, weights, names that a spreadsheet has damaged, identifiers of another namespace
 * @throws GeneListTooLarge beyond GMT_LIMITS
 */
export function parseGmt(bytes: Uint8Array, { namespace, argument }: GmtOptions): GeneSetFile {
  refuseOver(argument, 'bytes', bytes.byteLength, GMT_LIMITS.bytes);
  const problems = new Problems(argument);
  const text = new CanonicalText(bytes.byteLength);
  const lineOf = new Map<string, number>();
  const known = new Set<string>();
  const sizes = { membershipCount: 0, smallestSet: Infinity, largestSet: 0 };
  for (const { number, text: line } of linesOf(bytes, argument)) {
    const columns = line.replace(/\t+$/, '').split('\t');
    const [name = '', , ...genes] = columns;
    refuseOver(argument, `genes in the set of line ${number}`, genes.length, GMT_LIMITS.genesOfSet);
    const problem = setProblem(columns, lineOf) ?? membersProblem(genes, namespace, known);
    if (problem !== null) problems.add(number, problem);
    lineOf.set(name, number);
    sizes.membershipCount += genes.length;
    sizes.smallestSet = Math.min(sizes.smallestSet, genes.length);
    sizes.largestSet = Math.max(sizes.largestSet, genes.length);
    text.add(columns.join('\t'));
  }
  if (lineOf.size === 0) problems.add(1, 'is the end of an empty file: give one set a line');
  problems.throwIfAny();
  refuseOver(argument, 'sets', lineOf.size, GMT_LIMITS.sets);
  return { namespace, setCount: lineOf.size, geneCount: known.size, ...sizes, ...text.finish() };
}

/** The set of one line of `GeneSetFile.bytes`. */
export function geneSetOfLine(line: string): GeneSet {
  const [name = '', description = '', ...genes] = line.split('\t');
  return { name, description: description === '' ? null : description, genes };
}

function setProblem(columns: readonly string[], lineOf: ReadonlyMap<string, number>): string | null {
  const [name = '', description = ''] = columns;
  if (columns.every((column) => column.trim() === '')) return 'is empty: take the line out';
  if (columns.length === 1 && /\s\S+\s/.test(name)) return 'has no tabs: columns of a GMT file are separated by tabs';
  if (name.trim() === '' || name !== name.trim())
    return 'has no set name in its first column, or spaces around it: name the set';
  if (columns.length < 3)
    return 'has a set without genes (name, description, then genes): take it out, or give its genes';
  if (name.length > GMT_LIMITS.nameCharacters || description.length > GMT_LIMITS.descriptionCharacters) {
    return `has a name over ${GMT_LIMITS.nameCharacters} or a description over ${GMT_LIMITS.descriptionCharacters} characters: shorten it`;
  }
  if (hasForbiddenCharacters(name) || hasForbiddenCharacters(description)) {
    return 'has control or invisible characters in the name or description: take them out';
  }
  const first = lineOf.get(name);
  return first === undefined ? null : `has the name of the set of line ${first} again: name one of the two otherwise`;
}

/** @param known genes of the right form so far: a gene is a member of many sets, and its form is looked at once */
function membersProblem(genes: readonly string[], namespace: GeneNamespace, known: Set<string>): string | null {
  if (new Set(genes).size !== genes.length) {
    if (genes.includes('')) return 'has an empty column between genes: take it out, or name the gene that is missing';
    return `has a gene twice, as its gene ${secondOf(genes)}: a gene is a member once, take one out`;
  }
  for (const [index, gene] of genes.entries()) {
    if (known.has(gene)) continue;
    const problem = geneProblem(gene, namespace);
    if (problem !== null) return `at gene ${index + 1} ${problem}`;
    known.add(gene);
  }
  return null;
}

function geneProblem(gene: string, namespace: GeneNamespace): string | null {
  if (gene === '') return 'has an empty column between genes: take it out, or name the gene that is missing';
  if (/^[^,]+,[-+]?[\d.]+$/.test(gene))
    return 'has a weight after the gene: sets have members, not weights; take the weights out';
  return identifierProblem(gene, namespace);
}

function secondOf(genes: readonly string[]): number {
  const seen = new Set<string>();
  return genes.findIndex((gene) => seen.size === seen.add(gene).size) + 1;
}
