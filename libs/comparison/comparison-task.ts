import type { CellProblem } from '#libs/errors';
import type { Comparison, ComparisonOptions } from './comparison.types.js';
import type { LeftOutRow, StatedTable } from './read-score-table.js';
import type { ReportHead } from './report/html-report.js';
import type { ScoreTable } from './score-table.js';

/** What a worker is given. */
export interface ComparisonTask {
  readonly source:
    | { readonly kind: 'FILE'; readonly stated: StatedTable }
    | { readonly kind: 'TABLE'; readonly table: ScoreTable; readonly leftOut: readonly LeftOutRow[] };
  readonly options: ComparisonOptions;
  readonly head: ReportHead;
}

/** A comparison and which items are in none of its numbers. */
export interface ComparedScores {
  readonly comparison: Comparison;
  readonly leftOut: readonly LeftOutRow[];
  /** Whole files. */
  readonly report: { readonly html: string; readonly csv: string };
}

/** What a worker answers. */
export type ComparisonOutcome =
  | { readonly kind: 'compared'; readonly compared: ComparedScores }
  | {
      readonly kind: 'table';
      readonly argument: string;
      readonly problems: readonly CellProblem[];
      readonly total: number;
    }
  | {
      readonly kind: 'input';
      readonly argument: string;
      readonly rule: string;
      readonly facts: Readonly<Record<string, unknown>>;
    };
