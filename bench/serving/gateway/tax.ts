import { type BenchOptions, type BenchReport, type Verdict } from '../../benchmark.js';
import { interval, ms } from '../../support/figures.js';
import { inTemporaryFolder } from '../../support/folders.js';
import { medianInterval, summarize } from '../../support/statistics.js';
import { type ServingPart, using } from '../part.js';
import { alternate, p99Ratio, ratioOf, ratioText, type WaySample } from '../world/alternate.js';
import { cellsOf } from '../world/bags.js';
import { BothRoads } from '../world/both-roads.js';
import { inServingWorld, type ServingWorld, WIDE_MODEL } from '../world/serving-world.js';
import { GENES } from '../world/stub-behaviour.js';
import { Questions } from '../world/questions.js';

const WARM_UP = 30;
/** Time of the model, and what the gateway may take: p50 and, where there is one, p99 over the direct call. */
const GOALS = [
  { delayMs: 20, p50: 1.02, p99: 1.05 },
  { delayMs: 2, p50: 1.15, p99: null },
  { delayMs: 0, p50: 2, p99: null },
] as const;

type Goal = (typeof GOALS)[number];

interface Run {
  readonly goal: Goal;
  readonly samples: Readonly<Record<'direct' | 'gateway', WaySample>>;
}

export const tax: ServingPart = {
  name: 'tax',
  summary: `G5: what the gateway adds to a model of 0, 2 and 20 ms that answers ${GENES} numbers`,
  run: (options) =>
    inTemporaryFolder((folder) => inServingWorld(folder, options.signal, (world) => measure(world, options))),
};

function measure(world: ServingWorld, { rounds, signal }: BenchOptions): Promise<BenchReport> {
  const { small } = world.bags;
  const cells = cellsOf(small, 12, 20).values();
  return using(new BothRoads(world), async (roads) => {
    const runs: Run[] = [];
    for (const goal of GOALS) {
      await world.stub.behave({ delayMs: goal.delayMs });
      const asked = new Questions(small, cells, WARM_UP + rounds);
      const ways = {
        direct: (round: number) => roads.direct(WIDE_MODEL, asked.at(round), signal),
        gateway: (round: number) => roads.through(WIDE_MODEL, small, asked.at(round)),
      };
      const samples = await alternate(ways, { rounds, warmUp: WARM_UP, pid: world.gateway.pid, signal });
      runs.push({ goal, samples });
    }
    return report(runs, rounds);
  });
}

function report(runs: readonly Run[], rounds: number): BenchReport {
  return {
    tables: [
      {
        title: `A model server that answers ${GENES} numbers: direct binary OIP call (baseline) and gateway`,
        header: ['model', 'direct p50', 'p99', 'gateway p50', 'p99', 'added, median', '95 % CI', 'gateway CPU'],
        rows: runs.map(({ goal, samples: { direct, gateway } }) => {
          const [own, through] = [summarize(direct.times), summarize(gateway.times)];
          const added = medianInterval(gateway.times.map((time, round) => time - (direct.times[round] ?? NaN)));
          const times = [own.p50, own.p99, through.p50, through.p99, added.median].map(ms);
          return [`${goal.delayMs} ms`, ...times, interval([added.low, added.high], ms), ms(gateway.gatewayCpuMs)];
        }),
      },
    ],
    verdicts: runs.flatMap(verdictsOf),
    notes: [
      `${rounds} rounds of each after a warm-up, one request at a time; each round asks about 12 to 20 tiles that were not asked about before. All answers were compared with the number that the tensor gives.`,
      'The model server is a counting double in a process of its own, which waits and computes nothing.',
      `The gateway takes in, checks and stores all ${GENES} numbers, and gives its client the call that is made of the logit. Storing the answer and the audit record are part of its time, and of nothing in the direct call.`,
    ],
    figures: Object.fromEntries(runs.map(({ goal, samples }) => [`${goal.delayMs} ms`, samples])),
  };
}

function verdictsOf({ goal: { delayMs, p50, p99 }, samples: { direct, gateway } }: Run): readonly Verdict[] {
  const found = ratioOf(gateway, direct);
  const median = {
    goal: `G5: a model of ${delayMs} ms through the gateway, p50 at most ${p50}x of direct`,
    isMet: found.high <= p50,
    found: ratioText(found),
  };
  if (p99 === null) return [median];
  const tail = p99Ratio(gateway, direct);
  const goal = `G5: a model of ${delayMs} ms through the gateway, p99 at most ${p99}x of direct`;
  return [median, { goal, isMet: tail <= p99, found: `${tail.toFixed(3)}x` }];
}
