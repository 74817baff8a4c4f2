import { absent, type Absent } from './absent.js';
import { at } from './at.js';

/** Inner products of the rows of a matrix: all that similarity of representations needs. */
export interface Gram {
  readonly n: number;
  /** [n, n], row-major, symmetric */
  readonly products: Float64Array;
}

/**
 * The inner products of all rows. n squared times d / 2 multiplications: call it in a worker thread.
 * @param rows row-major [n, d], finite
 * @param d >= 1
 * @throws Error when the matrix is not n x d, or a product is not finite
 */
export function gramMatrix(rows: Float32Array | Float64Array, d: number): Gram {
  const n = rows.length / d;
  if (!Number.isInteger(n) || !Number.isSafeInteger(d) || d < 1)
    throw new Error('The matrix must have whole rows of d >= 1.');
  const products = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = i; j < n; j++) {
      let sum = 0;
      for (let k = 0; k < d; k++) sum += at(rows, i * d + k) * at(rows, j * d + k);
      if (!Number.isFinite(sum)) throw new Error('Every number must be finite.');
      products[i * n + j] = sum;
      products[j * n + i] = sum;
    }
  }
  return { n, products };
}

/** How alike two representations of the same items are, whatever their spaces: distances across spaces have no meaning and are not taken. */
export interface RepresentationSimilarity {
  /** linear CKA (Kornblith et al. 2019, section 3): 0 to 1, 1 when one is the other turned and scaled. Near 1 for any two when there are far fewer items than dimensions */
  readonly cka: number;
  /** with the unbiased estimator of Song et al. (2012): free of that, about 0 for unrelated ones, and may lie below. Null below 4 items */
  readonly debiasedCka: number | null;
}

/**
 * Linear centred kernel alignment of two representations of the same items.
 * @param a, b of the same n items in the same order
 * @returns absent with NO_ITEMS, TOO_FEW_ITEMS (one) or NO_VARIATION where the rows of one do not differ
 * @throws Error when they are of different numbers of items
 */
export function linearCka(a: Gram, b: Gram): RepresentationSimilarity | Absent {
  if (a.n !== b.n) throw new Error('Both must be of the same items.');
  if (a.n < 2) return absent(a.n === 0 ? 'NO_ITEMS' : 'TOO_FEW_ITEMS');
  const [ka, kb] = [centred(a), centred(b)];
  const [aa, bb] = [dot(ka, ka), dot(kb, kb)];
  const isNothing = (centredSquares: number, { products }: Gram): boolean =>
    !(centredSquares > 1e-24 * dot(products, products));
  if (isNothing(aa, a) || isNothing(bb, b)) return absent('NO_VARIATION');
  return { cka: dot(ka, kb) / Math.sqrt(aa * bb), debiasedCka: debiased(a, b) };
}

/**
 * The mean over items of the share of their k nearest neighbours (by cosine, themselves left out, ties by position) that both representations have in common.
 * @param k >= 1
 * @returns 0 to 1; absent with NO_ITEMS, TOO_FEW_ITEMS where there are no more than k others, NO_VARIATION where a row is zero and has no direction
 * @throws Error when they are of different numbers of items
 */
export function neighbourOverlap(a: Gram, b: Gram, k: number): number | Absent {
  if (a.n !== b.n) throw new Error('Both must be of the same items.');
  const n = a.n;
  if (n === 0) return absent('NO_ITEMS');
  if (n - 1 <= k) return absent('TOO_FEW_ITEMS');
  for (const { products } of [a, b])
    for (let i = 0; i < n; i++) if (!(at(products, i * n + i) > 0)) return absent('NO_VARIATION');
  let shared = 0;
  for (let i = 0; i < n; i++) {
    const mine = new Set(nearest(a, i, k));
    for (const other of nearest(b, i, k)) if (mine.has(other)) shared++;
  }
  return shared / (n * k);
}

function nearest({ n, products }: Gram, item: number, k: number): Uint32Array {
  const cosines = Float64Array.from(
    { length: n },
    (_, j) => at(products, item * n + j) / Math.sqrt(at(products, j * n + j)),
  );
  const others = Uint32Array.from({ length: n - 1 }, (_, j) => (j < item ? j : j + 1));
  return others.sort((p, q) => at(cosines, q) - at(cosines, p) || p - q).subarray(0, k);
}

function centred({ n, products }: Gram): Float64Array {
  const means = new Float64Array(n);
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) means[i] = at(means, i) + at(products, i * n + j) / n;
  const total = means.reduce((sum, mean) => sum + mean, 0) / n;
  return products.map((value, i) => value - at(means, Math.floor(i / n)) - at(means, i % n) + total);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += at(a, i) * at(b, i);
  return sum;
}

function debiased(a: Gram, b: Gram): number | null {
  const [aa, bb] = [unbiasedHsic(a, a), unbiasedHsic(b, b)];
  return a.n >= 4 && aa > 0 && bb > 0 ? unbiasedHsic(a, b) / Math.sqrt(aa * bb) : null;
}

/** Song et al. (2012), equation 5, without its factor 1 / (n (n - 3)), which cancels. */
function unbiasedHsic(a: Gram, b: Gram): number {
  const n = a.n;
  const [sumsA, sumsB] = [new Float64Array(n), new Float64Array(n)];
  let trace = 0;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      if (i === j) continue;
      const [x, y] = [at(a.products, i * n + j), at(b.products, i * n + j)];
      trace += x * y;
      sumsA[i] = at(sumsA, i) + x;
      sumsB[i] = at(sumsB, i) + y;
    }
  }
  const total = (sums: Float64Array): number => sums.reduce((sum, value) => sum + value, 0);
  return trace + (total(sumsA) * total(sumsB)) / ((n - 1) * (n - 2)) - (2 / (n - 2)) * dot(sumsA, sumsB);
}
