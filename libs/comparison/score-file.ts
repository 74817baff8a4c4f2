import { BadUserInput, TableInvalid, type CellProblem } from '#libs/errors';
import { csvRows, type CsvRow } from '#libs/tables';

/** Most rows of one table. */
export const MOST_ROWS = 50_000;
/** Cells that are told; the rest are counted. */
const MOST_PROBLEMS = 100;
/** Squares of larger numbers, and products of their sums, are beyond what a number can hold. */
export const MOST_SIZE = 1e60;
const TOO_LARGE = `must lie between -${MOST_SIZE} and ${MOST_SIZE}`;
const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const MISSING = new Set(['', 'na', 'n/a', 'nan', 'null', 'none']);

/** A column that somebody named, and what it is for. */
export interface NamedColumn {
  readonly name: string;
  /** the argument that names it, as `input.scores` */
  readonly argument: string;
  /** what its cells are, for complaints: `score`, `label` ... */
  readonly field: string;
}

/** A CSV text with its first row read: finds columns by name and reads cells, and gathers what is wrong by line and column. */
export class ScoreFile {
  readonly rows: readonly CsvRow[];
  private readonly header: readonly string[];
  private readonly problems: CellProblem[] = [];
  private total = 0;

  /**
   * @param argument what the table is called in a refusal
   * @throws TableInvalid when it is empty, has too many rows, a broken row, or rows of another length
   */
  constructor(
    text: string,
    private readonly argument: string,
  ) {
    const [first, ...rows] = readRows(text, argument);
    this.header = first.cells.map((cell) => cell.trim());
    if (first.problem !== null) this.add({ line: 1, column: null, field: null, problem: first.problem });
    for (const { line, cells, problem } of rows) {
      const length = `has ${cells.length} cells and the first row names ${this.header.length} columns`;
      if (problem !== null) this.add({ line, column: null, field: null, problem });
      else if (cells.length !== this.header.length) this.add({ line, column: null, field: null, problem: length });
    }
    this.refuse();
    this.rows = rows;
  }

  /** The position of a column. @throws BadUserInput when there is none of that name, or several */
  find({ name, argument }: NamedColumn): number {
    const found = this.header.flatMap((cell, index) => (cell === name.trim() ? [index] : []));
    const [index] = found;
    if (index === undefined) throw new BadUserInput(argument, this.unknownColumn(), { columns: this.header.length });
    if (found.length > 1)
      throw new BadUserInput(argument, 'must name one column: the first row has the name twice', {
        columns: found.map((at) => at + 1),
      });
    return index;
  }

  /** The text of a cell, trimmed; null where it is missing. */
  text(row: CsvRow, index: number): string | null {
    const text = (row.cells[index] ?? '').trim();
    return MISSING.has(text.toLowerCase()) ? null : text;
  }

  /** The number of a cell; null where it is missing. What is neither is gathered as a problem, and null. */
  number(row: CsvRow, index: number, field: string): number | null {
    const text = this.text(row, index);
    if (text === null) return null;
    const value = DECIMAL.test(text) ? Number(text) : NaN;
    const isTooLarge = Math.abs(value) > MOST_SIZE;
    if (Number.isFinite(value) && !isTooLarge) return value;
    const problem = isTooLarge && Number.isFinite(value) ? TOO_LARGE : 'must be a finite decimal number, or empty';
    this.add({ line: row.line, column: index + 1, field, problem });
    return null;
  }

  add(problem: CellProblem): void {
    this.total += 1;
    if (this.problems.length < MOST_PROBLEMS) this.problems.push(problem);
  }

  /** @throws TableInvalid when there was any problem, in the order of the lines */
  refuse(): void {
    if (this.total === 0) return;
    const sorted = this.problems.toSorted((a, b) => a.line - b.line || (a.column ?? 0) - (b.column ?? 0));
    throw new TableInvalid(this.argument, sorted, this.total);
  }

  private unknownColumn(): string {
    const [only = ''] = this.header;
    const isOther = this.header.length === 1 && /[;\t]/.test(only);
    return `must name a column of the table's first row${isOther ? '; its columns must be separated by commas, and here they are not' : ''}`;
  }
}

function readRows(text: string, argument: string): readonly [CsvRow, ...CsvRow[]] {
  const rows: CsvRow[] = [];
  for (const row of csvRows(text)) {
    rows.push(row);
    if (rows.length > MOST_ROWS + 1)
      throw new TableInvalid(argument, [
        {
          line: row.line,
          column: null,
          field: null,
          problem: `is beyond the ${MOST_ROWS} rows that are compared at once`,
        },
      ]);
  }
  const [first, ...rest] = rows;
  if (!first)
    throw new TableInvalid(argument, [
      { line: 1, column: null, field: null, problem: 'must name the columns, and the text is empty' },
    ]);
  return [first, ...rest];
}
