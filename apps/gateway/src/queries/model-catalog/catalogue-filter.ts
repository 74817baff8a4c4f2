import { type ModelVersionFilterInput } from '#graphql/generated/schema-types';
import { BadUserInput } from '#libs/errors';
import { type VersionFilter } from '#model-registry';

const LONGEST_TEXT = 200;
const LONGEST_LIST = 50;

/**
 * The caller's filter, checked. An empty list would let nothing through, which nobody means: it is refused rather than answered.
 * @throws BadUserInput that names the part
 */
export function versionFilterOf(input: ModelVersionFilterInput | null | undefined): VersionFilter {
  if (!input) return {};
  const { extractor, licence, calibratedFor, ...plain } = input;
  const parts = { ...plain, ...prefixed('extractor', extractor), ...prefixed('calibratedFor', calibratedFor) };
  for (const [name, value] of Object.entries(parts)) checkPart(`filter.${name}`, value);
  if (licence) checkTerms(licence);
  return input;
}

function checkPart(argument: string, value: unknown): void {
  if (Array.isArray(value)) checkList(argument, value);
  else if (typeof value === 'string') checkText(argument, value);
}

/** @throws BadUserInput for a list that is empty, too long, or holds an empty or long text */
export function checkList(argument: string, values: readonly unknown[]): void {
  if (values.length === 0 || values.length > LONGEST_LIST) {
    throw new BadUserInput(argument, `must hold 1 to ${LONGEST_LIST} values; leave it out to let all through`);
  }
  for (const value of values) checkPart(argument, value);
}

function checkText(argument: string, text: string): void {
  if (text.trim() === '' || text.length > LONGEST_TEXT) {
    throw new BadUserInput(argument, `must have 1 to ${LONGEST_TEXT} characters; leave it out to let all through`);
  }
}

function checkTerms({ nonCommercial, gated }: NonNullable<ModelVersionFilterInput['licence']>): void {
  if ((nonCommercial ?? gated ?? null) === null) {
    throw new BadUserInput(
      'filter.licence',
      'must name `nonCommercial`, `gated` or both; leave it out to let all through',
    );
  }
}

function prefixed(name: string, parts: object | null | undefined): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(parts ?? {}).map(([part, value]) => [`${name}.${part}`, value]));
}
