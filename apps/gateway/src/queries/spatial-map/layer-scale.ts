import { setImmediate as nextTurn } from 'node:timers/promises';
import type { SpatialScale } from '#graphql/generated/schema-types';
import { percentileRanks } from '#libs/heat-maps';

/** Values of one layer on the scale that is asked for, as stored or as ranks from 0 to 100; NaN stays NaN. */
export function onScale(values: Float32Array, scale: SpatialScale): Float32Array {
  return scale === 'MODEL' ? values : Float32Array.from(percentileRanks(values));
}

/** The same for `[layers, tiles]`, each layer by itself. */
export async function layersOnScale(
  values: Float32Array,
  tileCount: number,
  scale: SpatialScale,
  signal: AbortSignal,
): Promise<Float32Array> {
  if (scale === 'MODEL') return values;
  const ranked = new Float32Array(values.length);
  for (let from = 0; from < values.length; from += tileCount) {
    ranked.set(onScale(values.subarray(from, from + tileCount), scale), from);
    await nextTurn();
    signal.throwIfAborted();
  }
  return ranked;
}

/** Smallest and largest value; empty where there is none. */
export function rangeOfLayer(values: Float32Array): readonly number[] {
  const found = values.filter((value) => !Number.isNaN(value));
  if (found.length === 0) return [];
  return [found.reduce((a, b) => Math.min(a, b)), found.reduce((a, b) => Math.max(a, b))];
}
