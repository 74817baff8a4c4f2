import type { ComparisonMethodInput } from '#graphql/generated/schema-types';
import type { ComparisonOptions } from '#libs/comparison';
import { BadUserInput } from '#libs/errors';

const MOST_SEED = 2_147_483_647;
const MOST_TITLE = 200;
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}]/u;

/** How intervals are made, checked. @throws BadUserInput */
export function optionsOf({ seed, draws, confidence, bins }: ComparisonMethodInput): ComparisonOptions {
  const given = { seed: seed ?? 1, draws: draws ?? 2000, confidence: confidence ?? 0.95, bins: bins ?? 15 };
  check('seed', given.seed >= 0 && given.seed <= MOST_SEED, `must be 0 to ${MOST_SEED}`);
  check('draws', given.draws >= 200 && given.draws <= 10_000, 'must be 200 to 10,000');
  check('confidence', given.confidence >= 0.5 && given.confidence <= 0.999, 'must be 0.5 to 0.999');
  check('bins', given.bins >= 2 && given.bins <= 50, 'must be 2 to 50');
  return given;
}

function check(field: string, holds: boolean, rule: string): void {
  if (!holds) throw new BadUserInput(`input.method.${field}`, rule);
}

/** What a report is called. @throws BadUserInput */
export function titleOf(title: string | null | undefined, otherwise: string): string {
  if (title === null || title === undefined) return otherwise;
  if (title.trim() === '' || title.length > MOST_TITLE || UNPRINTABLE.test(title))
    throw new BadUserInput('input.title', `must be 1 to ${MOST_TITLE} characters on one line`);
  return title;
}
