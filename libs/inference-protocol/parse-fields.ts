import { InvalidInferenceMessage } from '#libs/errors';
import { exactInteger, hasNonFiniteToken, parseExactJson } from './exact-json.js';
import type { Parameters, ParameterValue } from './messages.js';

/** A JSON object whose members have not been looked at yet. */
export type JsonObject = Readonly<Record<string, unknown>>;

/**
 * Reads UTF-8 JSON text. The parser's own message is not passed on: it quotes the text.
 * @throws InvalidInferenceMessage
 */
export function parseJson(bytes: Uint8Array): unknown {
  return parseText(bytes, (text) => JSON.parse(text));
}

/** `parseJson` for a message with tensors: long integers of 64-bit tensors are kept exact (see `exactInteger`). */
export function parseMessageJson(bytes: Uint8Array): unknown {
  return parseText(bytes, parseExactJson);
}

function parseText(bytes: Uint8Array, parse: (text: string) => unknown): unknown {
  let text = '';
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return parse(text);
  } catch {
    throw new InvalidInferenceMessage(
      hasNonFiniteToken(text) ? 'it holds NaN or Infinity, which JSON has no word for' : NOT_JSON,
    );
  }
}

const NOT_JSON = 'the JSON part is not valid JSON in UTF-8';

/** Whether parsed JSON is an object: neither null nor a list. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function parseObject(value: unknown, where: string): JsonObject {
  if (!isJsonObject(value)) throw new InvalidInferenceMessage(`${where} is not a JSON object`);
  return value;
}

export function parseList(value: unknown, where: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new InvalidInferenceMessage(`${where} is not a list`);
  return value;
}

/** A string of at least one character. */
export function parseName(value: unknown, where: string): string {
  if (typeof value !== 'string' || value === '')
    throw new InvalidInferenceMessage(`${where} is not a non-empty string`);
  return value;
}

/** A string where an absent, null or empty one means "not said". */
export function parseOptionalText(value: unknown, where: string): string | null {
  if (value === undefined || value === null || value === '') return null;
  if (typeof value !== 'string') throw new InvalidInferenceMessage(`${where} is not a string`);
  return value;
}

/** `parameters`: absent or null is empty; values are strings, numbers or booleans (nulls are dropped, as servers write them). */
export function parseParameters(value: unknown, where: string): Parameters {
  if (value === undefined || value === null) return {};
  const members = Object.entries(parseObject(value, `${where}.parameters`)).filter(([, member]) => member !== null);
  return Object.fromEntries(members.map(([key, member]) => [key, parseParameter(member, where)]));
}

/** @throws InvalidInferenceMessage when two of the names are equal */
export function requireUnique(names: readonly string[], where: string): void {
  if (new Set(names).size !== names.length) throw new InvalidInferenceMessage(`${where} name the same tensor twice`);
}

function parseParameter(value: unknown, where: string): ParameterValue {
  const integer = exactInteger(value);
  if (integer !== null) return Number(integer);
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  throw new InvalidInferenceMessage(`${where}.parameters holds a value that is not a string, number or boolean`);
}
