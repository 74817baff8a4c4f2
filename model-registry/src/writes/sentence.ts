import { BadUserInput } from '#libs/errors';

const LONGEST = 500;
// Control characters, and those that turn the direction of writing: text that reads as another one. jsonb takes no half of a pair.
const FORBIDDEN = /[\p{Cc}\p{Surrogate}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** Text that people will read, without blanks around it. @throws BadUserInput unless it is 1 to 500 characters on one line */
export function checkSentence(argument: string, text: string): string {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > LONGEST || FORBIDDEN.test(trimmed)) {
    throw new BadUserInput(argument, `must be 1 to ${LONGEST} characters on one line, without control characters`);
  }
  return trimmed;
}

/** Somebody else's text as it may be shown: on one line, without control characters, at most 500 long. */
export function cutToSentence(text: string): string {
  const line = text
    .slice(0, 4 * LONGEST)
    .replace(new RegExp(FORBIDDEN.source, 'gu'), ' ')
    .trim();
  return line
    .slice(0, LONGEST)
    .replace(/\p{Surrogate}$/u, '')
    .trim();
}
