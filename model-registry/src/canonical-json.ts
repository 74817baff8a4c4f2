/**
 * The canonical form of a JSON value by the JSON Canonicalization Scheme (RFC 8785): members sorted by their UTF-16 code units, no white
 * space, numbers and strings as ECMAScript writes them. Equal values give equal bytes in every language that follows the RFC.
 *
 * @param value what JSON.parse gives: null, booleans, finite numbers, strings, arrays and plain objects
 * @throws TypeError for anything else: NaN, infinities, undefined, functions, bigints, dates and text with a lone surrogate (RFC 7493)
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return canonicalNumber(value);
  if (typeof value === 'string') return canonicalString(value);
  if (Array.isArray(value)) return `[${value.map((item: unknown) => canonicalJson(item)).join(',')}]`;
  if (typeof value === 'object' && isPlain(value)) return canonicalObject(value);
  throw new TypeError('Canonical JSON holds only null, booleans, numbers, strings, arrays and plain objects.');
}

function canonicalNumber(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError('Canonical JSON has no NaN and no infinity.');
  return JSON.stringify(value);
}

function canonicalString(value: string): string {
  if (/\p{Surrogate}/u.test(value)) throw new TypeError('Canonical JSON has no lone surrogates.');
  return JSON.stringify(value);
}

function canonicalObject(value: object): string {
  // `<` compares UTF-16 code units, which is the order that RFC 8785 section 3.2.3 asks for.
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, item]) => `${canonicalString(key)}:${canonicalJson(item)}`).join(',')}}`;
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
