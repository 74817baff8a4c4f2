import { writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { answers } from './answers/answers.js';
import { type Benchmark, type BenchOptions, type BenchReport } from './benchmark.js';
import { catalogue } from './catalogue/catalogue.js';
import { comparison } from './comparison/comparison.js';
import { demo } from './demo/demo.js';
import { embeddings } from './embeddings/embeddings.js';
import { federation } from './federation/federation.js';
import { ingest } from './ingest/ingest.js';
import { many } from './many/many.js';
import { maps } from './maps/maps.js';
import { serving, SERVING_PARTS } from './serving/serving.js';
import { start } from './start/start.js';
import { wire } from './wire/wire.js';
import { transcriptomics } from './transcriptomics/transcriptomics.js';
import { reportLines } from './support/print-report.js';

const BENCHMARKS: readonly Benchmark[] = [
  answers,
  many,
  catalogue,
  federation,
  demo,
  start,
  ingest,
  serving,
  transcriptomics,
  wire,
  comparison,
  embeddings,
  maps,
];
const LEAST_ROUNDS = 15;
const LEAST_OUTAGE_SECONDS = 4;

const HELP = `npm run bench -- [names] [options]

${BENCHMARKS.map(({ name, summary }) => `  ${name.padEnd(10)}  ${summary}`).join('\n')}

Without a name, all of them, one after the other.

  --rounds N      rounds of the comparisons, at least ${LEAST_ROUNDS} (150)
  --only PART     serving: one of ${SERVING_PARTS.join(', ')}
  --outage-seconds N
                  serving: how long the model servers fail (60)
  --skip-install  demo: leave out npm ci and the first build in a fresh clone (they need the network)
  --json FILE     also write the figures there
  --help

Read ratios: absolute times belong to this machine and this minute. docs/performance.md says what each figure is.`;

process.exitCode = await main();

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      rounds: { type: 'string', default: '150' },
      only: { type: 'string' },
      'outage-seconds': { type: 'string', default: '60' },
      'skip-install': { type: 'boolean', default: false },
      json: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const rounds = Number(values.rounds);
  const unknown = positionals.filter((name) => !BENCHMARKS.some((benchmark) => benchmark.name === name));
  const only = values.only ?? null;
  const outageSeconds = Number(values['outage-seconds']);
  const isPart = only === null || SERVING_PARTS.includes(only);
  const isWrong =
    unknown.length > 0 ||
    !isPart ||
    !Number.isInteger(rounds) ||
    rounds < LEAST_ROUNDS ||
    !(outageSeconds >= LEAST_OUTAGE_SECONDS);
  if (values.help || isWrong) {
    console.log(HELP);
    return isWrong ? 2 : 0;
  }
  const interruption = new AbortController();
  process.once('SIGINT', () => interruption.abort(new Error('interrupted')));
  const chosen = BENCHMARKS.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
  const options = { rounds, install: !values['skip-install'], only, outageSeconds, signal: interruption.signal };
  const reports = await runAll(chosen, options);
  if (values.json !== undefined)
    await writeFile(values.json, `${JSON.stringify({ ...machine(), reports }, null, 2)}\n`);
  return 0;
}

async function runAll(
  benchmarks: readonly Benchmark[],
  options: BenchOptions,
): Promise<Readonly<Record<string, BenchReport>>> {
  const reports: Record<string, BenchReport> = {};
  const { node, cores, processor } = machine();
  console.log(`Node ${node}, ${cores} cores (${processor})`);
  for (const { name, run } of benchmarks) {
    options.signal.throwIfAborted();
    const report = await run(options);
    reports[name] = report;
    console.log(reportLines(name, report).join('\n'));
    console.log(`- Load average at the end: ${loadavg()[0]?.toFixed(1)} on ${cores} cores.`);
  }
  return reports;
}

function machine(): { readonly node: string; readonly cores: number; readonly processor: string } {
  return { node: process.version, cores: cpus().length, processor: cpus()[0]?.model ?? 'unknown' };
}
