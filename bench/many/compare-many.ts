import { processorTimeMs } from '../support/processor-time.js';
import { type AskMany, type ManyAnswer } from './ask-many.js';
import { type GridCells } from './import-slides.js';

export const WAYS = ['oneByOne', 'eightAtOnce', 'together'] as const;
export type Way = (typeof WAYS)[number];

/** One pass over all slides and versions. */
export interface Pass {
  readonly ms: number;
  readonly gatewayCpuMs: number;
  readonly serverCpuMs: number;
}

export interface ManySamples {
  /** Answers that nobody had before. */
  readonly fresh: Readonly<Record<Way, readonly Pass[]>>;
  /** Answers that are stored. */
  readonly stored: Readonly<Record<Way, readonly Pass[]>>;
}

// Three regions of equally many tiles for each round: each way has one that nobody asked before. A way may be slower on larger bags.
const cells = (columns: number, rows: number): GridCells => ({ columns, rows });
const WARM_UP = [cells(12, 1), cells(1, 12), cells(6, 2)];
export const ROUNDS: readonly (readonly GridCells[])[] = [
  [cells(12, 2), cells(2, 12), cells(8, 3)],
  [cells(3, 8), cells(6, 4), cells(4, 6)],
  [cells(12, 3), cells(3, 12), cells(9, 4)],
  [cells(10, 4), cells(4, 10), cells(8, 5)],
  [cells(12, 4), cells(4, 12), cells(8, 6)],
  [cells(12, 5), cells(5, 12), cells(10, 6)],
  [cells(12, 6), cells(6, 12), cells(9, 8)],
];

/**
 * Each way asks a region first, and then one that another way has asked. The order of the ways turns from round to round.
 * @throws Error when two ways do not give the same numbers, bit for bit, or an answer is reused that should not be, or the reverse
 */
export async function compareMany(
  ask: Readonly<Record<Way, AskMany>>,
  pids: { readonly gateway: number; readonly server: number },
  signal: AbortSignal,
): Promise<ManySamples> {
  const samples = { fresh: empty(), stored: empty() };
  await oneRound(WARM_UP, 0, { fresh: empty(), stored: empty() });
  for (const [round, regions] of ROUNDS.entries()) {
    signal.throwIfAborted();
    await oneRound(regions, round, samples);
  }
  return samples;

  async function oneRound(regions: readonly GridCells[], round: number, into: Record<'fresh' | 'stored', Passes>) {
    const order = WAYS.map((_, place) => WAYS[(place + round) % WAYS.length] ?? 'together');
    const found = new Map<GridCells | undefined, readonly ManyAnswer[]>();
    for (const [place, way] of order.entries())
      found.set(regions[place], await timed(ask[way], regions[place], into.fresh[way]));
    for (const [place, way] of order.entries()) {
      const other = regions[(place + 1) % regions.length];
      expectEqual(await timed(ask[way], other, into.stored[way]), found.get(other) ?? []);
    }
  }

  async function timed(way: AskMany, region: GridCells | undefined, into: Pass[]): Promise<readonly ManyAnswer[]> {
    if (!region) throw new Error('a round has a region for each way');
    const before = { gateway: processorTimeMs(pids.gateway), server: processorTimeMs(pids.server) };
    const startedAt = performance.now();
    const answers = await way(region);
    into.push({
      ms: performance.now() - startedAt,
      gatewayCpuMs: processorTimeMs(pids.gateway) - before.gateway,
      serverCpuMs: processorTimeMs(pids.server) - before.server,
    });
    return answers;
  }
}

type Passes = Record<Way, Pass[]>;

const empty = (): Passes => ({ together: [], oneByOne: [], eightAtOnce: [] });

function expectEqual(stored: readonly ManyAnswer[], fresh: readonly ManyAnswer[]): void {
  if (stored.length === 0 || stored.length !== fresh.length)
    throw new Error('the ways gave different numbers of answers');
  for (const [place, { isReused, ...answer }] of stored.entries()) {
    const { isReused: wasReused, ...first } = fresh[place] ?? {};
    if (JSON.stringify(answer) !== JSON.stringify(first)) throw new Error('the ways do not give the same answer');
    if (!isReused || wasReused !== false) throw new Error('an answer is reused that should not be, or the reverse');
  }
  if (new Set(stored.map(({ logit }) => logit)).size < stored.length / 2)
    throw new Error('the slides were expected to have different answers');
}
