import { DomainError } from './domain-error.js';

/** One cell of a table that is wrong, or a whole line where `column` is null. Lines and columns are counted from 1. */
export interface CellProblem {
  readonly line: number;
  readonly column: number | null;
  /** The column's meaning, in the words of the table's format: `slide`, `label`. Null where the line as a whole is meant. */
  readonly field: string | null;
  readonly problem: string;
}

/** A table breaks its format. The message has the first cell, the facts up to a hundred and how many there are. Nothing of the table was kept. */
export class TableInvalid extends DomainError {
  readonly code = 'BAD_USER_INPUT';
  constructor(
    readonly argument: string,
    readonly problems: readonly CellProblem[],
    readonly total = problems.length,
  ) {
    super(`The argument \`${argument}\` is refused: ${describe(problems, total)}. Nothing of it was kept.`, {
      argument,
      problems,
      total,
    });
  }
}

function describe([first]: readonly CellProblem[], total: number): string {
  if (!first) return 'it is empty';
  const column =
    first.column === null ? '' : `, column ${first.column}${first.field === null ? '' : ` (${first.field})`}`;
  const others = total === 1 ? '' : `; ${total - 1} more, listed in \`problems\``;
  return `line ${first.line}${column} ${first.problem}${others}`;
}
