import { z } from 'zod';
import { type BenchOptions, type BenchReport, type Verdict } from '../../benchmark.js';
import { ms, ratio } from '../../support/figures.js';
import { inTemporaryFolder, MODELS } from '../../support/folders.js';
import { idle, type LoopDelay } from '../../support/loop-delay.js';
import { LoadGenerator } from '../load/load-generator.js';
import { type ServingPart, using } from '../part.js';
import { type Cells, cellsOf, nextOf, regionOf, tensorOf } from '../world/bags.js';
import { checkLogit, PREDICT, predicted } from '../world/both-roads.js';
import { inServingWorld, refOf, type ServingWorld, WIDE_MODEL } from '../world/serving-world.js';
import { GENES } from '../world/stub-behaviour.js';
import { watch, type Watched } from '../world/watch-loop.js';
import { measureOwnModels, type OwnModels } from './loop-own-models.js';

const IDLE_MS = 10_000;
const QUESTIONS = 1_500;
const CLIENTS = 16;
const GOALS = { p99Ms: 10, overIdle: 1.5 };

export const loop: ServingPart = {
  name: 'loop',
  summary: `G10: the event loop while models run and answers of ${GENES} numbers are taken in at saturation`,
  run: (options) =>
    inTemporaryFolder((folder) =>
      using(LoadGenerator.start(), async (load) => {
        const stubbed = await inServingWorld(folder, options.signal, (world) => measure(world, load, options));
        const own = await inTemporaryFolder((other) => measureOwnModels(other, MODELS, load, options.signal));
        return report({ ...stubbed, own });
      }),
    ),
};

async function measure(world: ServingWorld, load: LoadGenerator, { signal }: BenchOptions) {
  const cells = cellsOf(world.bags.small, 12, 30).values();
  await saturate(world, load, cells, QUESTIONS / 5);
  const resting = await watch(world.gateway.url, () => idle(IDLE_MS, signal));
  const saturated = await watch(world.gateway.url, () => saturate(world, load, cells, QUESTIONS));
  return { resting, saturated };
}

const answered = z.object({ data: z.object({ slide: z.object({ prediction: predicted }) }) });

async function saturate(
  { gateway, bags, slideId: id }: ServingWorld,
  load: LoadGenerator,
  cells: Iterator<Cells>,
  count: number,
): Promise<void> {
  const asked = Array.from({ length: count }, () => nextOf(cells));
  const facts = { id, model: refOf(WIDE_MODEL), features: bags.small.digest };
  const questions = asked.map((own) => ({ ...facts, region: regionOf(own) }));
  const job = { url: gateway.url, query: PREDICT, connections: CLIENTS, perSecond: null };
  const { answers } = await load.ask({ ...job, questions });
  for (const [place, { body }] of answers.entries()) {
    const { data } = answered.parse(JSON.parse(body ?? 'null'));
    checkLogit(data.slide.prediction.targets[0].logit, tensorOf(bags.small, asked[place] ?? nextOf(cells)));
  }
}

function report(windows: {
  readonly resting: Watched;
  readonly saturated: Watched;
  readonly own: OwnModels;
}): BenchReport {
  const { resting, saturated, own } = windows;
  const baseline = resting.gateway.p99;
  const row = (name: string, { p50, p90, p99, max }: LoopDelay): readonly string[] => {
    return [name, ms(p50), ms(p90), ms(p99), ms(max), ratio(p99, baseline)];
  };
  return {
    tables: [
      {
        title: 'How late a timer of 10 ms came',
        header: ['', 'p50', 'p90', 'p99', 'max', 'p99 / idle'],
        rows: [
          row('gateway, idle (baseline)', resting.gateway),
          row('control process, gateway idle', resting.control),
          row(`gateway, ${CLIENTS} clients, answers of ${GENES} numbers`, saturated.gateway),
          row('control process, meanwhile', saturated.control),
          row('gateway, its own model server runs the encoder', own.encoding.gateway),
          row('control process, meanwhile', own.encoding.control),
        ],
      },
      own.liveness,
    ],
    verdicts: [
      ...verdictsOf('answers are taken in at saturation', saturated.gateway, baseline),
      ...verdictsOf("the gateway's own model server runs", own.encoding.gateway, baseline),
    ],
    notes: [
      `Measured inside the gateway by its own metrics. ${QUESTIONS} questions of ${CLIENTS} clients, each about tiles that were not asked about before; all answers were compared.`,
      'The control is the idle process of this benchmark at the same time: its delays come from the machine. On two cores gateway, model server, clients and control share them.',
      ...own.notes,
    ],
    figures: { resting, saturated, own: own.encoding, liveness: own.times },
  };
}

function verdictsOf(when: string, { p99 }: LoopDelay, idleP99: number): readonly Verdict[] {
  const goal = `G10: event-loop delay of the gateway while ${when}: p99 at most`;
  return [
    { goal: `${goal} ${GOALS.p99Ms} ms`, isMet: p99 <= GOALS.p99Ms, found: ms(p99) },
    { goal: `${goal} ${GOALS.overIdle}x idle`, isMet: p99 <= idleP99 * GOALS.overIdle, found: ratio(p99, idleP99) },
  ];
}
