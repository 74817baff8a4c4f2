import { type CellProblem, TableInvalid } from '#libs/errors';

/** Problems that are listed; the rest are counted. */
const MOST_LISTED = 100;

/** Gathers what is wrong with a table, so that all of it is told at once. */
export class TableProblems {
  private readonly listed: CellProblem[] = [];
  private total = 0;
  private columns: ReadonlyMap<string, number> = new Map();

  /** @param argument what the table is called in the refusal */
  constructor(private readonly argument: string) {}

  /** How many there are so far. */
  get count(): number {
    return this.total;
  }

  /** @param columns the columns by their meaning, from 0: a problem of a field is then one of its column */
  knowColumns(columns: ReadonlyMap<string, number>): void {
    this.columns = columns;
  }

  add({
    line,
    column = null,
    field = null,
    problem,
  }: Partial<CellProblem> & Pick<CellProblem, 'line' | 'problem'>): void {
    this.total += 1;
    if (this.listed.length < MOST_LISTED)
      this.listed.push({ line, column: column ?? this.columnOf(field), field, problem });
  }

  private columnOf(field: string | null): number | null {
    const index = field === null ? undefined : this.columns.get(field);
    return index === undefined ? null : index + 1;
  }

  /** @throws TableInvalid when there are any, in the order of the lines */
  refuse(): void {
    if (this.total === 0) return;
    const sorted = this.listed.toSorted((a, b) => a.line - b.line || (a.column ?? 0) - (b.column ?? 0));
    throw new TableInvalid(this.argument, sorted, this.total);
  }
}
