import type { SampleContent, SpatialSample } from './spatial-sample.types.js';

/** What all of a sample says together: made beside the reader, for it looks at every number. */
export function factsOf({
  centres,
  spots,
  counts,
}: SampleContent): Pick<SpatialSample, 'closest' | 'medianDepth' | 'isWhole'> {
  return {
    closest: closestOf(centres),
    medianDepth: medianDepth(counts, spots.length),
    isWhole: counts.values.every(Number.isInteger),
  };
}

/** From left to right: a spot is held against those that follow, no farther to the right than the closest two are apart. */
function closestOf(centres: Float64Array): number {
  const x = (spot: number): number => centres[spot * 2] ?? NaN;
  const y = (spot: number): number => centres[spot * 2 + 1] ?? NaN;
  const order = Uint32Array.from({ length: centres.length / 2 }, (_, spot) => spot).sort((a, b) => x(a) - x(b));
  let closest = Infinity;
  for (let at = 0; at < order.length; at += 1) {
    const spot = order[at] ?? 0;
    for (let next = at + 1; next < order.length; next += 1) {
      const other = order[next] ?? 0;
      if (x(other) - x(spot) >= closest) break;
      closest = Math.min(closest, Math.hypot(x(other) - x(spot), y(other) - y(spot)));
    }
  }
  return closest;
}

function medianDepth({ spots, values }: SampleContent['counts'], spotCount: number): number {
  const depths = new Float64Array(spotCount);
  spots.forEach((spot, entry) => (depths[spot] = (depths[spot] ?? 0) + (values[entry] ?? NaN)));
  const sorted = depths.sort();
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? NaN) + (sorted[Math.floor(middle)] ?? NaN)) / 2;
}
