import { MatrixProblems, newMatrix, type MatrixFile, type MatrixLineProblem } from './matrix-file.types.js';
import { matrixLinesOf, type MatrixLine } from './matrix-lines.js';
import type { OpenFile } from './open-file.js';

const MOST_LISTED = 20;
// 0x1F, 0b1 and 0o7 are numbers to JavaScript and to nobody else here.
const NO_DECIMAL = /^[+-]?0[xob]/i;

type TextFormat = 'GCT' | 'TSV' | 'CSV';

/** What stands before the rows: the samples, and in which column their values begin. */
interface Heading {
  readonly samples: readonly string[];
  readonly firstValue: number;
  /** The number of rows that the file announces. */
  readonly announced: number | null;
}

/**
 * Reads GCT 1.2, or a table with a heading and gene names in its first column (TSV, CSV): a gene a row, a sample a column. A heading may have a name over the genes or
 * none, as R writes it. The file is read twice, block by block: to count, and to take the numbers.
 * @throws MatrixProblems with line numbers; MatrixTooLarge
 */
export function readTextMatrix(file: OpenFile, format: TextFormat, onBytes: (done: number) => void): MatrixFile {
  const count = countLines(file, (done) => onBytes(done / 2));
  const reader = new TextMatrixReader(format, count);
  for (const line of matrixLinesOf(file, (done) => onBytes((file.stats.size + done) / 2))) reader.take(line);
  return reader.finish();
}

/** Which text this is, by its first line. */
export function textFormatOf(start: Uint8Array, file: OpenFile): TextFormat {
  if (Buffer.from(start).toString('latin1').startsWith('#1.')) return 'GCT';
  for (const { text } of matrixLinesOf(file)) return text.includes('\t') ? 'TSV' : 'CSV';
  return 'TSV';
}

function countLines(file: OpenFile, onBytes: (done: number) => void): number {
  let count = 0;
  for (const { number } of matrixLinesOf(file, onBytes)) count = number;
  return count;
}

class TextMatrixReader {
  private readonly genes: string[] = [];
  private readonly seen = new Set<string>();
  private readonly problems: MatrixLineProblem[] = [];
  private total = 0;
  private readonly before: string[][] = [];
  private heading: Heading | null = null;
  private values = new Float64Array(new SharedArrayBuffer(0));

  constructor(
    private readonly format: TextFormat,
    private readonly lineCount: number,
  ) {}

  take({ number, text }: MatrixLine): void {
    const cells = this.format === 'CSV' ? csvCells(text) : text.split('\t');
    if (this.heading === null) return this.takeHeading(number, cells);
    this.takeRow(number, cells, this.heading);
  }

  finish(): MatrixFile {
    const { heading, genes, problems, total } = this;
    if (total === 0 && (heading === null || genes.length === 0))
      this.problem(this.lineCount, 'is the end of a file without a gene');
    const announced = heading?.announced ?? null;
    if (announced !== null && total === 0 && announced !== genes.length) {
      this.problem(2, `announces ${announced} genes, and the file has ${genes.length}: it is cut off, or was changed`);
    }
    if (this.total > 0 || heading === null) throw new MatrixProblems(problems, this.total);
    return { format: this.format, genes, samples: heading.samples, values: this.values };
  }

  private takeHeading(number: number, cells: string[]): void {
    this.before.push(cells);
    if (this.format === 'GCT') {
      if (this.before.length === 3) this.begin(number, gctHeading(this.before));
      return;
    }
    // A heading without a name over the genes has a cell less than the rows: the first row says.
    if (this.before.length === 1 && this.lineCount > 1) return;
    const [first = [], row = []] = this.before;
    const hasCorner = row.length === first.length;
    const samples = (hasCorner ? first.slice(1) : first).map(named);
    this.begin(number - 1, { samples, firstValue: 1, announced: null });
    if (this.before.length === 2 && this.heading) this.takeRow(number, row, this.heading);
  }

  private begin(line: number, heading: Heading): void {
    this.heading = heading;
    const { samples } = heading;
    if (samples.length === 0)
      throw new MatrixProblems([{ line, problem: 'names no sample: it must be a heading with a sample a column' }]);
    const twice = samples.findIndex((sample, index) => sample === '' || samples.indexOf(sample) !== index);
    if (twice !== -1) {
      const problem = `has a sample without a name, or one twice, as its sample ${twice + 1}: give each a name of its own`;
      throw new MatrixProblems([{ line, problem }]);
    }
    this.values = newMatrix(this.lineCount - line, samples.length);
  }

  private takeRow(number: number, cells: readonly string[], { samples, firstValue }: Heading): void {
    const gene = named(cells[0] ?? '');
    const problem = this.rowProblem(gene, cells, samples.length + firstValue);
    if (problem !== null) return this.problem(number, problem);
    const start = this.genes.length * samples.length;
    for (let sample = 0; sample < samples.length; sample += 1) {
      const value = numberOf(cells[sample + firstValue] ?? '');
      if (!Number.isFinite(value)) {
        return this.problem(number, `has no number for sample ${sample + 1}: give one, or leave the gene out`);
      }
      this.values[start + sample] = value;
    }
    this.genes.push(gene);
  }

  private rowProblem(gene: string, cells: readonly string[], width: number): string | null {
    if (cells.length !== width) return `has ${cells.length} columns and ${width} are needed, by the heading`;
    if (gene === '') return 'has no gene in its first column';
    if (this.seen.has(gene)) return 'has a gene that an earlier line has: give each gene one line';
    this.seen.add(gene);
    return null;
  }

  private problem(line: number, problem: string): void {
    this.total += 1;
    if (this.problems.length < MOST_LISTED) this.problems.push({ line, problem });
  }
}

/** `#1.2`, the numbers of rows and columns, and the heading (GenePattern's file formats). */
function gctHeading([version = [], size = [], heading = []]: readonly (readonly string[])[]): Heading {
  if (version[0] !== '#1.2')
    throw new MatrixProblems([{ line: 1, problem: 'is not #1.2: other versions of GCT are not read' }]);
  const [rows, columns] = size.map(Number);
  const samples = heading.slice(2).map(named);
  if (rows === undefined || !Number.isInteger(rows) || samples.length !== columns) {
    const problem =
      'must say how many genes and samples follow, and line 3 have a name for each sample after two columns';
    throw new MatrixProblems([{ line: 2, problem }]);
  }
  return { samples, firstValue: 2, announced: rows };
}

function numberOf(cell: string): number {
  const text = cell.trim();
  return text === '' || NO_DECIMAL.test(text) ? NaN : Number(text);
}

function named(cell: string): string {
  const text = cell.trim();
  return /^".*"$/.test(text) ? text.slice(1, -1).replaceAll('""', '"') : text;
}

/** RFC 4180, a line a record: a cell in quotes may hold commas, and two quotes for one. */
function csvCells(text: string): string[] {
  if (!text.includes('"')) return text.split(',');
  const cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? '';
    if (isQuoted && character === '"' && text[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (character === '"') isQuoted = !isQuoted;
    else if (character === ',' && !isQuoted) {
      cells.push(cell);
      cell = '';
    } else cell += character;
  }
  return [...cells, cell];
}
