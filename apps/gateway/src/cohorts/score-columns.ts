import { BadUserInput } from '#libs/errors';
import type { CsvRow } from '#libs/tables';
import type { CardTarget, ModelCard } from '#model-registry';
import type { ImportedScale } from './prediction-import.entity.js';
import type { TableProblems } from './table-problems.js';

/** A column of scores: of a target, or of one of its classes. */
export interface ScoreColumn {
  readonly target: CardTarget;
  /** Place of the number among those of the target: of its classes, else 0. */
  readonly index: number;
  /** Place of the column in the table, from 0. */
  readonly column: number;
}

/** Which column holds what. */
export interface ScoreColumns {
  readonly count: number;
  readonly item: number;
  readonly scores: readonly ScoreColumn[];
}

/** Names by which a table may call its columns of scores. */
function namesOf(targets: readonly CardTarget[]): ReadonlyMap<string, Omit<ScoreColumn, 'column'>> {
  const names = new Map<string, Omit<ScoreColumn, 'column'>>();
  for (const target of targets)
    for (const [index, name] of columnNames(target).entries()) names.set(name, { target, index });
  const [only, ...others] = names.values();
  return only && others.length === 0 ? names.set('score', only) : names;
}

function columnNames(target: CardTarget): readonly string[] {
  const hasClasses = target.kind === 'MULTICLASS' || target.kind === 'ORDINAL';
  if (!hasClasses) return [`score:${target.name}`];
  return (target.classes ?? []).map((className) => `score:${target.name}:${className}`);
}

/** The columns by their names in the first row; null where they cannot be read. A target has scores for all its classes, or none. */
export function scoreColumnsOf(
  { line, cells, problem }: CsvRow,
  card: ModelCard,
  problems: TableProblems,
): ScoreColumns | null {
  const before = problems.count;
  if (problem !== null) problems.add({ line, problem });
  const known = namesOf(card.output.targets);
  const scores: ScoreColumn[] = [];
  let item = -1;
  for (const [column, cell] of cells.entries()) {
    const name = cell.trim();
    const found = known.get(name);
    const isTwice =
      name === 'item' ? item >= 0 : scores.some((one) => one.target === found?.target && one.index === found.index);
    if (isTwice) problems.add({ line, column: column + 1, problem: 'has the name of a column before it' });
    else if (name === 'item') item = column;
    else if (found) scores.push({ ...found, column });
    else
      problems.add({
        line,
        column: column + 1,
        problem: `has a name that is none of item, ${[...known.keys()].join(', ')}`,
      });
  }
  if (item < 0) problems.add({ line, problem: 'must name a column `item`' });
  if (scores.length === 0) problems.add({ line, problem: 'must name a column of scores' });
  for (const target of new Set(scores.map((one) => one.target)))
    if (scores.filter((one) => one.target === target).length < columnNames(target).length)
      problems.add({ line, problem: `must name a column for each class of ${target.name}` });
  return problems.count > before ? null : { count: cells.length, item, scores };
}

/** @throws BadUserInput where scores of a target cannot be on the scale */
export function checkScale(scores: readonly ScoreColumn[], scale: ImportedScale): void {
  for (const { target } of scores) {
    const isValue = target.kind === 'SCALAR' || target.kind === 'RISK';
    if (isValue !== (scale === 'VALUE'))
      throw new BadUserInput(
        'input.scale',
        `must be ${isValue ? 'VALUE' : 'LOGIT or PROBABILITY'} for targets of the kind ${target.kind}`,
        {
          kind: target.kind,
        },
      );
  }
}
