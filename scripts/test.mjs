// `npm test`: build (which checks the types), lint, unit and whole-process tests, and one closing line over all of them.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { closingLine } from './closing-line.reporter.mjs';
import { lint } from './lint.mjs';
import { run } from './run.mjs';
import { root } from './source-aliases.mjs';

const scratch = mkdtempSync(join(tmpdir(), 'tessera-test-'));
const countsFile = join(scratch, 'counts');
const count = { passed: 0, failed: 0, skipped: 0 };
const add = (more) => Object.keys(count).forEach((key) => (count[key] += more[key] ?? 0));

// Lanes side by side: in each, processes are waited for much of the time. Whoever names tests gets one run of those.
const named = process.argv.slice(2);
const LANES =
  named.length > 0
    ? [[named]]
    : [
        [
          ['--project', 'unit'],
          ['--project', 'peers'],
        ],
        [['--project', 'processes']],
        [
          ['--project', 'e2e'],
          ['--project', 'stores'],
        ],
      ];

/** One run after the other. @returns their exit codes */
async function runLane(runs) {
  const codes = [];
  for (const args of runs) codes.push(await runVitest(args));
  return codes;
}

function runVitest(args) {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  return run(process.execPath, [vitest, 'run', ...args], { ...process.env, TESSERA_TEST_COUNTS: countsFile });
}

const built = await run(process.execPath, [join(root, 'scripts/build.mjs'), ...(process.env.CI ? ['--force'] : [])]);
add(built === 0 ? { passed: 1 } : { failed: 1 });

if (built === 0) {
  // What the lanes share is started once, and it is TypeScript: there after the build. Where it fails, each lane tries, and says why.
  const { setup, teardown } = await import(pathToFileURL(join(root, 'dist/test/support/e2e.global-setup.js')).href);
  if (LANES.length > 1) await setup().catch(() => {});
  const [linted, ...lanes] = await Promise.all([lint(), ...LANES.map(runLane)]);
  await teardown();
  add(linted);
  const codes = lanes.flat();
  const lines = existsSync(countsFile) ? readFileSync(countsFile, 'utf8').trim().split('\n') : [];
  lines.forEach((line) => add(JSON.parse(line)));
  // A runner that died without its counts, or that failed for a reason that no test shows, is a failure too.
  const hasFailed = codes.some((code) => code !== 0);
  if (lines.length < codes.length || (hasFailed && count.failed === 0)) count.failed += 1;
}

rmSync(scratch, { recursive: true, force: true });
console.log(closingLine(count));
process.exitCode = count.failed > 0 ? 1 : 0;
