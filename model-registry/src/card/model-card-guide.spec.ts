import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cardDigest, jsonDigest, recordDigest } from '../digests.js';
import { parseCalibrationRecord } from './parse-calibration-record.js';
import { parseModelCard } from './parse-model-card.js';

const guide = readFileSync(new URL('../../../docs/model-card.md', import.meta.url), 'utf8');
const [card, record]: unknown[] = [...guide.matchAll(/```json\n(.*?)```/gs)].map(([, json]) => JSON.parse(json ?? ''));

describe('the example of docs/model-card.md', () => {
  it('validates', () => {
    expect(() => parseCalibrationRecord(record, parseModelCard(card))).not.toThrow();
  });

  // Both digests were computed with the Python package rfc8785 0.1.4, as the guide shows.
  it('has the digest that another implementation gives it, and that the guide states', () => {
    const parsed = parseModelCard(card);
    expect(cardDigest(parsed)).toBe('f9f1bf8a132d859c4c1a751402eef43b58a120f9f0744a59797bea906d8d1b81');
    expect(guide).toContain(`\`${cardDigest(parsed)}\``);
    expect(cardDigest(parsed)).toBe(jsonDigest(card));
    expect(recordDigest(parseCalibrationRecord(record, parsed))).toBe(
      '12380fa375f00a72310b6149fbfde720e822a4ecca0653d9434e2718e572d0fd',
    );
  });
});
