// Everything about the text of the project: generated files, import rules, formatting. Types are checked by the build.
import { join } from 'node:path';
import { run } from './run.mjs';
import { root } from './source-aliases.mjs';

export const LINT_CHECKS = [
  ['generated files', ['scripts/codegen.mjs', '--check']],
  [
    'import rules and style (ESLint)',
    ['node_modules/eslint/bin/eslint.js', '.', '--cache', '--cache-location', 'node_modules/.cache/eslint/'],
  ],
  [
    'formatting (Prettier)',
    ['node_modules/prettier/bin/prettier.cjs', '--check', '.', '--log-level', 'warn', '--cache'],
  ],
];

export async function lint() {
  // Side by side: ESLint alone takes as long as the others together.
  const codes = await Promise.all(
    LINT_CHECKS.map(async ([name, [script, ...args]]) => {
      const code = await run(process.execPath, [join(root, script), ...args]);
      if (code !== 0) console.error(`${name}: failed`);
      return code;
    }),
  );
  const failed = codes.filter((code) => code !== 0).length;
  return { passed: LINT_CHECKS.length - failed, failed };
}

if (process.argv[1] === import.meta.filename) {
  await run(process.execPath, [join(root, 'scripts/build.mjs')]);
  process.exitCode = (await lint()).failed > 0 ? 1 : 0;
}
