import { absent, type Absent, type Interval } from './absent.js';
import { at, checkFinite } from './at.js';
import { criticalValue, twoSidedP } from './normal.js';

/** From this many discordant items on, McNemar's statistic is compared with chi-squared. */
const LARGE = 25;

/** McNemar's test of two sets of calls on the same items. */
export interface McNemar {
  /** right by the first and wrong by the second */
  readonly onlyFirst: number;
  /** right by the second and wrong by the first */
  readonly onlySecond: number;
  readonly method: 'EXACT' | 'CHI_SQUARED';
  /** chi-squared with one degree of freedom and continuity correction; null where the test is exact */
  readonly statistic: number | null;
  /** two-sided */
  readonly p: number;
}

/**
 * McNemar's test (1947): exact binomial below 25 discordant items, else chi-squared with continuity correction (Edwards 1948).
 * @param onlyFirst whole number >= 0: items that the first has and the second has not, such as being right
 * @param onlySecond the other way round
 * @returns p = 1 where nothing is discordant, which is agreement and no evidence of it
 * @throws Error when a count is no whole number >= 0
 */
export function mcNemar(onlyFirst: number, onlySecond: number): McNemar {
  if (![onlyFirst, onlySecond].every((count) => Number.isSafeInteger(count) && count >= 0))
    throw new Error("McNemar's test needs whole numbers >= 0.");
  const discordant = onlyFirst + onlySecond;
  if (discordant < LARGE) {
    const tail = halfBinomialTail(Math.min(onlyFirst, onlySecond), discordant);
    return { onlyFirst, onlySecond, method: 'EXACT', statistic: null, p: Math.min(1, 2 * tail) };
  }
  const difference = Math.max(Math.abs(onlyFirst - onlySecond) - 1, 0);
  const statistic = (difference * difference) / discordant;
  return { onlyFirst, onlySecond, method: 'CHI_SQUARED', statistic, p: twoSidedP(Math.sqrt(statistic)) };
}

/** Cohen's kappa with its interval. */
export interface Kappa {
  /** share of items on which both agree */
  readonly observed: number;
  /** share on which they would agree by chance */
  readonly expected: number;
  /** (observed - expected) / (1 - expected), -1 to 1 */
  readonly value: number;
  /** by the large-sample standard error of Fleiss, Cohen and Everitt (1969); cut at -1 and 1 */
  readonly interval: Interval;
}

/**
 * Cohen's kappa (1960) of two raters, unweighted.
 * @param first, second [n]: the category of each item, any finite numbers
 * @param confidence in (0, 1); 0.95 when left out
 * @returns absent with NO_ITEMS; with NO_VARIATION where both know one and the same category only
 * @throws Error when lengths differ or a number is not finite
 */
export function cohensKappa(first: ArrayLike<number>, second: ArrayLike<number>, confidence = 0.95): Kappa | Absent {
  checkFinite(first, second);
  const n = first.length;
  if (n === 0) return absent('NO_ITEMS');
  const { table, rows, columns } = crossTable(first, second);
  const k = rows.length;
  let agreed = 0;
  for (let i = 0; i < n; i++) if (at(first, i) === at(second, i)) agreed += 1;
  const observed = agreed / n;
  let expected = 0;
  for (let i = 0; i < k; i++) expected += at(rows, i) * at(columns, i);
  if (expected >= 1) return absent('NO_VARIATION');
  const value = (observed - expected) / (1 - expected);
  const variance = observed === 1 ? 0 : kappaVariance(table, rows, columns, value, expected);
  const half = criticalValue(confidence) * Math.sqrt(variance / n);
  return {
    observed,
    expected,
    value,
    interval: { lower: Math.max(value - half, -1), upper: Math.min(value + half, 1) },
  };
}

function kappaVariance(
  table: Float64Array,
  rows: Float64Array,
  columns: Float64Array,
  kappa: number,
  expected: number,
): number {
  const k = rows.length;
  let diagonal = 0;
  let off = 0;
  for (let i = 0; i < k; i++) {
    for (let j = 0; j < k; j++) {
      const share = at(table, i * k + j);
      if (i === j) diagonal += share * (1 - (at(rows, i) + at(columns, i)) * (1 - kappa)) ** 2;
      else off += share * (at(columns, i) + at(rows, j)) ** 2;
    }
  }
  const chance = (kappa - expected * (1 - kappa)) ** 2;
  return Math.max(diagonal + (1 - kappa) ** 2 * off - chance, 0) / (1 - expected) ** 2;
}

interface CrossTable {
  /** [k, k] shares, row-major: the first's category by the second's */
  readonly table: Float64Array;
  readonly rows: Float64Array;
  readonly columns: Float64Array;
}

function crossTable(first: ArrayLike<number>, second: ArrayLike<number>): CrossTable {
  const categories = [...new Set([...Array.from(first), ...Array.from(second)])].sort((a, b) => a - b);
  const codes = new Map(categories.map((category, code) => [category, code]));
  const k = categories.length;
  const [table, rows, columns] = [new Float64Array(k * k), new Float64Array(k), new Float64Array(k)];
  for (let i = 0; i < first.length; i++) {
    const row = codes.get(at(first, i)) ?? NaN;
    const column = codes.get(at(second, i)) ?? NaN;
    table[row * k + column] = at(table, row * k + column) + 1;
    rows[row] = at(rows, row) + 1;
    columns[column] = at(columns, column) + 1;
  }
  // Counts first: shares that are added up come to a little less than 1, and one category would look like two.
  for (const counts of [table, rows, columns])
    for (let i = 0; i < counts.length; i++) counts[i] = at(counts, i) / first.length;
  return { table, rows, columns };
}

/** The probability of at most k heads in n throws of a fair coin; n is small, so that every term is exact to rounding. */
function halfBinomialTail(k: number, n: number): number {
  let term = 1;
  let sum = 1;
  for (let i = 1; i <= k; i++) {
    term *= (n - i + 1) / i;
    sum += term;
  }
  return sum / 2 ** n;
}
