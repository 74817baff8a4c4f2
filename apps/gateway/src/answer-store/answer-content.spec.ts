import { describe, expect, it } from 'vitest';
import { contentOf } from './answer-content.js';
import type { NewAnswer } from './answer.entity.js';

const answer: NewAnswer = {
  ...{ tenant: 'lab', id: 'ans_1', kind: 'SLIDE_PREDICTION', slideId: 'sld_1' },
  ...{ modelRef: 'local:a/1', modelDigest: 'a'.repeat(64), inputDigest: 'b'.repeat(64) },
  parameters: { region: null, bag: 'c'.repeat(64) },
  outputs: { values: { logits: [0.25, -1] } },
  arrays: {},
  provenance: { computedAt: '2026-01-01T00:00:00.000Z' },
};

describe('two answers of one id', () => {
  it.each([
    ['another region with the same tiles', { parameters: { region: { x: 0, y: 0, width: 9, height: 9 }, bag: 'd' } }],
    ['another name of the version', { modelRef: 'local-2:a/1' }],
    ['another time', { provenance: { computedAt: '2026-01-02T00:00:00.000Z' } }],
  ])('are the same with %s', (_what, change) => expect(contentOf({ ...answer, ...change })).toBe(contentOf(answer)));

  it.each([
    ['another number', { outputs: { values: { logits: [0.25, -1.0000001] } } }],
    ['the other zero', { outputs: { values: { logits: [0.25, -0] } } }],
    ['another input', { inputDigest: 'e'.repeat(64) }],
    ['another version', { modelDigest: 'f'.repeat(64) }],
    ['another slide', { slideId: 'sld_2' }],
  ])('are not with %s', (_what, change) => expect(contentOf({ ...answer, ...change })).not.toBe(contentOf(answer)));
});
