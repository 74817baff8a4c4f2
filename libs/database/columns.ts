import type { ValueTransformer } from 'typeorm';

/** A value that JSON can say. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** A JSON object: what a `jsonb` column that is never NULL holds. */
export type JsonObject = { readonly [key: string]: Json };

const NEGATIVE_ZERO = { $number: '-0' };
// jsonb refuses both: U+0000, and half of a surrogate pair.
const UNSTORABLE = /\0|\p{Surrogate}/u;

/**
 * A `jsonb` column whose numbers come back bit by bit. PostgreSQL keeps a JSON number as an exact decimal and JavaScript writes the
 * shortest decimal that reads back as the same double, so only -0 needs a spelling of its own: `{"$number": "-0"}`.
 *
 * @throws RangeError for a number that is not finite (JSON would write null), or text that jsonb cannot hold
 */
export const exactJson: ValueTransformer = { to: encodeJson, from: decodeJson };

/** As exactJson, for a column that may be NULL. The JSON value null is stored as NULL. */
export const optionalExactJson: ValueTransformer = {
  to: (value: Json | null | undefined) => (value === null || value === undefined ? null : encodeJson(value)),
  from: (value: Json | null) => (value === null ? null : decodeJson(value)),
};

/** A `bigint` column as a number. @throws RangeError beyond 2^53 - 1, where a number would be another one */
export const safeInteger: ValueTransformer = {
  to: (value: unknown) => value,
  from: (value: string | null) => {
    if (value === null) return null;
    const number = Number(value);
    if (!Number.isSafeInteger(number)) throw new RangeError('A stored integer is beyond 2^53 - 1.');
    return number;
  },
};

/** A `bytea` column as a Float32Array: float32, little-endian, copied, so that it is aligned and nobody else's. */
export const float32Vector: ValueTransformer = {
  to: (value: Float32Array | null | undefined) =>
    value instanceof Float32Array ? Buffer.from(value.buffer, value.byteOffset, value.byteLength) : value,
  from: (value: Buffer | null) => (value === null ? null : new Float32Array(Uint8Array.from(value).buffer)),
};

function encodeJson(value: Json | undefined): Json | undefined {
  if (typeof value === 'number') return encodeNumber(value);
  if (typeof value === 'string') return requireStorable(value);
  if (Array.isArray(value)) return value.map((item: Json) => encodeJson(item) ?? null);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  if (entries.some(([key]) => key === '$number')) throw new RangeError('A stored object may not have the key $number.');
  return Object.fromEntries(entries.map(([key, item]) => [requireStorable(key), encodeJson(item) ?? null]));
}

function encodeNumber(value: number): Json {
  if (!Number.isFinite(value)) throw new RangeError('A stored number must be finite.');
  return Object.is(value, -0) ? NEGATIVE_ZERO : value;
}

function requireStorable(text: string): string {
  if (UNSTORABLE.test(text)) throw new RangeError('Stored text may not hold U+0000 or half of a surrogate pair.');
  return text;
}

function decodeJson(value: Json): Json {
  if (Array.isArray(value)) return value.map(decodeJson);
  if (typeof value !== 'object' || value === null) return value;
  if ('$number' in value) return -0;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, decodeJson(item)]));
}
