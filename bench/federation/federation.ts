import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MlflowClient } from '#libs/mlflow-client';
import { MlflowSource, ModelRegistry } from '#model-registry';
import { type Benchmark, type BenchOptions, type BenchReport } from '../benchmark.js';
import { ms, ratio, seconds } from '../support/figures.js';
import { inTemporaryFolder } from '../support/folders.js';
import { idle, type LoopDelay, ownDelayDuring } from '../support/loop-delay.js';

const SERVERS = 4;
const MODELS_EACH = 500;
const VERSIONS_EACH = 4;
const ALL = SERVERS * MODELS_EACH * VERSIONS_EACH;
const POLL_MS = 3_000;
const POLLS = 5;

export const federation: Benchmark = {
  name: 'federation',
  summary: 'four MLflow servers of 500 models with four versions: the first reading, and what polling costs',
  run: (options) => inTemporaryFolder((folder) => measure(folder, options)),
};

/** What a stretch of time cost. */
interface Cost {
  readonly wallMs: number;
  readonly processorMs: number;
  readonly requests: number;
  readonly loop: LoopDelay;
}

async function measure(folder: string, { signal }: BenchOptions): Promise<BenchReport> {
  const servers = await ManyServers.start();
  try {
    const clients = servers.urls.map((url) => new MlflowClient({ url }));
    const sources = (round: string, pollMs: number) =>
      clients.map((client, i) => new MlflowSource({ id: `s${i}`, client, cacheDir: join(folder, round), pollMs }));
    const first = await reading(servers, sources('first', 0), signal);
    const restart = await reading(servers, sources('first', 0), signal);
    const registry = await ModelRegistry.open({ sources: sources('first', POLL_MS) }, signal);
    await registry.reload(signal);
    const full = await costOf(servers, () => registry.reload(signal));
    const polling = await costOf(servers, () => idle(POLL_MS * POLLS, signal));
    const idling = await costOf(servers, async () => {
      await registry.close();
      await idle(POLL_MS * POLLS, signal);
    });
    clients.forEach((client) => client.close());
    return report({ first, restart, full, polling, idling });
  } finally {
    await servers.stop();
  }
}

/** One registry from nothing to everything. @throws Error unless it accepted every version */
async function reading(servers: ManyServers, sources: readonly MlflowSource[], signal: AbortSignal): Promise<Cost> {
  const opened: ModelRegistry[] = [];
  const cost = await costOf(servers, async () => {
    const registry = await ModelRegistry.open({ sources }, signal);
    opened.push(registry);
    // Opening reads in the background, and this waits for a second look at everything: the documents come once.
    await registry.reload(signal);
  });
  const versions = opened[0]?.snapshot().models.flatMap((model) => model.versions) ?? [];
  const isWhole = versions.length === ALL && versions.filter(({ aliases }) => aliases.length === 1).length === ALL / 4;
  if (!isWhole) throw new Error(`${versions.length} versions were accepted`);
  await opened[0]?.close();
  return cost;
}

async function costOf(servers: ManyServers, work: () => Promise<unknown>): Promise<Cost> {
  const requests = await servers.requests();
  const processor = process.cpuUsage();
  const startedAt = performance.now();
  const loop = await ownDelayDuring(work);
  const wallMs = performance.now() - startedAt;
  const { user, system } = process.cpuUsage(processor);
  return { wallMs, processorMs: (user + system) / 1000, requests: (await servers.requests()) - requests, loop };
}

function report(costs: Readonly<Record<'first' | 'restart' | 'full' | 'polling' | 'idling', Cost>>): BenchReport {
  const row = (name: string, { wallMs, processorMs, requests, loop }: Cost, times = 1): readonly string[] => [
    name,
    seconds(wallMs / times),
    seconds(processorMs / times),
    String(Math.round(requests / times)),
    ratio(processorMs / times, costs.first.processorMs),
    ms(loop.p99),
    ms(loop.max),
  ];
  return {
    tables: [
      {
        title: `${ALL} versions on ${SERVERS} servers`,
        header: ['', 'time', 'processor', 'requests', 'processor / first', 'loop delay p99', 'longest'],
        rows: [
          row('first reading, nothing known (baseline)', costs.first),
          row('first reading after a restart, documents kept', costs.restart),
          row('a look at everything', costs.full),
          row(`one poll of all, of ${POLLS} every ${POLL_MS / 1000} s`, costs.polling, POLLS),
          row('the same time without polls', costs.idling, POLLS),
        ],
      },
    ],
    verdicts: [],
    notes: [
      `Every version was accepted by the real card parser, and every alias was found. The servers are doubles in one other process, each asked by at most 4 requests at once; MLflow itself takes longer for an answer, and with its own login about 0.3 s of processor time for each.`,
      'A first reading is two looks at everything: what opens the registry, and the one that this benchmark waits for.',
      'Loop delay is that of the process that reads, by a timer of 10 ms.',
    ],
    figures: costs,
  };
}

/** The doubles' process. */
class ManyServers {
  private constructor(
    private readonly child: ChildProcess,
    readonly urls: readonly string[],
  ) {}

  static async start(): Promise<ManyServers> {
    const file = fileURLToPath(new URL('./many-servers.process.js', import.meta.url));
    const child = fork(file, [SERVERS, MODELS_EACH, VERSIONS_EACH].map(String));
    const [message] = await once(child, 'message');
    return new ManyServers(child, message.urls);
  }

  /** How many requests all of them have answered so far. */
  async requests(): Promise<number> {
    const answer = once(this.child, 'message');
    this.child.send('requests');
    const [{ requests }] = await answer;
    return requests.reduce((sum: number, count: number) => sum + count, 0);
  }

  async stop(): Promise<void> {
    const exited = once(this.child, 'exit');
    this.child.kill();
    await exited;
  }
}
