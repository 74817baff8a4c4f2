import { SPOT_STATISTICS, type SpotComparison, spotStatistics } from '#libs/comparison';
import { BadUserInput } from '#libs/errors';
import { scoreMatrix } from '#libs/transcriptomics';
import type { BlobStore } from '#gateway/blob-store';
import type { ScoringSettings } from '#gateway/expression-matrices';
import type { MapLayers } from '../map-layers.js';
import { namesOf, setNames } from '../score-spatial-maps.js';
import type { SpatialMap } from '../spatial-map.entity.js';
import type { MatchedSpots } from './match-spots.js';

/** Measured values that are scored, as float64: 160 MB. */
const MOST_VALUES = 20_000_000;

/** How the map's sets were scored, and genes of the measurement that its version has. */
export interface ScoredMap {
  readonly collection: string;
  readonly settings: ScoringSettings;
  readonly genes: readonly { readonly gene: number; readonly symbol: string }[];
}

/**
 * Scores the same sets in the measured spots by the same method, from the genes that were both predicted and measured, and holds the two against each other.
 * @returns positions of sets that have both scores, and their statistics
 */
export async function comparePathways(
  map: SpatialMap,
  { collection, settings, genes }: ScoredMap,
  { comparison, matched }: { readonly comparison: SpotComparison; readonly matched: MatchedSpots },
  { layers, blobs }: { readonly layers: MapLayers; readonly blobs: BlobStore },
  run: { readonly signal: AbortSignal; readonly timeoutMs: number },
) {
  const { kept } = comparison;
  if (genes.length * kept.length > MOST_VALUES)
    throw new BadUserInput(
      'measurement',
      `must have fewer spots or genes: at most ${MOST_VALUES} values are scored at once`,
    );
  const measured = await comparison.measured(Uint32Array.from(genes, ({ gene }) => gene));
  const values = new Float64Array(new SharedArrayBuffer(measured.byteLength));
  values.set(measured);
  const names = namesOf(
    genes.map(({ symbol }) => symbol),
    Array.from(kept, (spot) => `spot-${spot}`),
  );
  const sets = await blobs.read(collection, run.signal);
  const scored = await scoreMatrix({ matrix: { names, values }, reference: null, sets, ...settings }, run);
  const rows = new Map(setNames(scored).map((name, row) => [name, row]));
  const own = await layers.names(map, run.signal);
  const positions = Array.from(own.keys()).filter((position) => rows.has(own[position] ?? ''));
  const statistics = new Float64Array(positions.length * SPOT_STATISTICS.length);
  const predicted = await layers.page(map, 0, map.layerCount, run.signal);
  const tilesOf = new Map(Array.from(matched.spots, (spot, at) => [spot, matched.tiles[at] ?? []]));
  positions.forEach((position, at) => {
    const layer = predicted.subarray(position * map.tileCount, (position + 1) * map.tileCount);
    const ofSpots = Float64Array.from(kept, (spot) => meanOf(layer, tilesOf.get(spot) ?? []));
    const row = rows.get(own[position] ?? '') ?? 0;
    const scores = Float64Array.from(scored.scores.subarray(row * kept.length, (row + 1) * kept.length));
    statistics.set(spotStatistics(ofSpots, scores), at * SPOT_STATISTICS.length);
  });
  return { positions: Uint32Array.from(positions), statistics };
}

/** Mean of a layer over tiles. */
export function meanOf(layer: Float32Array, tiles: readonly number[]): number {
  return tiles.reduce((sum, tile) => sum + (layer[tile] ?? NaN), 0) / tiles.length;
}
