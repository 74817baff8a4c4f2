import { describe, expect, it } from 'vitest';
import { InvalidInferenceMessage } from '#libs/errors';
import { decodeInferenceRequest, type Tensor } from '../index.js';
import { liftNumberLists } from './lift-number-lists.js';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const lift = (text: string): ReturnType<typeof liftNumberLists> => liftNumberLists(bytesOf(text));
const tensor = (data: string, datatype = 'FP32', shape = '[3]'): string =>
  `{"inputs":[{"name":"X","datatype":"${datatype}","shape":${shape},"data":${data}}]}`;
const read = (data: string, datatype = 'FP32', shape = '[3]'): Tensor['data'] | undefined =>
  decodeInferenceRequest(bytesOf(tensor(data, datatype, shape)), null).inputs[0]?.data;

/** Numbers as people, Python and JavaScript write them; seeded. */
function texts(count: number): readonly string[] {
  let state = 12345;
  const random = (): number => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
  return Array.from({ length: count }, (_, i) => {
    const value = (random() - 0.5) * 10 ** Math.floor(random() * 40 - 20);
    if (i % 7 === 0) return String(Math.fround(value));
    if (i % 7 === 1) return value.toExponential();
    if (i % 7 === 2) return value.toFixed(Math.floor(random() * 30));
    if (i % 7 === 3) return `${Math.floor(random() * 1e6)}E+${Math.floor(random() * 30)}`;
    // In the middle between two FP32 numbers, or nearly so: the last digit decides.
    if (i % 7 === 4) return `${(1 + (2 * Math.floor(random() * 2 ** 23) + 1) / 2 ** 24).toFixed(24)}${i % 2}`;
    if (i % 7 === 5) return `${value.toPrecision(21)}`;
    return String(value);
  });
}

describe('numbers of a list', () => {
  const words = texts(20_000);
  const list = `[${words.join(' ,\n')}]`;
  const parsed = words.map((word) => Number(JSON.parse(word)));

  it('are for FP64 those that JSON.parse gives, bit by bit', () => {
    expect(lift(tensor(list, 'FP64')).lists).toHaveLength(1);
    expect(read(list, 'FP64', `[${words.length}]`)).toEqual(Float64Array.from(parsed));
  });

  it('are for FP32 those that JSON.parse gives, rounded once more', () => {
    const single = words.filter((_, i) => Number.isFinite(Math.fround(parsed[i] ?? NaN)));
    expect(lift(tensor(`[${single.join()}]`)).lists).toHaveLength(1);
    expect(read(`[${single.join()}]`, 'FP32', `[${single.length}]`)).toEqual(
      Float32Array.from(single, (word) => Number(JSON.parse(word))),
    );
  });

  it('keep the sign of nothing', () => {
    expect(read('[-0, -0.0, -0e5]')).toEqual(Float32Array.of(-0, -0, -0));
  });

  it.each(['01', '.5', '5.', '-', '+1', '1e', '1e+', '0x1', '1_0', '--1', '1.2.3', '1e5e5', '00'])(
    '%s is no number of JSON',
    (word) => {
      expect(() => read(`[1,${word},2]`)).toThrow('not valid JSON');
    },
  );

  it.each(['1e39', '-4e38', '1e999'])('%s is more than FP32 holds', (word) => {
    expect(() => read(`[1,${word},2]`)).toThrow('not finite');
  });
});

describe('lists that are taken out of the text', () => {
  it('are nested like the shape, or flat', () => {
    expect(read('[[1,2],[3,4],[5,6]]', 'FP32', '[3,2]')).toEqual(Float32Array.of(1, 2, 3, 4, 5, 6));
    expect(lift(tensor('[ [ [1] , [2] ] ]', 'FP64')).lists[0]?.lengths).toEqual([1, 2, 1]);
    expect(read('[1,2,3,4,5,6]', 'FP32', '[3,2]')).toHaveLength(6);
  });

  it.each([
    ['[[1,2],[3,4]]', '[4]', 'nested like its shape'],
    ['[[1,2],[3,4]]', '[2,1,2]', 'nested like its shape'],
    ['[[1,2],[3]]', '[3]', 'nested like its shape'],
    ['[[1],2,3]', '[3]', 'nested like its shape'],
    ['[1,[2],3]', '[3]', 'nested like its shape'],
    ['[1,2]', '[3]', 'another number of values'],
    ['[1,2,3,]', '[3]', 'not valid JSON'],
    ['[1 2 3]', '[3]', 'not valid JSON'],
    ['[1,2,3', '[3]', 'not valid JSON'],
    ['[1,null,3]', '[3]', 'not a number'],
    ['[1,"2",3]', '[3]', 'not a number'],
    ['[1,true,3]', '[3]', 'not a number'],
  ])('%s for %s is refused: %s', (data, shape, rule) => {
    expect(() => read(data, 'FP32', shape)).toThrow(rule);
  });

  it('are those of tensors that said before that they hold FP32 or FP64', () => {
    expect(lift(tensor('[1,2,3]')).lists).toHaveLength(1);
    for (const text of [
      tensor('[1,2,3]', 'INT64'),
      '{"inputs":[{"data":[1,2,3],"datatype":"FP32","shape":[3],"name":"X"}]}',
      '{"inputs":[{"parameters":{"datatype":"FP32"},"data":[1]}]}',
      '{"inputs":[{"datatype":"FP32"},{"data":[1]}]}',
      '{"data":[1],"datatype":"FP32"}',
    ])
      expect(lift(text)).toEqual({ json: bytesOf(text), lists: [] });
  });

  it('come to the same numbers wherever the datatype stands', () => {
    const text = '{"inputs":[{"data":[1.5,2,3],"datatype":"FP32","shape":[3],"name":"X"}]}';
    expect(decodeInferenceRequest(bytesOf(text), null).inputs[0]?.data).toEqual(Float32Array.of(1.5, 2, 3));
  });

  it('are refused where the datatype is another one in the end: they were rounded to the first', () => {
    const text = '{"inputs":[{"name":"X","datatype":"FP32","shape":[1],"data":[0.1],"datatype":"FP64"}]}';
    expect(() => decodeInferenceRequest(bytesOf(text), null)).toThrow('two datatypes');
  });
});

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
    expect(() => lift(text)).not.toThrow();
  });

  it.each([
    ['65 levels', '['.repeat(65)],
    ['65 levels of both kinds', '[{"a":'.repeat(33)],
    ['a string that ends before them', `["\\\\"${',['.repeat(65)}`],
    ['a million lists', `[${'[],'.repeat(2 ** 20)}[]]`],
  ])('refuses %s', (_, text) => {
    expect(() => lift(text)).toThrow(InvalidInferenceMessage);
  });
});
