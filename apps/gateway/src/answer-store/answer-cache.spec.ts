import { describe, expect, it } from 'vitest';
import { AnswerCache } from './answer-cache.js';
import { type Answer } from './answer.entity.js';

const row = (tenant: string, id: string, numbers = 4): Answer => ({
  tenant,
  id,
  kind: 'SLIDE_PREDICTION',
  slideId: null,
  modelRef: 'local:m/1',
  modelDigest: 'd',
  inputDigest: 'i',
  parameters: {},
  outputs: { values: { logit: Array.from({ length: numbers }, (_, i) => i) } },
  arrays: {},
  provenance: {},
  createdAt: new Date(0),
});

describe('AnswerCache', () => {
  it('gives a row to its own tenant and to no other', () => {
    const cache = new AnswerCache(100_000);
    const mine = row('mine', 'ans_1');
    cache.set(mine);
    expect(cache.get('mine', 'ans_1')).toBe(mine);
    expect(cache.get('yours', 'ans_1')).toBeNull();
    expect(cache.read()).toMatchObject({ hits: 1, misses: 1, entries: 1, evictions: 0 });
  });

  it('stays within its bytes, and lets go what was not read for the longest time', () => {
    const cache = new AnswerCache(5_000);
    for (const id of ['a', 'b', 'c']) cache.set(row('t', id));
    cache.get('t', 'a');
    for (const id of ['d', 'e']) cache.set(row('t', id));
    expect(cache.read().bytes).toBeLessThanOrEqual(5_000);
    expect(cache.read().evictions).toBeGreaterThan(0);
    expect(cache.peek('t', 'a')).not.toBeNull();
    expect(cache.peek('t', 'b')).toBeNull();
  });

  it('does not keep what is larger than all of it', () => {
    const cache = new AnswerCache(2_000);
    cache.set(row('t', 'huge', 10_000));
    expect(cache.read()).toMatchObject({ entries: 0, bytes: 0 });
  });
});
