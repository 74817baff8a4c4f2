import type { CsvRow } from '#libs/tables';
import type { TableProblems } from './table-problems.js';

/** Columns of a cohort's table that have a meaning of their own; every other one is a label. */
export const COHORT_FIELDS = [
  ...(['slide', 'x', 'y', 'width', 'height', 'item', 'patient', 'specimen', 'scanner', 'site'] as const),
  ...(['time', 'event', 'in_training', 'held_out_fold'] as const),
] as const;

export type CohortField = (typeof COHORT_FIELDS)[number];

/** Which column holds what, counted from 0. */
export interface CohortColumns {
  readonly count: number;
  readonly fields: ReadonlyMap<CohortField, number>;
  readonly labelColumns: ReadonlyMap<string, number>;
  /** Names of the labels, in the order of their columns. */
  readonly labels: readonly string[];
}

const LABEL = /^label:([A-Za-z0-9][A-Za-z0-9._-]{0,99})$/;
const MOST_LABELS = 20;

/** The columns by their names in the first row, or null where they cannot be read. A name that means nothing is refused: it may be a misspelt one. */
export function columnsOf({ line, cells, problem }: CsvRow, problems: TableProblems): CohortColumns | null {
  if (problem !== null) {
    problems.add({ line, problem });
    return null;
  }
  const fields = new Map<CohortField, number>();
  const labelColumns = new Map<string, number>();
  for (const [index, cell] of cells.entries()) {
    const said = readName(cell.trim(), index, fields, labelColumns);
    if (said !== null) problems.add({ line, column: index + 1, problem: said });
  }
  if (!fields.has('slide')) problems.add({ line, problem: 'must name a column `slide`' });
  if (labelColumns.size > MOST_LABELS) problems.add({ line, problem: `names more than ${MOST_LABELS} labels` });
  return fields.has('slide') ? { count: cells.length, fields, labelColumns, labels: [...labelColumns.keys()] } : null;
}

function readName(
  name: string,
  index: number,
  fields: Map<CohortField, number>,
  labels: Map<string, number>,
): string | null {
  const field = COHORT_FIELDS.find((known) => known === name);
  const label = name === 'label' ? 'label' : LABEL.exec(name)?.[1];
  if (field === undefined && label === undefined)
    return `has a name that is none of ${COHORT_FIELDS.join(', ')}, label, label:NAME`;
  if ((field !== undefined && fields.has(field)) || (label !== undefined && labels.has(label)))
    return 'has the name of a column before it';
  if (field !== undefined) fields.set(field, index);
  else if (label !== undefined) labels.set(label, index);
  return null;
}
