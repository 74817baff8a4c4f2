import { LRUCache } from 'lru-cache';
import { SPOT_STATISTICS, SpotComparison, type SpotsTask } from '#libs/comparison';
import { BadUserInput } from '#libs/errors';
import type { BlobStore } from '#gateway/blob-store';
import { Turns } from '#gateway/gene-catalog';
import type { MapLayers } from '../map-layers.js';
import type { SpatialMap } from '../spatial-map.entity.js';
import { mapParametersOf } from '../map-parameters.js';
import { comparePathways, meanOf } from './compare-pathways.js';
import { type MatchedSpots, matchSpots, type SpotMatch } from './match-spots.js';
import { type Pair, pairsOf } from './measured-genes.js';
import { loadMeasurement, type LoadedMeasurement } from './measurement-blob.js';
import type { SpatialMeasurement } from './spatial-measurement.entity.js';

const KEPT_COMPARISONS = 16;
const MOST_COMPARISONS = 2;
/** Values of a page of layers, 1 MB. */
const PAGE_VALUES = 250_000;
/** Below it there is no interval. */
const LEAST_SPOTS = 4;
const WORD = 2 ** 32;

/** How predictions are held against measurement. */
export interface ComparisonSettings {
  readonly match: SpotMatch;
  readonly thinning: { readonly depth: number; readonly seed: number } | null;
}

/** What came of it. */
export interface MeasuredComparison {
  readonly spotCount: number;
  readonly matchedCount: number;
  /** Spots that were compared: matched, and deep enough. */
  readonly n: number;
  readonly farthestPx: number;
  /** Genes of the version that were measured too. */
  readonly geneCount: number;
  /** Layers that were measured too, by their positions in the map, in that order. */
  readonly positions: Uint32Array;
  /** `[positions, statistics]`, as SPOT_STATISTICS. */
  readonly statistics: Float64Array;
}

/** Where measured genes stand among those of the version. */
export interface GenePlaces {
  /** By any of its names; -1 where the version does not predict it. */
  readonly positionOf: (gene: string) => number;
  readonly symbolOf: (position: number) => string;
}

interface Run {
  readonly signal: AbortSignal;
  readonly timeoutMs: number;
}

/** Holds maps of expression against measured spots. Nothing is stored: the last ones are kept in memory. */
export class CompareMeasurements {
  private readonly turns = new Turns(MOST_COMPARISONS);
  private readonly kept = new LRUCache<string, MeasuredComparison>({ max: KEPT_COMPARISONS });

  constructor(
    readonly layers: MapLayers,
    readonly blobs: BlobStore,
  ) {}

  /**
   * @param place where a measured gene stands among the version's
   * @throws BadUserInput, Cancelled, DeadlineExceeded
   */
  async compare(
    map: SpatialMap,
    measurement: SpatialMeasurement,
    settings: ComparisonSettings,
    place: GenePlaces,
    run: Run,
  ): Promise<MeasuredComparison> {
    checkSettings(map, measurement, settings);
    const { match, thinning } = settings;
    const key = [map.tenant, map.digest, measurement.digest, match, thinning?.depth, thinning?.seed].join(' ');
    const known = this.kept.get(key);
    if (known) return known;
    return this.turns.take(async () => {
      const made = this.kept.get(key) ?? (await this.make(map, measurement, settings, place, run));
      this.kept.set(key, made);
      return made;
    }, run.signal);
  }

  private async make(
    map: SpatialMap,
    measurement: SpatialMeasurement,
    { match, thinning }: ComparisonSettings,
    { positionOf, symbolOf }: GenePlaces,
    run: Run,
  ): Promise<MeasuredComparison> {
    const { signal } = run;
    const loaded = await loadMeasurement(this.blobs, measurement, signal);
    const pairs = await pairsOf(loaded.genes, positionOf, signal);
    if (pairs.length === 0)
      throw new BadUserInput('measurement', 'must have a gene that the version predicts: its names are of none');
    const matched = await this.match(map, measurement, loaded, match, signal);
    if (matched.spots.length < LEAST_SPOTS) throw tooFew('match', matched.spots.length);
    const task: SpotsTask = {
      counts: { ...loaded.counts, spotCount: measurement.spotCount },
      scale: measurement.valueKind === 'COUNTS' ? 'LOG1P_CP10K' : 'AS_GIVEN',
      thinning,
      matched: matched.spots,
    };
    const comparison = await SpotComparison.begin(task, run);
    try {
      const n = comparison.kept.length;
      if (n < LEAST_SPOTS) throw tooFew('thinning', n);
      const { scoring } = mapParametersOf(map);
      const genes = pairs.map(({ gene, position }) => ({ gene, symbol: symbolOf(position) }));
      const compared = scoring
        ? await comparePathways(map, { ...scoring, genes }, { comparison, matched }, this, run)
        : await this.pages(map, comparison, pairs, matched, signal);
      const counts = { spotCount: measurement.spotCount, matchedCount: matched.spots.length, n };
      return { ...counts, farthestPx: matched.farthestPx, geneCount: pairs.length, ...compared };
    } finally {
      await comparison.end();
    }
  }

  private async match(
    map: SpatialMap,
    { spotDiameterPx }: SpatialMeasurement,
    { centres }: LoadedMeasurement,
    rule: SpotMatch,
    signal: AbortSignal,
  ): Promise<MatchedSpots> {
    const first = await this.layers.page(map, 0, 1, signal);
    const corners = await this.layers.coords(map, signal);
    const isValued = (tile: number): boolean => !Number.isNaN(first[tile]);
    return matchSpots({ centres, spotDiameterPx }, { corners, tileEdgePx: map.tileEdgePx, isValued }, rule);
  }

  /** Statistics of every pair, a page of the map's layers at a time. */
  private async pages(
    map: SpatialMap,
    comparison: SpotComparison,
    pairs: readonly Pair[],
    { tiles }: MatchedSpots,
    signal: AbortSignal,
  ): Promise<Pick<MeasuredComparison, 'positions' | 'statistics'>> {
    const statistics = new Float64Array(pairs.length * SPOT_STATISTICS.length);
    const atOnce = Math.max(1, Math.floor(PAGE_VALUES / Math.max(map.tileCount, tiles.length)));
    for (let from = 0; from < pairs.length;) {
      const first = pairs[from]?.position ?? 0;
      const page = pairs.slice(from).filter(({ position }, at) => at < atOnce && position < first + atOnce);
      const count = (page.at(-1)?.position ?? first) - first + 1;
      const values = await this.layers.page(map, first, count, signal);
      const predicted = new Float32Array(page.length * tiles.length);
      page.forEach(({ position }, at) => {
        const layer = values.subarray((position - first) * map.tileCount, (position - first + 1) * map.tileCount);
        tiles.forEach((own, spot) => (predicted[at * tiles.length + spot] = meanOf(layer, own)));
      });
      const genes = Uint32Array.from(page, ({ gene }) => gene);
      statistics.set(await comparison.page({ genes, predicted }), from * SPOT_STATISTICS.length);
      from += page.length;
    }
    return { positions: Uint32Array.from(pairs, ({ position }) => position), statistics };
  }
}

function checkSettings(
  map: SpatialMap,
  { slideId, valueKind }: SpatialMeasurement,
  { thinning }: ComparisonSettings,
): void {
  if (slideId !== map.slideId) throw new BadUserInput('measurement', 'must be of the slide of the map');
  if (!thinning) return;
  if (valueKind !== 'COUNTS') throw new BadUserInput('thinning', 'must be left out: the measurement holds no counts');
  if (thinning.depth < 1 || thinning.depth > 1e7) throw new BadUserInput('thinning.depth', 'must be 1 to 10,000,000');
  if (thinning.seed < 0 || thinning.seed >= WORD) throw new BadUserInput('thinning.seed', 'must be 0 to 2^32 - 1');
}

function tooFew(argument: string, found: number): BadUserInput {
  return new BadUserInput(argument, `must leave ${LEAST_SPOTS} spots or more to compare`, { found });
}
