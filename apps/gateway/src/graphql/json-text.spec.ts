import { describe, expect, it } from 'vitest';
import { JsonText, writeAnswer } from './json-text.js';

describe('writeAnswer', () => {
  it('writes what JSON.stringify writes, with texts in their places', () => {
    const data = {
      a: new JsonText('[0.1,-0]'),
      b: [{ c: new JsonText('"AACA"') }, new JsonText('null')],
      d: 'json-text 0',
    };
    expect(writeAnswer({ data })).toBe('{"data":{"a":[0.1,-0],"b":[{"c":"AACA"},null],"d":"json-text 0"}}\n');
    expect(writeAnswer({ data: { text: '"quoted" \u2028' } })).toBe(
      `${JSON.stringify({ data: { text: '"quoted" \u2028' } })}\n`,
    );
  });

  it('writes one text in as many places as it has', () => {
    const text = new JsonText('[1]');
    expect(writeAnswer({ data: { a: text, b: text } })).toBe('{"data":{"a":[1],"b":[1]}}\n');
  });

  it('is not disturbed by what stands in a text, nor by an answer that could not be written', () => {
    const shown = JSON.stringify(new JsonText('{"a":[1]}'));
    expect(shown).toBe('{"a":[1]}');
    const circle: Record<string, unknown> = { text: new JsonText('[1]') };
    circle['self'] = circle;
    expect(() => writeAnswer({ data: circle })).toThrow(TypeError);
    expect(JSON.stringify({ text: new JsonText('[1]') })).toBe('{"text":[1]}');
    expect(writeAnswer({ data: { text: new JsonText('["$& $1"]') } })).toBe('{"data":{"text":["$& $1"]}}\n');
  });
});
