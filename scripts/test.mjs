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

// The longest first; whoever names tests gets one run of those. `e2e` is two runs, for it is half of all that there is to compute.
const named = process.argv.slice(2);
const RUNS =
  named.length > 0
    ? [named]
    : [
        ['--project', 'processes'],
        ['--project', 'e2e', '--shard', '1/2'],
        ['--project', 'e2e', '--shard', '2/2'],
        ['--project', 'peers'],
        ['--project', 'stores'],
        ['--project', 'unit'],
      ];
/** Side by side: in each, processes are waited for much of the time. */
const LANES = Math.min(RUNS.length, 3);

const SLOWEST = 20;

/** Takes one run after the other until none is left. @returns their exit codes */
async function runLane(left) {
  const codes = [];
  for (let args = left.shift(); args; args = left.shift()) codes.push(await runVitest(args));
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
  if (LANES > 1) await setup().catch(() => {});
  const left = [...RUNS];
  const [linted, ...lanes] = await Promise.all([lint(), ...Array.from({ length: LANES }, () => runLane(left))]);
  await teardown();
  add(linted);
  const codes = lanes.flat();
  const lines = existsSync(countsFile) ? readFileSync(countsFile, 'utf8').trim().split('\n') : [];
  const results = lines.map((line) => JSON.parse(line));
  results.forEach(add);
  const files = results.flatMap(({ files = [] }) => files).sort((a, b) => b.ms - a.ms);
  const slowest = files.slice(0, SLOWEST).map(({ file, ms }) => `${file} ${Math.round(ms / 1000)} s`);
  console.log(`The slowest of ${files.length} files, side by side with others: ${slowest.join(', ')}`);
  // Again at the end: the lanes' own reports are far up, between each other's lines.
  results.flatMap(({ failures = [] }) => failures).forEach((failure) => console.log(`FAILED ${failure}`));
  // A runner that died without its counts, or that failed for a reason that no test shows, is a failure too.
  const hasFailed = codes.some((code) => code !== 0);
  if (lines.length < codes.length || (hasFailed && count.failed === 0)) count.failed += 1;
}

rmSync(scratch, { recursive: true, force: true });
console.log(closingLine(count));
process.exitCode = count.failed > 0 ? 1 : 0;
