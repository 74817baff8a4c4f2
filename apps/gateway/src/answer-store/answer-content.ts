import { exactJson, type Json } from '#libs/database';
import type { NewAnswer } from './answer.entity.js';

/**
 * What two answers of one id must agree in, as canonical text. Provenance is left out (time, server and request differ from one
 * computation to the next), and so are the model's reference, for the digest says which version it was, and the parameters, for the
 * input's digest says what was computed: two regions that hold the same tiles are one question, be they asked at one moment.
 */
export function contentOf(answer: NewAnswer): string {
  const { kind, slideId, modelDigest, inputDigest, outputs, arrays } = answer;
  return canonical([kind, slideId, modelDigest, inputDigest, exact(outputs), exact(arrays)]);
}

// The stored spelling, so that -0 and 0 differ.
function exact(value: unknown): Json {
  const stored: Json = exactJson.to(value);
  return stored;
}

/** jsonb does not keep the order of keys. */
function canonical(value: Json | undefined): string {
  if (Array.isArray(value)) return `[${value.map((item: Json) => canonical(item)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(',')}}`;
}
