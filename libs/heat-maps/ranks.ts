/**
 * Ranks from 1 to the number of values, ties sharing their average, as `scipy.stats.rankdata` counts them.
 * @param values NaN means missing
 * @returns same length; NaN where the value is missing
 */
export function averageRanks(values: ArrayLike<number>): Float64Array {
  const sorted = Float64Array.from(values)
    .filter((value) => !Number.isNaN(value))
    .sort();
  return Float64Array.from(values, (value) => {
    if (Number.isNaN(value)) return NaN;
    const below = countBelow(sorted, (other) => other < value);
    const upTo = countBelow(sorted, (other) => other <= value);
    return (below + 1 + upTo) / 2;
  });
}

/**
 * Ranks as percentiles: 100 (rank - 1) / (n - 1) over the n values that are not missing, so that the lowest is 0 and the highest 100 unless they are
 * tied. A single value gets 50. They order the tiles of one map and say nothing of its level: maps of two slides are not compared by them.
 * @param values NaN means missing
 * @returns same length, 0 to 100; NaN where the value is missing
 */
export function percentileRanks(values: ArrayLike<number>): Float64Array {
  const ranks = averageRanks(values);
  const count = ranks.reduce((sum, rank) => sum + (Number.isNaN(rank) ? 0 : 1), 0);
  return ranks.map((rank) => (count === 1 ? rank * 50 : (100 * (rank - 1)) / (count - 1)));
}

/**
 * Attention x score of each tile, elementwise (science.md, section 3). Neither a probability nor a share: for ordering tiles within one map.
 * @throws Error when the two are not of the same tiles
 */
export function attentionScores(attention: Float32Array, tileScores: Float32Array): Float32Array {
  if (attention.length !== tileScores.length) throw new Error('Attention and scores must be of the same tiles.');
  return attention.map((weight, tile) => weight * (tileScores[tile] ?? NaN));
}

/**
 * The mean of several maps of the same tiles, as the members of an ensemble give them. Attention that sums to one in each sums to one in the mean.
 * @param values [maps, n]
 * @returns [n]; the same array where there is one map
 */
export function meanOfMaps(values: Float32Array, maps: number): Float32Array {
  if (maps === 1) return values;
  const mean = new Float32Array(values.length / maps);
  mean.forEach((_, tile) => {
    let sum = 0;
    for (let map = 0; map < maps; map++) sum += values[map * mean.length + tile] ?? NaN;
    mean[tile] = sum / maps;
  });
  return mean;
}

function countBelow(sorted: Float64Array, isBelow: (value: number) => boolean): number {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (isBelow(sorted[middle] ?? NaN)) from = middle + 1;
    else to = middle;
  }
  return from;
}
