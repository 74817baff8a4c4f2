import { describe, expect, it } from 'vitest';
import { parseRange } from './parse-range.js';

// The examples of RFC 9110 section 14.1.2, over a representation of 10,000 bytes.
describe('parseRange', () => {
  it.each([
    ['bytes=0-499', { start: 0, end: 499 }],
    ['bytes=500-999', { start: 500, end: 999 }],
    ['bytes=-500', { start: 9500, end: 9999 }],
    ['bytes=9500-', { start: 9500, end: 9999 }],
    ['bytes=0-0', { start: 0, end: 0 }],
    ['bytes=9000-20000', { start: 9000, end: 9999 }],
    ['bytes=-20000', { start: 0, end: 9999 }],
  ])('reads %s', (header, expected) => expect(parseRange(header, 10_000)).toEqual(expected));

  it.each(['bytes=10000-', 'bytes=-0'])('cannot satisfy %s', (header) =>
    expect(parseRange(header, 10_000)).toBe('unsatisfiable'),
  );

  it.each([undefined, '', 'bytes=-', 'bytes=5-2', 'bytes=0-0,-1', 'items=0-5', 'bytes=a-b'])(
    'serves the whole file for %s',
    (header) => expect(parseRange(header, 10_000)).toBeNull(),
  );
});
