import { randomUUID } from 'node:crypto';

// Nobody outside this process can write a string that begins like this.
const MARK = `${randomUUID()}:`;

const HAS_64_BIT_TENSOR = /"U?INT64"/;
const LONG_INTEGER = /\d{16}/;
// A string, or a number: so that digits inside a string are never taken for a number.
const TOKEN = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
const WHOLE = /^-?\d{16,}$/;

/**
 * Parses JSON without rounding 64-bit integers: where a message has INT64 or UINT64 tensors, integers of 16 digits and more come back as
 * marked text (see `exactInteger`); doubles would round them. All else is as `JSON.parse` has it.
 * @throws SyntaxError
 */
export function parseExactJson(text: string): unknown {
  if (!HAS_64_BIT_TENSOR.test(text) || !LONG_INTEGER.test(text)) return JSON.parse(text);
  // Strict first: what is not JSON must not become it by quoting.
  JSON.parse(text);
  return JSON.parse(text.replace(TOKEN, (token) => (WHOLE.test(token) ? `"${MARK}${token}"` : token)));
}

/** The integer behind a value that `parseExactJson` marked; null for anything else. */
export function exactInteger(value: unknown): bigint | null {
  return typeof value === 'string' && value.startsWith(MARK) ? BigInt(value.slice(MARK.length)) : null;
}

/** Whether text that is not JSON would be if NaN and Infinity were words of it, as some servers write them. */
export function hasNonFiniteToken(text: string): boolean {
  return /[[,:]\s*(?:-?Infinity|NaN)\s*[\],}]/.test(text);
}
