import { type BenchOptions, type BenchReport } from '../../benchmark.js';
import { ms, ratio } from '../../support/figures.js';
import { inTemporaryFolder } from '../../support/folders.js';
import { summarize } from '../../support/statistics.js';
import { type ServingPart, using } from '../part.js';
import { alternate, ratioOf, ratioText, type WaySample } from '../world/alternate.js';
import { cellsOf } from '../world/bags.js';
import { BothRoads } from '../world/both-roads.js';
import { Questions } from '../world/questions.js';
import { HEAD, inServingWorld, type ServingWorld } from '../world/serving-world.js';

const WARM_UP = 5;
const MOST_ROUNDS = 60;
const JSON_ROUNDS = 15;
// 819.2 rows of 1,280 float32 are 4 MiB.
const TILES = { least: 800, most: 840 };
const GOALS = { gateway: 1.3, json: 30 };

export const upload: ServingPart = {
  name: 'upload',
  summary: 'G6: a tensor of 4 MB through the gateway, directly, and directly as JSON',
  run: (options) =>
    inTemporaryFolder((folder) => inServingWorld(folder, options.signal, (world) => measure(world, options))),
};

function measure(world: ServingWorld, options: BenchOptions): Promise<BenchReport> {
  const { large } = world.bags;
  const { signal } = options;
  const rounds = Math.min(MOST_ROUNDS, options.rounds);
  const cells = cellsOf(large, TILES.least, TILES.most).values();
  const plan = { warmUp: WARM_UP, pid: world.gateway.pid, signal };
  return using(new BothRoads(world), (roads) =>
    using(new BothRoads(world, 'json'), async (inJson) => {
      const asked = new Questions(large, cells, WARM_UP + rounds);
      const binary = (round: number): Promise<void> => roads.direct(HEAD, asked.at(round), signal);
      const gateway = (round: number): Promise<void> => roads.through(HEAD, large, asked.at(round));
      const json = (round: number): Promise<void> => inJson.direct(HEAD, asked.at(round), signal);
      const pair = await alternate({ direct: binary, gateway }, { ...plan, rounds });
      const text = await alternate({ direct: binary, json }, { ...plan, rounds: JSON_ROUNDS, warmUp: 1 });
      return report(pair, text);
    }),
  );
}

function report(
  pair: Readonly<Record<'direct' | 'gateway', WaySample>>,
  text: Readonly<Record<'direct' | 'json', WaySample>>,
): BenchReport {
  const row = (name: string, { times, gatewayCpuMs }: WaySample, baseline: WaySample, isOurs = false) => {
    const { min, p50, p99 } = summarize(times);
    const against = ratio(p50, summarize(baseline.times).p50);
    return [name, ms(min), ms(p50), ms(p99), against, isOurs ? ms(gatewayCpuMs) : ''];
  };
  const tax = ratioOf(pair.gateway, pair.direct);
  const gain = ratioOf(text.json, text.direct);
  return {
    tables: [
      {
        title: '4 MB of features to a model that computes nothing',
        header: ['way', 'min', 'p50', 'p99', 'p50 / direct', 'gateway CPU'],
        rows: [
          row('direct binary OIP call (baseline)', pair.direct, pair.direct),
          row('gateway', pair.gateway, pair.direct, true),
          row('direct call with JSON tensors', text.json, text.direct),
        ],
      },
    ],
    verdicts: [
      {
        goal: `G6: 4 MB through the gateway at most ${GOALS.gateway}x of direct binary`,
        isMet: tax.high <= GOALS.gateway,
        found: ratioText(tax),
      },
      {
        goal: `G6: binary tensors at least ${GOALS.json}x faster than JSON tensors`,
        isMet: gain.low >= GOALS.json,
        found: ratioText(gain),
      },
    ],
    notes: [
      `${pair.direct.times.length} rounds of direct and gateway, ${JSON_ROUNDS} of direct and JSON, one request at a time. Each round asks about 800 to 840 tiles that the gateway was not asked about before.`,
      'The features lie in the store of the gateway, which gathers the rows of the region and sends them: no client sends tensors. Choosing the tiles, measuring the distance to the reference, storing the answer and the audit record are part of its time.',
    ],
    figures: { pair, text },
  };
}
