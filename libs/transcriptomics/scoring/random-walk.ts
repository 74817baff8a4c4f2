/**
 * GSVA's statistic: a walk down the genes from the highest, up at members by their share of weight, down at others.
 * @param positions places of the members in the sample's order, from 0, ascending; at least one, and fewer than `genes`
 * @param genes how many genes the sample has
 * @param maxDifference the largest deviation above plus the largest below; else the larger of the two (R GSVA's `mx.diff`)
 */
export function gsvaStatistic(positions: Uint32Array, genes: number, maxDifference: boolean): number {
  const count = positions.length;
  const down = 1 / (genes - count);
  let total = 0;
  for (let hit = 0; hit < count; hit += 1) total += weightAt(positions[hit] ?? 0, genes);
  let up = 0;
  let highest = 0;
  let lowest = 0;
  for (let hit = 0; hit < count; hit += 1) {
    const position = positions[hit] ?? 0;
    const misses = (position - hit) * down;
    lowest = Math.min(lowest, up - misses);
    up += weightAt(position, genes) / total;
    highest = Math.max(highest, up - misses);
  }
  if (maxDifference) return highest + lowest;
  return highest > Math.abs(lowest) ? highest : lowest;
}

/** Genes at both ends count most: the distance of the rank from the middle. */
function weightAt(position: number, genes: number): number {
  return Math.abs(genes - position - genes / 2);
}

/**
 * ssGSEA's statistic: the sum over all places of the difference between the members' weighted share and the others' share so far.
 * @param positions places of the members in the sample's order, from 0, in any order; at least one, and fewer than `genes`
 * @param weights of each member, in the order of `positions`; their sum is positive
 * @param genes how many genes the sample has
 */
export function ssgseaStatistic(positions: Uint32Array, weights: Float64Array, genes: number): number {
  const count = positions.length;
  let weighted = 0;
  let total = 0;
  let places = 0;
  for (let hit = 0; hit < count; hit += 1) {
    const below = genes - (positions[hit] ?? 0);
    const weight = weights[hit] ?? 0;
    weighted += weight * below;
    total += weight;
    places += below;
  }
  return weighted / total - ((genes * (genes + 1)) / 2 - places) / (genes - count);
}

/**
 * The ssGSEA statistic of the GenePattern module: the area under the walk, its slopes as straight lines.
 * @param positions places of the members in the sample's order, from 0, ascending
 * @param weights of each member, in the order of `positions`
 * @returns NaN where no member has a weight
 */
export function walkArea(positions: Uint32Array, weights: Float64Array, genes: number): number {
  const count = positions.length;
  const down = 1 / (genes - count);
  let total = 0;
  for (let hit = 0; hit < count; hit += 1) total += weights[hit] ?? 0;
  let area = 0;
  let height = 0;
  let before = -1;
  for (let hit = 0; hit < count; hit += 1) {
    const position = positions[hit] ?? 0;
    const steps = position - before;
    const valley = height - (steps - 1) * down;
    area += 0.5 * (height + valley) * steps;
    height = valley + (weights[hit] ?? 0) / total;
    before = position;
  }
  return area + 0.5 * height * (genes - before);
}

/**
 * singscore's statistic for members that are expected up: the mean rank, scaled to the least and the most that it can be, about 0: -0.5 to 0.5.
 * @param rankSum sum of the members' ranks in the sample, from 1 for the lowest
 */
export function singscoreStatistic(rankSum: number, members: number, genes: number): number {
  const least = (members + 1) / 2;
  const most = (2 * genes - members + 1) / 2;
  return (rankSum / members - least) / (most - least) - 0.5;
}
