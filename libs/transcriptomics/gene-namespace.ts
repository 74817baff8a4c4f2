/**
 * What the identifiers of a list are, in the words of a model card's vocabulary. All three are of human genes.
 * HGNC: approved symbols. HGNC_AND_CLONES: also Ensembl's own names, of clones (AC000068.1) and RNA families (Y_RNA). ENSG: Ensembl gene ids without a version.
 */
export type GeneNamespace = 'HGNC' | 'HGNC_AND_CLONES' | 'ENSG';

// The form of every symbol that HGNC had approved in October 2025; HGC6.3 is the one with a dot, H3.X and H3.Y were others. Other organisms write Trp53.
const SYMBOL = /^(?:[A-Z][A-Z0-9]*(?:orf\d+[A-Z0-9]*)?(?:[-_][A-Z0-9]+(?:orf\d+[A-Z0-9]*)?)*@?|HGC6\.3|H3\.[XY])$/;
const CLONE = /^[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*\.\d+$/;
// What Ensembl 109 calls genes that it names by their RNA family.
const RNA_FAMILY =
  /^(?:Metazoa_SRP|7SK|Vault|Y_RNA|5S_rRNA|5_8S_rRNA|Telomerase-vert|sno[A-Z][A-Z0-9]+|hsa-mir-[0-9]+[a-z]?(?:-[0-9]+)?)$/;
const ENSEMBL_GENE = /^ENSG\d{11}$/;

const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)';
// What spreadsheets make of SEPT7, MARCH1 and DEC1, and of RIKEN clone names such as 2310009E13 (Ziemann 2016, doi 10.1186/s13059-016-1044-7).
const DATE = new RegExp(
  `^(?:\\d{1,2}-${MONTH}(?:-\\d{2,4})?|${MONTH}-\\d{1,4}|\\d{4}-\\d{2}-\\d{2}(?:[ T].*)?|\\d{1,2}[/.]\\d{1,2}[/.]\\d{2,4})$`,
  'i',
);
const NUMBER = /^[+-]?\d+(?:[.,]\d+)?(?:e[+-]?\d+)?$/i;
const SPREADSHEET_ERROR = /^#(?:N\/A|NAME\?|VALUE!|REF!|NUM!|DIV\/0!|NULL!)$/;
const MISSING = /^(?:NA|N\/A|NaN|nan|null|NULL|None)$/;

const RESTORE = 'take the list from its source again, and keep it out of spreadsheets';

/**
 * Why this is no identifier of the namespace, as the rest of a sentence about its line; null where it is one.
 * Whether the symbol is an approved one is not looked up here: only its form is checked.
 * The identifier is never repeated: a list may hold anything.
 */
export function identifierProblem(identifier: string, namespace: GeneNamespace): string | null {
  if (DATE.test(identifier)) return `holds a date, as a spreadsheet makes of SEPT7 or MARCH1: ${RESTORE}`;
  if (NUMBER.test(identifier)) return `holds a number where a gene should be: ${RESTORE}`;
  if (SPREADSHEET_ERROR.test(identifier)) return `holds an error value of a spreadsheet: ${RESTORE}`;
  if (MISSING.test(identifier))
    return 'holds a missing value where a gene should be: take the line out, or name the gene';
  if (/^\s|\s$/.test(identifier)) return 'has a space before or after the gene: take it out';
  return namespace === 'ENSG' ? ensemblProblem(identifier) : symbolProblem(identifier, namespace);
}

function ensemblProblem(identifier: string): string | null {
  if (ENSEMBL_GENE.test(identifier)) return null;
  if (/^ENSG\d{11}\.\d+/.test(identifier))
    return 'has an Ensembl id with a version: take off the dot and what follows it';
  if (/^ENS[A-Z]*[TPE]\d{11}/.test(identifier))
    return 'has an Ensembl id of a transcript, protein or exon: give the gene (ENSG and 11 digits)';
  return 'has no human Ensembl gene id (ENSG and 11 digits): state another namespace, or give ids';
}

function symbolProblem(identifier: string, namespace: 'HGNC' | 'HGNC_AND_CLONES'): string | null {
  if (ENSEMBL_GENE.test(identifier)) return 'has an Ensembl id where a symbol should be: state the namespace ENSG';
  if (SYMBOL.test(identifier)) return null;
  if (CLONE.test(identifier) || RNA_FAMILY.test(identifier)) {
    return namespace === 'HGNC_AND_CLONES'
      ? null
      : 'has a name of Ensembl, of a clone or an RNA family: state the namespace HGNC_AND_CLONES';
  }
  if (/^[A-Z][a-z]+[A-Za-z0-9]*$/.test(identifier))
    return 'has a symbol in small letters, as of a mouse or rat: give the human symbol';
  return 'has no gene symbol as HGNC writes them (capital letters, digits, dashes): take it out, or correct it';
}
