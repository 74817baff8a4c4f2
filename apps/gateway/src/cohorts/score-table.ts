import { setImmediate as nextTurn } from 'node:timers/promises';
import { MOST_SIZE } from '#libs/comparison';
import { BadUserInput } from '#libs/errors';
import { type CsvRow, csvRows } from '#libs/tables';
import { isCountingVotes, type ModelCard } from '#model-registry';
import type { CohortItem } from './cohort-item.entity.js';
import type { ImportedScale } from './prediction-import.entity.js';
import { checkScale, type ScoreColumn, type ScoreColumns, scoreColumnsOf } from './score-columns.js';
import type { TableProblems } from './table-problems.js';

/** The scores of an item, by the target's name. */
export interface ReadScores {
  readonly position: number;
  readonly scores: Readonly<Record<string, readonly number[]>>;
}

const ROWS_A_TURN = 200;
const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
/** How far class probabilities may be from adding up to 1: tables are rounded. */
const SUM_TOLERANCE = 1e-3;

/**
 * Reads a table of scores for the items of a cohort. What is wrong is told to `problems`.
 * @returns in the order of the cohort
 * @throws BadUserInput where the scale is none of the card's targets, or the scores are shares of votes and it is LOGIT
 */
export async function readScoreTable(
  text: string,
  {
    items,
    card,
    scale,
  }: { readonly items: readonly CohortItem[]; readonly card: ModelCard; readonly scale: ImportedScale },
  problems: TableProblems,
): Promise<readonly ReadScores[]> {
  const table = csvRows(text);
  const { value: header } = table.next();
  if (!header) problems.add({ line: 1, problem: 'must hold the names of the columns' });
  const columns = header ? scoreColumnsOf(header, card, problems) : null;
  if (!columns) return [];
  checkScale(columns.scores, scale);
  if (scale === 'LOGIT' && isCountingVotes(card))
    throw new BadUserInput(
      'input.scale',
      'must be PROBABILITY for a version that counts votes: the share of them, 0 to 1',
    );
  const positions = new Map(items.map(({ key, position }) => [key, position]));
  const lines = new Map<number, number>();
  const read: ReadScores[] = [];
  let seen = 0;
  for (const row of table) {
    seen += 1;
    if (seen % ROWS_A_TURN === 0) await nextTurn();
    const position = positionOf(row, columns, positions, problems);
    const scores = position === null ? null : scoresOf(row, columns, scale, problems);
    if (position === null || !scores) continue;
    const earlier = lines.get(position);
    if (earlier !== undefined)
      problems.add({
        line: row.line,
        column: columns.item + 1,
        field: 'item',
        problem: `is the item of line ${earlier}`,
      });
    else read.push({ position, scores });
    lines.set(position, row.line);
  }
  if (seen === 0) problems.add({ line: 1, problem: 'must be followed by one row or more' });
  return read.toSorted((a, b) => a.position - b.position);
}

function positionOf(
  { line, cells, problem }: CsvRow,
  { count, item }: ScoreColumns,
  positions: ReadonlyMap<string, number>,
  problems: TableProblems,
): number | null {
  const position = positions.get((cells[item] ?? '').trim());
  if (problem !== null) problems.add({ line, problem });
  else if (cells.length !== count)
    problems.add({ line, problem: `has ${cells.length} cells and the first row names ${count} columns` });
  else if (position === undefined)
    problems.add({ line, column: item + 1, field: 'item', problem: 'must be the name of an item of the cohort' });
  else return position;
  return null;
}

function scoresOf(
  { line, cells }: CsvRow,
  { scores }: ScoreColumns,
  scale: ImportedScale,
  problems: TableProblems,
): ReadScores['scores'] | null {
  const before = problems.count;
  const byTarget = new Map<string, number[]>();
  for (const { target, index, column } of scores) {
    const value = numberOf((cells[column] ?? '').trim());
    const said = value === null ? 'must be a decimal number' : outside(value, scale);
    if (said !== null) problems.add({ line, column: column + 1, field: 'score', problem: said });
    const values = byTarget.get(target.name) ?? [];
    values[index] = value ?? 0;
    byTarget.set(target.name, values);
  }
  if (problems.count > before) return null;
  for (const one of scores)
    if (one.index === 1) checkSum(one, byTarget.get(one.target.name) ?? [], scale, { line, problems });
  return problems.count > before ? null : Object.fromEntries(byTarget);
}

function numberOf(text: string): number | null {
  const value = DECIMAL.test(text) ? Number(text) : NaN;
  return Math.abs(value) <= MOST_SIZE ? value : null;
}

function outside(value: number, scale: ImportedScale): string | null {
  return scale === 'PROBABILITY' && !(value >= 0 && value <= 1) ? 'must be a probability, 0 to 1' : null;
}

function checkSum(
  { target, column }: ScoreColumn,
  values: readonly number[],
  scale: ImportedScale,
  { line, problems }: { readonly line: number; readonly problems: TableProblems },
): void {
  const sum = values.reduce((total, value) => total + value, 0);
  if (scale !== 'PROBABILITY' || Math.abs(sum - 1) <= SUM_TOLERANCE) return;
  problems.add({
    line,
    column: column + 1,
    field: 'score',
    problem: `is of ${target.name}, whose class probabilities do not add up to 1`,
  });
}
