import { describe, expect, it } from 'vitest';
import { refusalStatus } from '#gateway/http';
import { ERROR_CODES, type ErrorCode } from '#libs/errors';
import { isShipped, projectFiles, readText } from './tree.js';

const isCode = (text: string): text is ErrorCode => text in ERROR_CODES;
const rows = [...readText('docs/errors.md').matchAll(/^\| `([A-Z_]+)` \|([^|]*)\|/gm)];

describe('docs/errors.md', () => {
  it('has one row for every code, and no row without a code', () => {
    expect(rows.map(([, code]) => code).sort()).toEqual(Object.keys(ERROR_CODES).sort());
  });

  it('states the HTTP status of a request that is refused', () => {
    const stated = rows.flatMap(([, code = '', cell = '']) => {
      const [status] = /\d{3}/.exec(cell) ?? [];
      return status === undefined ? [] : [[code, Number(status)] as const];
    });
    expect(stated.map(([code]) => code)).toContain('BAD_REQUEST');
    expect(stated).toEqual(stated.map(([code]) => [code, isCode(code) ? refusalStatus(code) : undefined]));
  });
});

// Documented before anything refuses by it; its row says so.
const RESERVED: readonly string[] = [];

describe('a code', () => {
  const files = projectFiles().filter(isShipped);
  const ofErrors = files.filter((file) => file.startsWith('libs/errors/')).map(readText);
  const elsewhere = files
    .filter((file) => !/^(libs\/errors|graphql|apps\/cli)\//.test(file))
    .map(readText)
    .join('\n');

  const classesOf = (code: string): readonly string[] =>
    ofErrors
      .flatMap((text) => [...text.matchAll(/class (\w+) extends \w+ {\s+readonly code = '(\w+)'/g)])
      .flatMap(([, name = '', of]) => (of === code ? [name] : []));

  const isRaised = (code: string): boolean =>
    [`'${code}'`, ...classesOf(code).map((name) => `new ${name}(`)].some((text) => elsewhere.includes(text));

  it('is raised somewhere, or its row says that it is not', () => {
    expect(Object.keys(ERROR_CODES).filter((code) => !isRaised(code))).toEqual(RESERVED);
    for (const code of RESERVED) expect(readText('docs/errors.md')).toMatch(new RegExp(`\`${code}\` \\|.*reserved`));
  });
});
