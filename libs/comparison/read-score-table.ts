import { BadUserInput } from '#libs/errors';
import { isProbabilities } from '#libs/statistics';
import type { CsvRow } from '#libs/tables';
import { readOutcome, type StatedOutcome } from './read-outcome.js';
import { ScoreFile, type NamedColumn } from './score-file.js';
import { CALL, takeItems, type ScoreColumn, type ScoreTable, type Stratification } from './score-table.js';

const MOST_LEVELS = 50;

/** A column of scores. */
export interface StatedScore {
  readonly column: NamedColumn;
  /** Whether a lower score means positive: then scores are turned round, and are no probabilities. */
  readonly isLowerPositive: boolean;
  /** At or above it, or at or below where lower means positive, a score is a positive call. Null: nothing is called. */
  readonly threshold: number | null;
}

/** What the columns of a table mean. */
export interface StatedTable {
  readonly text: string;
  /** What the text is called in a refusal. */
  readonly argument: string;
  readonly outcome: StatedOutcome;
  readonly scores: readonly StatedScore[];
  readonly patient: NamedColumn | null;
  readonly strata: readonly NamedColumn[];
}

/** A row that lacks something: it is in no number. */
export interface LeftOutRow {
  /** What to call the row. */
  readonly item: string;
  /** What it lacks, and why. */
  readonly missing: readonly MissingPart[];
}

/** What a row lacks. */
export interface MissingPart {
  /** the column, or whatever else has no value here */
  readonly name: string;
  /** a code */
  readonly reason: string;
  /** the same in a sentence, where the code does not say all */
  readonly message?: string;
}

export interface ReadTable {
  /** The rows that lack nothing, so that all scores are of the same rows. */
  readonly table: ScoreTable;
  readonly leftOut: readonly LeftOutRow[];
}

/**
 * Reads a CSV text as scores on the same items. Empty cells, NA, NaN, N/A, null and none are missing; a row that lacks a score, the outcome or the patient is left
 * out and listed. A row without a level of a stratification stays, under the level null.
 * @throws TableInvalid with lines and columns; BadUserInput for a column that is not there, or a stratification of more than 50 levels
 */
export function readScoreTable(stated: StatedTable): ReadTable {
  const file = new ScoreFile(stated.text, stated.argument);
  const outcome = readOutcome(file, stated.outcome);
  const scores = stated.scores.map((score) => readScore(file, score));
  const patient = stated.patient && readTexts(file, stated.patient);
  const strata = stated.strata.map((column) => stratificationOf(column, readTexts(file, column)));
  file.refuse();
  const lacks = (at: number): readonly string[] => [
    ...outcome.missing.flatMap(({ name, isMissing }) => (isMissing(at) ? [name] : [])),
    ...scores.flatMap(({ name, values }) => (Number.isNaN(values[at]) ? [name] : [])),
    ...(stated.patient && patient?.[at] === null ? [stated.patient.name] : []),
  ];
  const leftOut: LeftOutRow[] = [];
  const kept: number[] = [];
  file.rows.forEach((row, at) => {
    const missing = lacks(at);
    if (missing.length === 0) kept.push(at);
    else leftOut.push({ item: nameOf(row), missing: missing.map((name) => ({ name, reason: 'MISSING' })) });
  });
  const whole: ScoreTable = {
    items: file.rows.map(nameOf),
    outcome: outcome.outcome,
    patients: patient && codesOf(patient),
    stratifications: strata,
    scores,
  };
  return { table: judged(takeItems(whole, Uint32Array.from(kept)), stated), leftOut };
}

/** A row is called by its line: its cells may say who a patient is. */
function nameOf({ line }: CsvRow): string {
  return `line ${line}`;
}

function readScore(file: ScoreFile, { column, isLowerPositive, threshold }: StatedScore): ScoreColumn {
  const index = file.find(column);
  const read = Float64Array.from(file.rows, (row) => file.number(row, index, column.field) ?? NaN);
  const isPositive = (value: number): boolean =>
    threshold !== null && (isLowerPositive ? value <= threshold : value >= threshold);
  const calls =
    threshold === null ? null : Uint8Array.from(read, (value) => (isPositive(value) ? CALL.POSITIVE : CALL.NEGATIVE));
  const values = isLowerPositive ? read.map((value) => (value === 0 ? 0 : -value)) : read;
  return { name: column.name.trim(), values, probabilities: null, calls, threshold };
}

/** Scores that all lie in 0 to 1 are taken for probabilities of being positive, unless they are turned round. */
function judged(table: ScoreTable, { scores: stated, outcome }: StatedTable): ScoreTable {
  if (outcome.kind !== 'BINARY') return table;
  const scores = table.scores.map((score, i) => {
    const isTurned = stated[i]?.isLowerPositive ?? true;
    return !isTurned && isProbabilities(score.values) ? { ...score, probabilities: score.values } : score;
  });
  return { ...table, scores };
}

function readTexts(file: ScoreFile, column: NamedColumn): readonly (string | null)[] {
  const index = file.find(column);
  return file.rows.map((row) => file.text(row, index));
}

function stratificationOf(column: NamedColumn, texts: readonly (string | null)[]): Stratification {
  const levels = [...new Set(texts)].sort((a, b) => (a === null ? 1 : b === null ? -1 : a < b ? -1 : 1));
  if (levels.length > MOST_LEVELS)
    throw new BadUserInput(column.argument, `must name columns of at most ${MOST_LEVELS} different values`, {
      found: levels.length,
    });
  const codes = new Map(levels.map((level, code) => [level, code]));
  return { name: column.name.trim(), levels, levelOf: Uint32Array.from(texts, (text) => codes.get(text) ?? 0) };
}

function codesOf(texts: readonly (string | null)[]): Uint32Array {
  const codes = new Map<string | null, number>();
  return Uint32Array.from(texts, (text) => {
    const code = codes.get(text) ?? codes.size;
    codes.set(text, code);
    return code;
  });
}
