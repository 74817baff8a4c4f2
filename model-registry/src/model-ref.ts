import { BadUserInput } from '#libs/errors';

/**
 * A reference to one model version: `source:name/3` or `source:name@alias`. Without `source:` the name must be unique over all sources.
 * A name alone is not a reference: which version it means would be a silent choice.
 */
export interface ModelRef {
  readonly source: string | null;
  readonly name: string;
  readonly selector: ModelSelector;
}

export type ModelSelector =
  { readonly kind: 'VERSION'; readonly version: string } | { readonly kind: 'ALIAS'; readonly alias: string };

const MAX_LENGTH = 320;
const SOURCE = /^[a-z0-9][a-z0-9-]{0,62}$/;
const NAME = /^[a-z0-9][a-z0-9._-]{0,99}$/;
const VERSION = /^[1-9][0-9]{0,8}$/;
const ALIAS = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;

/**
 * Reads `source:name@alias`, `source:name/3`, `name@alias` or `name/3`.
 * @throws BadUserInput, which names the argument `model` and never repeats the value
 */
export function parseModelRef(text: string, argument = 'model'): ModelRef {
  if (text.length > MAX_LENGTH) throw malformed(argument);
  const colon = text.indexOf(':');
  const source = colon === -1 ? null : text.slice(0, colon);
  const rest = text.slice(colon + 1);
  if (source !== null && !SOURCE.test(source)) throw malformed(argument);
  if (NAME.test(rest))
    throw new BadUserInput(argument, 'must name a version or an alias, as in name/3 or name@champion');

  const mark = rest.search(/[/@]/);
  const name = rest.slice(0, mark);
  const selected = rest.slice(mark + 1);
  if (mark === -1 || !NAME.test(name)) throw malformed(argument);
  if (rest[mark] === '/' && VERSION.test(selected)) {
    return { source, name, selector: { kind: 'VERSION', version: selected } };
  }
  if (rest[mark] === '@' && ALIAS.test(selected)) return { source, name, selector: { kind: 'ALIAS', alias: selected } };
  throw malformed(argument);
}

/** The text of a reference, such that parseModelRef gives it back. */
export function formatModelRef({ source, name, selector }: ModelRef): string {
  const prefix = source === null ? '' : `${source}:`;
  return `${prefix}${name}${selector.kind === 'VERSION' ? `/${selector.version}` : `@${selector.alias}`}`;
}

/** Whether a text can be the id of a registry source: lower-case letters, digits and dashes, at most 63. */
export function isSourceId(text: string): boolean {
  return SOURCE.test(text);
}

export function isModelName(text: string): boolean {
  return NAME.test(text);
}

/** Whether a text is a version: a positive whole number of at most nine digits, without a leading zero. */
export function isVersion(text: string): boolean {
  return VERSION.test(text);
}

/** Whether a text may be an alias. `latest`, `3` and `v3` may not: they look like versions and would move without a release. */
export function isAlias(text: string): boolean {
  return ALIAS.test(text) && !/^(latest|v?\d+)$/i.test(text);
}

function malformed(argument: string): BadUserInput {
  return new BadUserInput(argument, 'must have the form source:name/3 or source:name@alias, the source being optional');
}
