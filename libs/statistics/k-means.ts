import { meanVariance, thinned } from './k-means-rows.js';
import { seededRandom, type SeededRandom } from './seeded-random.js';

/** How rows are put into clusters. */
export interface KMeansSettings {
  readonly clusters: number;
  readonly seed: number;
  /** More rows than this are thinned to it, by the seed, before anything else. */
  readonly mostRows: number;
}

const MOST_ROUNDS = 300;
const WORD = 2 ** 32;
/** The centres stand still when the sum of their squared steps is below this share of the mean variance of a column, as in scikit-learn. */
const TOLERANCE = 1e-4;

/**
 * Means of the clusters of k-means: seeds by k-means++ (Arthur and Vassilvitskii 2007), rounds by Lloyd with the bounds of Elkan (2003), which leave out distances that
 * cannot matter and change no result. The same rows in the same order give the same means on every machine, in the order in which the seeds were drawn.
 *
 * @param rows `[rows, dim]`, row-major
 * @returns `[clusters, dim]`: a cluster that has lost all its rows keeps its last centre
 * @throws RangeError for fewer rows than clusters
 */
export function kMeans(rows: Float32Array, dim: number, settings: KMeansSettings): Float32Array {
  const taken = thinned(rows, dim, settings);
  if (taken.length / dim < settings.clusters) throw new RangeError('k-means needs as many rows as clusters');
  const clustering = new Clustering(taken, dim, settings);
  clustering.draw(seededRandom(settings.seed));
  const least = TOLERANCE * meanVariance(taken, dim);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const step = clustering.move();
    const changed = clustering.assign();
    if (changed === 0 || step <= least) break;
  }
  clustering.move();
  return Float32Array.from(clustering.centres);
}

class Clustering {
  readonly centres: Float64Array;
  private readonly count: number;
  private readonly labels: Int32Array;
  private readonly upper: Float64Array;
  /** `[rows, clusters]`: no row is nearer to a centre than this. */
  private readonly lower: Float64Array;
  private readonly steps: Float64Array;

  constructor(
    private readonly rows: Float32Array,
    private readonly dim: number,
    private readonly settings: KMeansSettings,
  ) {
    const { clusters } = settings;
    this.count = rows.length / dim;
    this.centres = new Float64Array(clusters * dim);
    this.labels = new Int32Array(this.count);
    this.upper = new Float64Array(this.count).fill(Infinity);
    this.lower = new Float64Array(this.count * clusters);
    this.steps = new Float64Array(clusters);
  }

  /** Draws the seeds, each with a chance that grows with the squared distance to those before, and gives every row to the nearest. */
  draw(random: SeededRandom): void {
    let row = random.below(this.count);
    for (let cluster = 0; cluster < this.settings.clusters; cluster += 1) {
      if (cluster > 0) row = this.drawn(random.next() / WORD);
      for (let at = 0; at < this.dim; at += 1)
        this.centres[cluster * this.dim + at] = this.rows[row * this.dim + at] ?? 0;
      for (let one = 0; one < this.count; one += 1) this.offer(one, cluster);
    }
  }

  private drawn(share: number): number {
    let total = 0;
    for (let row = 0; row < this.count; row += 1) total += (this.upper[row] ?? 0) ** 2;
    let left = share * total;
    for (let row = 0; row < this.count; row += 1) {
      left -= (this.upper[row] ?? 0) ** 2;
      if (left < 0) return row;
    }
    return this.count - 1;
  }

  /** Measures a row against a centre, and gives it to the centre where it is nearer than to its own. */
  private offer(row: number, cluster: number): boolean {
    const found = distance(this.rows, row * this.dim, this.centres, cluster * this.dim, this.dim);
    this.lower[row * this.settings.clusters + cluster] = found;
    if (!(found < (this.upper[row] ?? 0))) return false;
    this.upper[row] = found;
    this.labels[row] = cluster;
    return true;
  }

  /** Every centre to the mean of its rows. @returns the sum of the squared steps */
  move(): number {
    const { dim, settings, centres } = this;
    const sums = new Float64Array(centres.length);
    const sizes = new Float64Array(settings.clusters);
    for (let row = 0; row < this.count; row += 1) {
      const label = this.labels[row] ?? 0;
      sizes[label] = (sizes[label] ?? 0) + 1;
      for (let at = 0; at < dim; at += 1)
        sums[label * dim + at] = (sums[label * dim + at] ?? 0) + (this.rows[row * dim + at] ?? 0);
    }
    let total = 0;
    for (let cluster = 0; cluster < settings.clusters; cluster += 1) {
      const size = sizes[cluster] ?? 0;
      const squared = size === 0 ? 0 : this.step(cluster, sums, size);
      this.steps[cluster] = Math.sqrt(squared);
      total += squared;
    }
    return total;
  }

  private step(cluster: number, sums: Float64Array, size: number): number {
    let squared = 0;
    for (let at = cluster * this.dim; at < (cluster + 1) * this.dim; at += 1) {
      const mean = (sums[at] ?? 0) / size;
      squared += (mean - (this.centres[at] ?? 0)) ** 2;
      this.centres[at] = mean;
    }
    return squared;
  }

  /** Every row to its nearest centre. @returns how many rows have changed */
  assign(): number {
    const { clusters } = this.settings;
    let changed = 0;
    for (let row = 0; row < this.count; row += 1) {
      const own = this.labels[row] ?? 0;
      for (let cluster = 0; cluster < clusters; cluster += 1) {
        const bound = row * clusters + cluster;
        this.lower[bound] = (this.lower[bound] ?? 0) - (this.steps[cluster] ?? 0);
      }
      this.upper[row] = (this.upper[row] ?? 0) + (this.steps[own] ?? 0);
      if (this.reconsider(row, own)) changed += 1;
    }
    return changed;
  }

  private reconsider(row: number, own: number): boolean {
    const { clusters } = this.settings;
    let isExact = false;
    for (let cluster = 0; cluster < clusters; cluster += 1) {
      if (cluster === this.labels[row] || (this.lower[row * clusters + cluster] ?? 0) >= (this.upper[row] ?? 0))
        continue;
      if (!isExact) {
        this.upper[row] = Infinity;
        this.offer(row, own);
        isExact = true;
        if ((this.lower[row * clusters + cluster] ?? 0) >= (this.upper[row] ?? 0)) continue;
      }
      this.offer(row, cluster);
    }
    return this.labels[row] !== own;
  }
}

/** Four sums at a time: additions need not wait for each other. */
function distance(rows: Float32Array, row: number, centres: Float64Array, centre: number, dim: number): number {
  let [a, b, c, d] = [0, 0, 0, 0];
  let at = 0;
  for (; at + 3 < dim; at += 4) {
    const p = (rows[row + at] ?? 0) - (centres[centre + at] ?? 0);
    const q = (rows[row + at + 1] ?? 0) - (centres[centre + at + 1] ?? 0);
    const r = (rows[row + at + 2] ?? 0) - (centres[centre + at + 2] ?? 0);
    const s = (rows[row + at + 3] ?? 0) - (centres[centre + at + 3] ?? 0);
    a += p * p;
    b += q * q;
    c += r * r;
    d += s * s;
  }
  for (; at < dim; at += 1) a += ((rows[row + at] ?? 0) - (centres[centre + at] ?? 0)) ** 2;
  return Math.sqrt(a + b + (c + d));
}
