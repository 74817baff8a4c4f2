import { describe, expect, it } from 'vitest';
import { complaints } from './complaints.js';

const LIB = 'libs/slides/planted.ts';
const ENVIRONMENT = 'process.env appears in one *.config.ts per app';

// [what, the file, its text, part of the complaint]
const FORBIDDEN: readonly (readonly [string, string, string, string])[] = [
  ['process.env', 'apps/gateway/src/http/planted.ts', "export const a = process.env['HOME'];", ENVIRONMENT],
  ["process['env']", 'apps/cli/src/planted.ts', "export const a = process['env'];", ENVIRONMENT],
  ['env taken out of process', LIB, 'export const { env } = process;', ENVIRONMENT],
  ['env of node:process', LIB, "export { env } from 'node:process';", ENVIRONMENT],
  ['any', LIB, 'export const a = (b: any) => b;', 'no-explicit-any'],
  ['any in a spec', 'libs/slides/planted.spec.ts', 'export const a = (b: any) => b;', 'no-explicit-any'],
  ['!', LIB, 'export const a = (b: string | null) => b!.length;', 'no-non-null-assertion'],
  ['! in a whole-process test', 'test/store/planted.e2e-spec.ts', "''.at(0)!.length;", 'no-non-null-assertion'],
  ['a default export', LIB, 'export default class A {}', 'no-default-export'],
  ['a default export by name', LIB, 'const a = 1;\nexport { a as default };', 'no-default-export'],
  ['a default export in settings', 'apps/cli/src/cli.config.ts', 'export default {};', 'no-default-export'],
  ['forwardRef', 'apps/gateway/src/jobs/planted.ts', 'forwardRef(() => Object);', 'A circle'],
  ['==', LIB, 'export const a = (b: string) => b == null;', 'eqeqeq'],
  ['console', LIB, "console.log('a');", 'no-console'],
  ['a comment that switches off nothing', LIB, '// eslint-disable-next-line eqeqeq\nexport const a = 1;', 'Unused'],
];

const ALLOWED: readonly (readonly [string, string, string])[] = [
  ['process.env in the settings', 'apps/cli/src/cli.config.ts', "export const a = process.env['HOME'];"],
  ['process.env in a test', 'test/store/planted.e2e-spec.ts', "export const a = process.env['HOME'];"],
  ['process without its env', LIB, 'export const a = process.pid;'],
  ['unknown', LIB, 'export const a = (b: unknown) => b;'],
  ['? and not !', LIB, 'export const a = (b: string | null) => b?.length;'],
  ["an entity's name!: string", 'apps/gateway/src/jobs/planted.entity.ts', 'export class A {\n  name!: string;\n}'],
  ['an export by name', LIB, 'export class A {}'],
  ['===', LIB, 'export const a = (b: string) => b === null;'],
  ['console in a benchmark', 'bench/planted.ts', "console.log('a');"],
];

describe('what lint refuses', () => {
  it.each(FORBIDDEN)('%s in %s', async (_, file, text, expected) => {
    expect(await complaints(file, text)).toEqual([expect.stringContaining(expected)]);
  });
});

describe('what lint lets through', () => {
  it.each(ALLOWED)('%s in %s', async (_, file, text) => {
    expect(await complaints(file, text)).toEqual([]);
  });
});
