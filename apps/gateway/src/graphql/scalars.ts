import { GraphQLScalarType, Kind, valueFromASTUntyped, type ValueNode } from 'graphql';

/** A value that a scalar does not take. Holds the rule only: the formatter adds the argument, and nobody repeats the value. */
export class ScalarRefused extends Error {
  constructor(readonly rule: string) {
    super(rule);
  }
}

const DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?Z$/;
const DIGEST = /^[0-9a-f]{64}$/;
/** `[source:]name/version` or `[source:]name@alias`. Whether it exists is the registry's business. */
const MODEL_REF =
  /^(?:[a-z0-9][a-z0-9._-]{0,62}:)?[A-Za-z0-9][A-Za-z0-9._-]{0,126}(?:\/[1-9][0-9]{0,9}|@[A-Za-z0-9][A-Za-z0-9._-]{0,62})$/;

/** A scalar whose input is text of a pattern; resolvers see it as a string. */
function patternScalar(
  name: string,
  isRight: (text: string) => boolean,
  rule: string,
): GraphQLScalarType<string, string> {
  const take = (value: unknown): string => {
    if (typeof value !== 'string' || !isRight(value)) throw new ScalarRefused(rule);
    return value;
  };
  return new GraphQLScalarType<string, string>({
    name,
    parseValue: take,
    parseLiteral: (node) => take(node.kind === Kind.STRING ? node.value : undefined),
    serialize: (value) => take(value instanceof Date ? value.toISOString() : value),
  });
}

const numericValues = new GraphQLScalarType<string | readonly number[], unknown>({
  name: 'NumericValues',
  parseValue: (value) => takeNumericValues(value),
  parseLiteral: (node) => takeNumericValues(valueFromASTUntyped(node)),
  // JSON fragments made beforehand pass as they are: what writes them checks them.
  serialize: (value) => value,
});

const json = new GraphQLScalarType<unknown, unknown>({
  name: 'JSON',
  parseValue: (value) => value,
  parseLiteral: (node: ValueNode, variables) => valueFromASTUntyped(node, variables),
  serialize: (value) => value,
});

function takeNumericValues(value: unknown): string | readonly number[] {
  if (typeof value === 'string' && /^[A-Za-z0-9+/]*={0,2}$/.test(value)) return value;
  if (Array.isArray(value) && value.every((item): item is number => Number.isFinite(item))) return value;
  throw new ScalarRefused('must be base64 of little-endian float32 values, or a list of finite numbers');
}

/** How the schema's own scalars are read and written. */
export const scalars: Readonly<Record<string, GraphQLScalarType>> = {
  DateTime: patternScalar(
    'DateTime',
    (text) => DATE_TIME.test(text) && !Number.isNaN(Date.parse(text)),
    'must be a time in UTC as in `2026-03-01T12:00:00.000Z`',
  ),
  Digest: patternScalar(
    'Digest',
    (text) => DIGEST.test(text),
    'must be a SHA-256 digest: 64 lower-case hexadecimal digits',
  ),
  ModelRef: patternScalar(
    'ModelRef',
    (text) => text.length <= 256 && MODEL_REF.test(text),
    'must name a model version: `source:name/version` or `source:name@alias`',
  ),
  NumericValues: numericValues,
  JSON: json,
};
