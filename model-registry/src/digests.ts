import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical-json.js';
import type { CalibrationRecord } from './card/calibration-record.js';
import type { ModelCard } from './card/model-card.js';

/**
 * The digest of a model version: SHA-256 over the canonical JSON of its card, as 64 lower-case hexadecimal digits. The card lists every
 * artifact with its SHA-256, so the digest covers the weights, the vocabulary and every other file as well.
 */
export function cardDigest(card: ModelCard): string {
  return jsonDigest(card);
}

/** The digest of a calibration record: SHA-256 over its canonical JSON, as 64 lower-case hexadecimal digits. */
export function recordDigest(record: CalibrationRecord): string {
  return jsonDigest(record);
}

/**
 * SHA-256 over the canonical JSON of any JSON value, as 64 lower-case hexadecimal digits.
 * @throws TypeError for what JSON cannot hold
 */
export function jsonDigest(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value), 'utf8').digest('hex');
}
