import { setImmediate as nextTurn } from 'node:timers/promises';
import { MOST_EVALUATED_PAIRS } from '#libs/alignment';
import { type CellProblem, TableInvalid } from '#libs/errors';
import { csvRows, type CsvRow } from '#libs/tables';

/** A place on a slide and the sample that was measured there. */
export interface StatedPair {
  readonly line: number;
  readonly sample: string;
  readonly slide: string;
  readonly x: number;
  readonly y: number;
  readonly site: string | null;
  readonly patient: string | null;
}

const ARGUMENT = 'input.pairs.csv';
const NEEDED = ['sample', 'slide', 'x', 'y'];
const KNOWN = [...NEEDED, 'site', 'patient'];
const MOST_LISTED = 100;
const ROWS_A_TURN = 500;
const PLAIN = /^[\p{L}\p{N}][\p{L}\p{N} ._+/:-]{0,99}$/u;

/** Reads the table of pairs. @throws TableInvalid with all that is wrong, by line and column */
export async function pairTable(csv: string): Promise<readonly StatedPair[]> {
  const rows = csvRows(csv);
  const { value: header } = rows.next();
  const problems: CellProblem[] = [];
  const tell = (line: number, field: string | null, problem: string): void =>
    void problems.push({ line, column: field === null ? null : columns.indexOf(field) + 1, field, problem });
  const columns: readonly string[] = header ? header.cells.map((cell: string) => cell.trim()) : [];
  for (const name of NEEDED) if (!columns.includes(name)) tell(1, null, `must name the column \`${name}\``);
  for (const name of columns)
    if (!KNOWN.includes(name)) tell(1, null, 'names a column other than sample, slide, x, y, site and patient');
  if (problems.length > 0) throw new TableInvalid(ARGUMENT, problems);
  const pairs: StatedPair[] = [];
  for (const row of rows) {
    if (pairs.length >= MOST_EVALUATED_PAIRS)
      tell(row.line, null, `is one pair too many: at most ${MOST_EVALUATED_PAIRS}`);
    if (problems.length >= MOST_LISTED) break;
    if (pairs.length % ROWS_A_TURN === 0) await nextTurn();
    pairs.push(pairOf(row, columns, tell));
  }
  if (problems.length === 0 && pairs.length < 2) tell(1, null, 'must be followed by two pairs or more');
  if (problems.length > 0) throw new TableInvalid(ARGUMENT, problems);
  return pairs;
}

function pairOf(
  { line, cells, problem }: CsvRow,
  columns: readonly string[],
  tell: (line: number, field: string | null, problem: string) => void,
): StatedPair {
  if (problem !== null) tell(line, null, problem);
  if (cells.length !== columns.length)
    tell(line, null, `has ${cells.length} cells and the first row names ${columns.length} columns`);
  const cell = (field: string): string => (cells[columns.indexOf(field)] ?? '').trim();
  const needed = (field: string): string => {
    if (cell(field) === '') tell(line, field, 'must not be empty');
    return cell(field);
  };
  const number = (field: string): number => {
    const value = Number(needed(field));
    if (!(value >= 0)) tell(line, field, 'must be a number, 0 or more: level-0 pixels');
    return value;
  };
  const words = (field: string): string | null => {
    if (cell(field) === '') return null;
    if (!PLAIN.test(cell(field))) tell(line, field, 'must be 1 to 100 letters, digits, spaces or . _ + / : -');
    return cell(field);
  };
  return {
    ...{ line, sample: needed('sample'), slide: needed('slide'), x: number('x'), y: number('y') },
    ...{ site: words('site'), patient: words('patient') },
  };
}
