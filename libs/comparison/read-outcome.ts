import { BadUserInput } from '#libs/errors';
import { type NamedColumn, type ScoreFile } from './score-file.js';
import { type Outcome } from './score-table.js';

/** Which columns hold the outcome. */
export type StatedOutcome =
  | { readonly kind: 'NONE' }
  | {
      readonly kind: 'BINARY';
      readonly column: NamedColumn;
      /** The value of a positive, exactly. */
      readonly positive: string;
      /** The value of a negative; null: the one other value that the column has. */
      readonly negative: string | null;
    }
  | { readonly kind: 'CONTINUOUS'; readonly column: NamedColumn }
  | { readonly kind: 'SURVIVAL'; readonly time: NamedColumn; readonly event: NamedColumn };

/** An outcome with an element for each row, and which of its cells are missing. */
export interface ReadOutcome {
  readonly outcome: Outcome;
  readonly missing: readonly { readonly name: string; readonly isMissing: (row: number) => boolean }[];
}

const EVENTS: Readonly<Record<string, 0 | 1>> = { '1': 1, yes: 1, true: 1, '0': 0, no: 0, false: 0 };

/** @throws BadUserInput for a column that is not there, or a label of more than two values; cells that are wrong are gathered in the file */
export function readOutcome(file: ScoreFile, stated: StatedOutcome): ReadOutcome {
  switch (stated.kind) {
    case 'NONE':
      return { outcome: { kind: 'NONE' }, missing: [] };
    case 'BINARY':
      return readLabels(file, stated);
    case 'CONTINUOUS': {
      const values = readNumbers(file, stated.column);
      return { outcome: { kind: 'CONTINUOUS', values }, missing: [missingIn(stated.column, values)] };
    }
    case 'SURVIVAL':
      return readSurvival(file, stated.time, stated.event);
  }
}

function readLabels(file: ScoreFile, stated: Extract<StatedOutcome, { kind: 'BINARY' }>): ReadOutcome {
  const { column, positive, negative } = stated;
  const index = file.find(column);
  const texts = file.rows.map((row) => file.text(row, index));
  const others = new Set(texts.filter((text) => text !== null && text !== positive.trim()));
  if (negative === null && others.size > 1)
    throw new BadUserInput(
      column.argument,
      'must name a column of two values: say with `negative` which one is negative',
      {
        otherValues: others.size,
      },
    );
  texts.forEach((text, row) => {
    if (text === null || text === positive.trim() || negative === null || text === negative.trim()) return;
    const line = file.rows[row]?.line ?? 0;
    file.add({
      line,
      column: index + 1,
      field: column.field,
      problem: 'is neither the positive value nor the negative one',
    });
  });
  const labels = Uint8Array.from(texts, (text) => (text === positive.trim() ? 1 : 0));
  const isMissing = (row: number): boolean => texts[row] === null;
  return { outcome: { kind: 'BINARY', labels }, missing: [{ name: column.name.trim(), isMissing }] };
}

function readSurvival(file: ScoreFile, time: NamedColumn, event: NamedColumn): ReadOutcome {
  const times = readNumbers(file, time);
  const place = file.find(time);
  file.rows.forEach(({ line }, row) => {
    if ((times[row] ?? 0) < 0) file.add({ line, column: place + 1, field: time.field, problem: 'must be 0 or more' });
  });
  const index = file.find(event);
  const events = file.rows.map((row) => {
    const text = file.text(row, index);
    if (text === null) return null;
    const found = EVENTS[text.toLowerCase()];
    if (found !== undefined) return found;
    file.add({
      line: row.line,
      column: index + 1,
      field: event.field,
      problem: 'must be 1 or 0, yes or no, true or false',
    });
    return null;
  });
  return {
    outcome: { kind: 'SURVIVAL', times, events: Uint8Array.from(events, (one) => one ?? 0) },
    missing: [missingIn(time, times), { name: event.name.trim(), isMissing: (row) => events[row] === null }],
  };
}

function readNumbers(file: ScoreFile, column: NamedColumn): Float64Array {
  const index = file.find(column);
  return Float64Array.from(file.rows, (row) => file.number(row, index, column.field) ?? NaN);
}

function missingIn({ name }: NamedColumn, values: Float64Array): ReadOutcome['missing'][number] {
  return { name: name.trim(), isMissing: (row) => Number.isNaN(values[row]) };
}
