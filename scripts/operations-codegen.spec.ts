import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSchema } from 'graphql';
import { afterAll, describe, expect, it } from 'vitest';
import { operationsSource } from './operations-codegen.mjs';

const names = (count: number): string[] => Array.from({ length: count }, (_, index) => `f${index}`);
const fields = names(1000).map((name) => `${name}: Int`);
const schema = buildSchema(`type Query { name: String! deep: Query! ${fields.join(' ')} }`);
const folder = mkdtempSync(join(tmpdir(), 'tessera-operations-'));
afterAll(() => rmSync(folder, { recursive: true }));

function generate(document: string): Promise<string> {
  writeFileSync(join(folder, 'one.graphql'), document);
  return operationsSource(schema, folder, {});
}

const nested = (depth: number): string => (depth === 1 ? 'name' : `deep { ${nested(depth - 1)} }`);
const aliased = (count: number): string => Array.from({ length: count }, (_, index) => `a${index}: name`).join(' ');

describe('operationsSource', () => {
  it('writes each document with the fragments that it reaches, each once', async () => {
    const source = await generate(
      'query A { ...B deep { ...B } } fragment B on Query { ...C } fragment C on Query { name } fragment D on Query { name } query E { ...D }',
    );
    const text = /ADocument[^`]*`([^`]*)`/.exec(source)?.[1] ?? '';
    expect(text.match(/fragment \w/g)).toEqual(['fragment B', 'fragment C']);
    expect(source).toContain('export const ADocument: Operation<AQuery, AQueryVariables>');
  });

  it('refuses a field that the schema does not have', async () => {
    await expect(generate('query A { nope }')).rejects.toThrow(/does not fit the schema[^]*nope/);
  });

  it.each([
    ['depth', `query A { ${nested(10)} }`, `query A { ${nested(11)} }`, '11 depth; the API allows 10'],
    [
      'depth by a fragment',
      `query A { deep { ...F } } fragment F on Query { ${nested(9)} }`,
      `query A { deep { ...F } } fragment F on Query { ${nested(10)} }`,
      '11 depth',
    ],
    ['aliases', `query A { ${aliased(15)} }`, `query A { ${aliased(16)} }`, '16 aliases; the API allows 15'],
    [
      'tokens',
      `query A { ${names(996).join(' ')} }`,
      `query A { ${names(997).join(' ')} }`,
      '1001 tokens; the API allows 1000',
    ],
  ])('keeps the limit on %s', async (_limit, within, beyond, message) => {
    expect(await generate(within)).toContain('ADocument');
    await expect(generate(beyond)).rejects.toThrow(message);
  });
});
