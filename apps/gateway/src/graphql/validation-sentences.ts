// What the standard rules say, without the names: theirs come from the document (a caller's text) and from the schema (which not everybody may see).
const SENTENCES: readonly (readonly [RegExp, string])[] = [
  [/^Cannot query field/, 'A field is selected that does not exist there.'],
  [/^Validation aborted/, 'The document takes too long to check: it selects the same fields too often.'],
  [/introspection/i, 'Reading the schema by introspection needs the role DEVELOPER.'],
  [/^Unknown argument/, 'An argument is given that does not exist there.'],
  [/of required type|is required, but it was not provided/, 'A required argument or input field is missing.'],
  [/^Unknown type/, 'A type is named that does not exist.'],
  [/^Unknown fragment/, 'A fragment is spread that is not defined.'],
  [/^Unknown directive/, 'A directive is used that does not exist.'],
  [/^Cannot spread fragment/, 'A fragment spreads itself.'],
  [/^Fragment ".*" cannot be spread|can never be of type/, 'A fragment is spread where its type can never occur.'],
  [
    /^Fragment cannot condition|cannot condition on non composite type/,
    'A fragment is defined on a type that has no fields.',
  ],
  [/^Fragment .* is never used/, 'A fragment is defined and never used.'],
  [/^Variable .* is never used/, 'A variable is defined and never used.'],
  [/^Variable .* is not defined/, 'A variable is used that is not defined.'],
  [/^Variable .* used in position/, 'A variable is used where its type does not fit.'],
  [/must have a selection of subfields/, 'A field of an object type needs a selection of subfields.'],
  [/must not have a selection/, 'A field that has no subfields is given a selection.'],
  [/^There can be only one/, 'A name is defined twice.'],
  [/^Fields .* conflict/, 'Two fields would have the same name in the answer and are not the same: use aliases.'],
  [/directive .* can only be used once/i, 'A directive is repeated that may stand once.'],
  [/^Directive .* may not be used/, 'A directive is used where it may not stand.'],
];

/** A sentence for a refused document that names nothing. */
export function validationSentence(message: string): string {
  return SENTENCES.find(([pattern]) => pattern.test(message))?.[1] ?? 'The document does not fit the schema.';
}
