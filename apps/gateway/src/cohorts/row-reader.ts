import type { CsvRow } from '#libs/tables';
import type { CohortColumns, CohortField } from './cohort-columns.js';
import type { TableProblems } from './table-problems.js';

/** Reads the cells of one row. An empty cell is null: nothing is stated. */
export interface CellReader {
  required(field: CohortField): string;
  words(field: CohortField): string | null;
  label(name: string): string | null;
  number(field: CohortField): number | null;
  whole(field: CohortField, least: number, most: number): number | null;
  yesOrNo(field: CohortField): boolean | null;
  oneOf<T>(field: CohortField, known: Readonly<Record<string, T>>): T | null;
  isStated(field: CohortField): boolean;
  refuse(field: CohortField, problem: string): void;
}

const PLAIN_TEXT = /^[\p{L}\p{N}][\p{L}\p{N} ._+/:-]{0,99}$/u;
const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const YES = ['1', 'yes', 'true'];
const NO = ['0', 'no', 'false'];
const PLAIN = 'must be 1 to 100 letters, digits, spaces or . _ + / : -';

export class RowReader implements CellReader {
  private refused = false;

  private constructor(
    private readonly row: CsvRow,
    private readonly columns: CohortColumns,
    private readonly problems: TableProblems,
  ) {}

  /** Null where the row as a whole cannot be read; the problem is told. */
  static of(row: CsvRow, columns: CohortColumns, problems: TableProblems): RowReader | null {
    const { line, cells, problem } = row;
    if (problem !== null) problems.add({ line, problem });
    else if (cells.length !== columns.count)
      problems.add({ line, problem: `has ${cells.length} cells and the first row names ${columns.count} columns` });
    else return new RowReader(row, columns, problems);
    return null;
  }

  get line(): number {
    return this.row.line;
  }

  get isRefused(): boolean {
    return this.refused;
  }

  required(field: CohortField): string {
    const text = this.cell(field);
    if (text === '') this.refuse(field, 'must not be empty');
    return text;
  }

  words(field: CohortField): string | null {
    return this.plain(this.cell(field), (problem) => this.refuse(field, problem));
  }

  label(name: string): string | null {
    const index = this.columns.labelColumns.get(name);
    const text = index === undefined ? '' : (this.row.cells[index] ?? '').trim();
    return this.plain(text, (problem) => this.tell(index, 'label', problem));
  }

  number(field: CohortField): number | null {
    const text = this.cell(field);
    if (text === '') return null;
    const value = DECIMAL.test(text) ? Number(text) : NaN;
    if (Number.isFinite(value)) return value;
    this.refuse(field, 'must be a decimal number');
    return null;
  }

  whole(field: CohortField, least: number, most: number): number | null {
    const value = this.number(field);
    if (value === null || (Number.isInteger(value) && value >= least && value <= most)) return value;
    this.refuse(field, `must be a whole number from ${least} to ${most}`);
    return null;
  }

  yesOrNo(field: CohortField): boolean | null {
    const text = this.cell(field).toLowerCase();
    if (text === '') return null;
    if (YES.includes(text)) return true;
    if (NO.includes(text)) return false;
    this.refuse(field, 'must be yes or no (or 1 or 0, true or false)');
    return null;
  }

  oneOf<T>(field: CohortField, known: Readonly<Record<string, T>>): T | null {
    const text = this.cell(field).toUpperCase();
    if (text === '') return null;
    const found = Object.entries(known).find(([name]) => name === text);
    if (found) return found[1];
    this.refuse(field, `must be one of ${Object.keys(known).join(', ')}`);
    return null;
  }

  isStated(field: CohortField): boolean {
    return this.cell(field) !== '';
  }

  refuse(field: CohortField, problem: string): void {
    this.tell(this.columns.fields.get(field), field, problem);
  }

  private plain(text: string, refuse: (problem: string) => void): string | null {
    if (text === '') return null;
    if (PLAIN_TEXT.test(text)) return text;
    // A negative number begins with no letter or digit, and is a label of a regression.
    if (DECIMAL.test(text) && text.length <= 100) return text;
    refuse(PLAIN);
    return null;
  }

  private cell(field: CohortField): string {
    const index = this.columns.fields.get(field);
    return index === undefined ? '' : (this.row.cells[index] ?? '').trim();
  }

  private tell(index: number | undefined, field: string, problem: string): void {
    this.refused = true;
    this.problems.add({ line: this.line, column: index === undefined ? null : index + 1, field, problem });
  }
}
