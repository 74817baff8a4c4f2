import type { CompareScoresInput } from '#graphql/generated/schema-types';
import type { NamedColumn, StatedOutcome, StatedScore, StatedTable } from '#libs/comparison';
import { BadUserInput } from '#libs/errors';

const MOST_SCORES = 8;
const MOST_STRATA = 3;

/** What the columns of a table mean, checked as far as it can be without the table. @throws BadUserInput */
export function statedTable(input: CompareScoresInput): StatedTable {
  const scores = input.scores.map((name) => name.trim());
  checkNames(scores, 'input.scores', MOST_SCORES, 1);
  const strata = (input.strata ?? []).map((name) => name.trim());
  checkNames(strata, 'input.strata', MOST_STRATA, 0);
  return {
    text: input.text,
    argument: 'input.text',
    outcome: outcomeOf(input),
    scores: statedScores(scores, input),
    patient: columnOf(input.patient, 'input.patient', 'patient'),
    strata: strata.map((name) => ({ name, argument: 'input.strata', field: 'stratum' })),
  };
}

function statedScores(names: readonly string[], input: CompareScoresInput): readonly StatedScore[] {
  const lower = namedScores(input.lowerIsPositive ?? [], 'input.lowerIsPositive', names);
  const thresholds = input.thresholds ?? [];
  const withThreshold = namedScores(
    thresholds.map(({ score }) => score),
    'input.thresholds',
    names,
  );
  return names.map((name) => {
    const at = withThreshold.indexOf(name);
    const value = at === -1 ? null : (thresholds[at]?.value ?? null);
    return {
      column: { name, argument: 'input.scores', field: 'score' },
      isLowerPositive: lower.includes(name),
      threshold: value,
    };
  });
}

function namedScores(given: readonly string[], argument: string, names: readonly string[]): readonly string[] {
  const trimmed = given.map((name) => name.trim());
  if (!trimmed.every((name) => names.includes(name)) || new Set(trimmed).size < trimmed.length)
    throw new BadUserInput(argument, 'must name columns of `input.scores`, each once');
  return trimmed;
}

/** One of three kinds, or none. */
function outcomeOf(input: CompareScoresInput): StatedOutcome {
  const label = columnOf(input.label, 'input.label', 'label');
  const measured = columnOf(input.measured, 'input.measured', 'measured');
  const time = columnOf(input.time, 'input.time', 'time');
  const event = columnOf(input.event, 'input.event', 'event');
  if ([label, measured, time ?? event].filter((given) => given !== null).length > 1)
    throw new BadUserInput('input', 'must hold one outcome: `label`, or `measured`, or `time` and `event`');
  if (label === null && (isGiven(input.positive) || isGiven(input.negative)))
    throw new BadUserInput('input.label', 'must be given where `positive` or `negative` is');
  if (label) return labelOf(label, input);
  if (measured) return { kind: 'CONTINUOUS', column: measured };
  if (time && event) return { kind: 'SURVIVAL', time, event };
  if (time || event) throw new BadUserInput(time ? 'input.event' : 'input.time', 'must be given: survival needs both');
  return { kind: 'NONE' };
}

function labelOf(column: NamedColumn, { positive, negative }: CompareScoresInput): StatedOutcome {
  if (!isGiven(positive)) throw new BadUserInput('input.positive', 'must say which label is positive');
  if (isGiven(negative) && negative.trim() === positive.trim())
    throw new BadUserInput('input.negative', 'must be another label than `positive`');
  return { kind: 'BINARY', column, positive, negative: isGiven(negative) ? negative : null };
}

function isGiven(text: string | null | undefined): text is string {
  return text !== null && text !== undefined && text.trim() !== '';
}

function columnOf(name: string | null | undefined, argument: string, field: string): NamedColumn | null {
  if (name === null || name === undefined) return null;
  if (name.trim() === '') throw new BadUserInput(argument, 'must name a column, or be left out');
  return { name, argument, field };
}

function checkNames(names: readonly string[], argument: string, most: number, least: number): void {
  if (names.length < least || names.length > most || names.includes('') || new Set(names).size < names.length)
    throw new BadUserInput(argument, `must name ${least} to ${most} columns, each once`);
}
