import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { callAt, type Precision, roundTo } from './index.js';

interface Expected {
  readonly rounded: readonly ({ readonly value: number } & Readonly<Record<Precision, number>>)[];
  readonly calls: readonly { precision: Precision; score: number; threshold: number; reached: boolean }[];
}
const expected: Expected = JSON.parse(
  readFileSync(new URL('../../test/fixtures/numerics/precision.json', import.meta.url), 'utf8'),
);

describe('precision', () => {
  it.each(['FP64', 'FP32', 'FP16', 'BF16'] as const)('rounds to %s as numpy does', (precision) => {
    for (const row of expected.rounded) {
      expect(roundTo(row.value, precision)).toBe(row[precision]);
      expect(roundTo(-row.value, precision)).toBe(-row[precision]);
    }
    expect(roundTo(65520, 'FP16')).toBe(Infinity);
    expect(roundTo(NaN, precision)).toBeNaN();
  });

  it.each(expected.calls)('$precision: $score against $threshold', ({ precision, score, threshold, reached }) => {
    const call = callAt(score, { threshold, comparator: 'GE' }, undefined, precision);
    expect(call).toBe(reached ? 'POSITIVE' : 'NEGATIVE');
  });
});
