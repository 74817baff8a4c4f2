import { z } from 'zod';
import { FaultProxy } from '#test/fault-proxy';
import { type BenchOptions, type BenchReport } from '../../benchmark.js';
import { ms, seconds } from '../../support/figures.js';
import { inTemporaryFolder } from '../../support/folders.js';
import { summarize } from '../../support/statistics.js';
import { LoadGenerator } from '../load/load-generator.js';
import { type AskResult } from '../load/messages.js';
import { type ServingPart, using } from '../part.js';
import { type Cells, cellsOf, nextOf, regionOf, tensorOf } from '../world/bags.js';
import { checkLogit, PREDICT, predicted } from '../world/both-roads.js';
import { HEAD, inServingWorld, refOf, type ServingWorld } from '../world/serving-world.js';

const PER_SECOND = 200;
const HEALTHY_SECONDS = 4;
const LONGEST_RECOVERY_MS = 30_000;
const CLIENTS = 192;
const GOAL = 1.2;
const ADMITTED = ['MODEL_UNAVAILABLE', 'MODEL_TIMEOUT', 'OVERLOADED', 'DEADLINE_EXCEEDED'];

/** What became of the questions of a stretch of time. */
interface Stretch {
  readonly name: string;
  readonly asked: number;
  /** Calls that reached the model server. */
  readonly calls: number;
  /** How many ended so, by the code of their error; `answered` for the others. */
  readonly ends: ReadonlyMap<string, number>;
  readonly times: readonly number[];
}

/** What the road is made of while an outage lasts. */
interface Road {
  readonly world: ServingWorld;
  readonly proxy: FaultProxy;
  readonly load: LoadGenerator;
  readonly cells: Iterator<Cells>;
}

export const outage: ServingPart = {
  name: 'outage',
  summary: `calls that reach a failing model server per call of the clients, at ${PER_SECOND} requests/s`,
  run: (options) =>
    inTemporaryFolder((folder) => {
      const proxies: FaultProxy[] = [];
      const behindProxy = async (url: string): Promise<string> => {
        const proxy = await FaultProxy.before(url);
        proxies.push(proxy);
        return proxy.url;
      };
      const work = (world: ServingWorld): Promise<BenchReport> =>
        using(LoadGenerator.start(), (load) => {
          const [proxy] = proxies;
          if (!proxy) throw new Error('the gateway was expected to ask through the proxy');
          const cells = cellsOf(world.bags.small, 8, 40).values();
          return measure({ world, proxy, load, cells }, options);
        });
      return inServingWorld(folder, options.signal, work, behindProxy).finally(() =>
        Promise.all(proxies.map((proxy) => proxy.close())),
      );
    }),
};

async function measure(road: Road, { outageSeconds, signal }: BenchOptions): Promise<BenchReport> {
  const { world, proxy } = road;
  const half = outageSeconds / 2;
  const healthy = await stretch(road, 'healthy', HEALTHY_SECONDS);
  signal.throwIfAborted();
  // The question arrives, and the answer is torn off after its first byte.
  proxy.set({ resetAfterBytes: 1 });
  const torn = await stretch(road, 'every answer torn off', half);
  signal.throwIfAborted();
  proxy.set({});
  await world.stub.behave({ failsHalf: true });
  const failing = await stretch(road, 'every second call answered 500', half);
  signal.throwIfAborted();
  await world.stub.behave({ failsHalf: false });
  const backMs = await untilAnswered(road);
  const after = await stretch(road, 'healthy again', HEALTHY_SECONDS);
  return report([healthy, torn, failing, after], backMs, outageSeconds);
}

async function stretch(road: Road, name: string, lasting: number): Promise<Stretch> {
  const { world, load } = road;
  await world.stub.behave();
  const cells = Array.from({ length: Math.round(lasting * PER_SECOND) }, () => nextOf(road.cells));
  const questions = cells.map((own) => ({
    id: world.slideId,
    model: refOf(HEAD),
    features: world.bags.small.digest,
    region: regionOf(own),
  }));
  const job = { url: world.gateway.url, query: PREDICT, connections: CLIENTS, perSecond: PER_SECOND };
  const { answers } = await load.ask({ ...job, questions });
  const counts = await world.stub.behave();
  const ends = new Map<string, number>();
  for (const [place, answer] of answers.entries()) {
    const end = endOf(answer, world, cells[place]);
    ends.set(end, (ends.get(end) ?? 0) + 1);
  }
  const calls = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return { name, asked: questions.length, calls, ends, times: answers.map(({ ms: time }) => time) };
}

const answered = z.union([
  z.object({ data: z.object({ slide: z.object({ prediction: predicted }) }), errors: z.undefined().optional() }),
  z.object({ errors: z.tuple([z.object({ extensions: z.object({ code: z.string() }) })]).rest(z.unknown()) }),
]);

/** @throws Error for a wrong number, or an end that no client can do anything with */
function endOf({ body }: AskResult['answers'][number], world: ServingWorld, cells: Cells | undefined): string {
  if (body === null || !cells) throw new Error('the gateway closed a connection without an answer');
  const answer = answered.parse(JSON.parse(body));
  if (answer.errors === undefined) {
    checkLogit(answer.data.slide.prediction.targets[0].logit, tensorOf(world.bags.small, cells));
    return 'answered';
  }
  const { code } = answer.errors[0].extensions;
  if (!ADMITTED.includes(code)) throw new Error(`a question ended with ${code}`);
  return code;
}

/** Asks until an answer comes. @returns how long that took */
async function untilAnswered(road: Road): Promise<number> {
  const startedAt = performance.now();
  for (;;) {
    const { ends } = await stretch(road, 'until it is back', 1 / PER_SECOND);
    const passed = performance.now() - startedAt;
    if (ends.has('answered')) return passed;
    if (passed > LONGEST_RECOVERY_MS)
      throw new Error(`the gateway does not ask a healthy server after ${seconds(passed)}`);
  }
}

function report(stretches: readonly Stretch[], backMs: number, outageSeconds: number): BenchReport {
  const failed = stretches.slice(1, 3);
  const sum = (part: 'asked' | 'calls'): number => failed.reduce((total, each) => total + each[part], 0);
  const amplification = sum('calls') / sum('asked');
  return {
    tables: [
      {
        title: `${PER_SECOND} questions a second, an outage of ${outageSeconds} s`,
        header: ['', 'questions', 'calls that arrived', 'calls / question', 'p50', 'p99', 'ends'],
        rows: stretches.map(({ name, asked, calls, ends, times }) => {
          const { p50, p99 } = summarize(times);
          const kinds = [...ends].map(([end, count]) => `${count} ${end}`).join(', ');
          return [name, `${asked}`, `${calls}`, (calls / asked).toFixed(3), ms(p50), ms(p99), kinds];
        }),
      },
    ],
    verdicts: [
      {
        goal: `at most ${GOAL} calls reach the server per question of the outage`,
        isMet: amplification <= GOAL,
        found: `${amplification.toFixed(3)}`,
      },
      {
        goal: `healthy again within ${LONGEST_RECOVERY_MS / 1_000} s`,
        isMet: backMs <= LONGEST_RECOVERY_MS,
        found: seconds(backMs),
      },
    ],
    notes: [
      'Calls were counted by the model server, so that one whose answer is lost on the way counts. A TCP proxy between gateway and server resets every connection after the first byte of an answer; then the server itself answers every second call with 500.',
      'Questions come at their time, whatever became of those before; each is about tiles that nobody asked about before. Every number that was answered was compared, and every other end has a code that tells the client what to do.',
    ],
    figures: { stretches: stretches.map(({ ends, ...rest }) => ({ ...rest, ends: Object.fromEntries(ends) })), backMs },
  };
}
