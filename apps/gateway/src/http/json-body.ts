import { BadRequest } from '#libs/errors';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN = new Set([0x5b, 0x7b]);
const CLOSE = new Set([0x5d, 0x7d]);

/**
 * Parses JSON text whose top is an object. A key `__proto__` becomes an own property like any other; of equal keys the last one stands.
 * @param bytes UTF-8
 * @throws BadRequest when it is not UTF-8, not JSON, nested too deeply, or no object
 */
export function parseJsonObject(bytes: Uint8Array, mostNesting: number): Readonly<Record<string, unknown>> {
  if (nesting(bytes) > mostNesting) {
    throw new BadRequest(`The JSON is nested more than ${mostNesting} levels deep.`);
  }
  return asObject(parse(decode(bytes)));
}

/** Deepest nesting of lists and objects, by one pass over the bytes and no recursion. Says nothing of whether it is JSON. */
export function nesting(bytes: Uint8Array): number {
  let depth = 0;
  let deepest = 0;
  let isInString = false;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (isInString) {
      if (byte === BACKSLASH) at += 1;
      else if (byte === QUOTE) isInString = false;
    } else if (byte === QUOTE) isInString = true;
    else if (OPEN.has(byte)) deepest = Math.max(deepest, (depth += 1));
    else if (CLOSE.has(byte)) depth -= 1;
  }
  return deepest;
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new BadRequest('The body is not UTF-8.');
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new BadRequest('The body is not JSON.');
  }
}

function asObject(value: unknown): Readonly<Record<string, unknown>> {
  if (Array.isArray(value))
    throw new BadRequest('Batches of operations are not taken: send one object for each request.');
  if (typeof value !== 'object' || value === null) throw new BadRequest('The body must be a JSON object.');
  return { ...value };
}
