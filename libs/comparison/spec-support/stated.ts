import { readFileSync } from 'node:fs';
import { type NamedColumn, type StatedScore, type StatedTable } from '../index.js';

/** pROC's aSAH data as a CSV text. */
export const ASAH = readFileSync(new URL('../../../test/fixtures/comparison/asah.csv', import.meta.url), 'utf8');

export const OPTIONS = { seed: 7, draws: 400, confidence: 0.95, bins: 15 } as const;

export function column(name: string, field: string): NamedColumn {
  return { name, argument: `input.${field}`, field };
}

export function score(name: string, more: Partial<StatedScore> = {}): StatedScore {
  return { column: column(name, 'score'), isLowerPositive: false, threshold: null, ...more };
}

/** A table whose column `label` is `yes` or another word. */
export function stated(text: string, more: Partial<StatedTable> = {}): StatedTable {
  return {
    text,
    argument: 'input.text',
    outcome: { kind: 'BINARY', column: column('label', 'label'), positive: 'yes', negative: null },
    scores: [score('a')],
    patient: null,
    strata: [],
    ...more,
  };
}
