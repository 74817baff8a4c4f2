import { describe, expect, it } from 'vitest';
import { InvalidInferenceMessage } from '#libs/errors';
import { guardJson } from './guard-json.js';

const guard = (text: string) => (): void => guardJson(new TextEncoder().encode(text));

describe('the look at brackets before JSON is parsed', () => {
  it.each([
    '',
    '{}',
    `${'['.repeat(64)}${']'.repeat(64)}`,
    `["${'['.repeat(1000)}"]`,
    `["\\"${'{'.repeat(1000)}"]`,
    `["\\\\", ${'[],'.repeat(1000)}[]]`,
    '"never closed [[[[',
    ']]]]]}}}}}',
    JSON.stringify({
      inputs: [
        {
          name: 'X',
          shape: [2, 3],
          data: [
            [1, 2, 3],
            [4, 5, 6],
          ],
        },
      ],
    }),
  ])('lets through what is not deep, brackets in strings included: %#', (text) => {
    expect(guard(text)).not.toThrow();
  });

  it.each([
    ['65 levels', '['.repeat(65)],
    ['65 levels of both kinds', '[{"a":'.repeat(33)],
    ['a string that ends before them', `["\\\\"${',['.repeat(65)}`],
    ['a million lists', `[${'[],'.repeat(2 ** 20)}[]]`],
  ])('refuses %s', (_, text) => {
    expect(guard(text)).toThrow(InvalidInferenceMessage);
  });
});
