import { setImmediate as nextTurn } from 'node:timers/promises';
import { csvRows } from '#libs/tables';
import type { Specimen } from '#graphql/generated/schema-types';
import type { MemberRegion } from './cohort-item.entity.js';
import { columnsOf, type CohortColumns } from './cohort-columns.js';
import { type CellReader, RowReader } from './row-reader.js';
import type { TableProblems } from './table-problems.js';

/** A row of the table, typed; its slide is still what the table calls it. */
export interface CohortRow {
  readonly line: number;
  readonly slide: string;
  readonly region: MemberRegion | null;
  readonly key: string | null;
  readonly patient: string | null;
  readonly specimen: Specimen | null;
  readonly scanner: string | null;
  readonly site: string | null;
  readonly labels: Readonly<Record<string, string>>;
  readonly survival: { readonly time: number; readonly event: boolean } | null;
  readonly inTraining: boolean | null;
  readonly heldOutFold: number | null;
}

/** Rows that are read in one turn of the event loop: less than a millisecond's worth. */
const ROWS_A_TURN = 200;

/** Reads the table of a cohort, row by row. What is wrong is told to `problems`, and the row is left out. */
export async function readCohortTable(
  text: string,
  mostRows: number,
  problems: TableProblems,
): Promise<{ readonly columns: CohortColumns | null; readonly rows: readonly CohortRow[] }> {
  const table = csvRows(text);
  const { value: header } = table.next();
  const columns = header ? columnsOf(header, problems) : null;
  if (columns) problems.knowColumns(columns.fields);
  if (!header) problems.add({ line: 1, problem: 'must hold the names of the columns' });
  const rows: CohortRow[] = [];
  let seen = 0;
  for (const row of columns ? table : []) {
    seen += 1;
    if (seen > mostRows) {
      problems.add({ line: row.line, problem: `is one row too many: a cohort has at most ${mostRows}` });
      break;
    }
    if (seen % ROWS_A_TURN === 0) await nextTurn();
    const reader = columns && RowReader.of(row, columns, problems);
    const read = reader && rowOf(reader, columns.labels);
    if (read) rows.push(read);
  }
  if (columns && seen === 0) problems.add({ line: header?.line ?? 1, problem: 'must be followed by one row or more' });
  return { columns, rows };
}

const SPECIMENS: Readonly<Record<string, Specimen>> = {
  BIOPSY: 'BIOPSY',
  RESECTION: 'RESECTION',
  CYTOLOGY: 'CYTOLOGY',
};

/** Null when a cell of it was refused. */
function rowOf(
  cells: CellReader & { readonly line: number; readonly isRefused: boolean },
  labels: readonly string[],
): CohortRow | null {
  const row = {
    line: cells.line,
    slide: cells.required('slide'),
    region: regionOf(cells),
    key: cells.words('item'),
    patient: cells.words('patient'),
    specimen: cells.oneOf('specimen', SPECIMENS),
    scanner: cells.words('scanner'),
    site: cells.words('site'),
    labels: Object.fromEntries(labels.flatMap((name) => labelled(name, cells.label(name)))),
    survival: survivalOf(cells),
    inTraining: cells.yesOrNo('in_training'),
    heldOutFold: cells.whole('held_out_fold', 1, 1000),
  };
  return cells.isRefused ? null : row;
}

const labelled = (name: string, value: string | null): readonly (readonly [string, string])[] =>
  value === null ? [] : [[name, value]];

const MOST_PX = 2 ** 31 - 1;

function regionOf(cells: CellReader): MemberRegion | null {
  const [x, y] = [cells.whole('x', 0, MOST_PX), cells.whole('y', 0, MOST_PX)];
  const [width, height] = [cells.whole('width', 1, MOST_PX), cells.whole('height', 1, MOST_PX)];
  if (x !== null && y !== null && width !== null && height !== null) return { x, y, width, height };
  const stated = (['x', 'y', 'width', 'height'] as const).filter((field) => cells.isStated(field)).length;
  if (stated > 0 && stated < 4) cells.refuse('x', 'must be stated with y, width and height, or none of the four');
  return null;
}

function survivalOf(cells: CellReader): CohortRow['survival'] {
  const time = cells.number('time');
  const event = cells.yesOrNo('event');
  if (time === null && event === null) return null;
  if (time !== null && time < 0) cells.refuse('time', 'must be 0 or more');
  if (cells.isStated('time') !== cells.isStated('event'))
    cells.refuse(event === null ? 'event' : 'time', 'must be stated where the other one of time and event is');
  return time !== null && event !== null ? { time, event } : null;
}
