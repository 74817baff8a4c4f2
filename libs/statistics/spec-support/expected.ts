import { readFileSync } from 'node:fs';
import { isAbsent, type Absent } from '../index.js';

const FOLDER = new URL('../../../test/fixtures/comparison/', import.meta.url);

interface BinaryCase {
  readonly labels: readonly number[];
  readonly scores: readonly (readonly number[])[];
  readonly tied: boolean;
  readonly auc: readonly number[];
  readonly covariance: readonly number[];
  readonly z: number;
  readonly p: number;
  readonly roc: Readonly<Record<'thresholds' | 'falsePositiveRate' | 'truePositiveRate', readonly number[]>>;
  readonly averagePrecision: readonly number[];
  readonly precision: readonly number[];
  readonly recall: readonly number[];
  readonly brier: number;
  readonly ece: number | null;
  readonly bins: readonly { readonly n: number; readonly predicted: number; readonly observed: number }[] | null;
  readonly calibration: Readonly<
    Record<'intercept' | 'slope' | 'interceptError' | 'slopeError' | 'inTheLarge' | 'inTheLargeError', number>
  >;
  readonly decision: readonly Readonly<Record<'threshold' | 'netBenefit' | 'testAll', number>>[];
}

interface Expected {
  readonly erfc: { readonly x: readonly number[]; readonly y: readonly number[] };
  readonly binary: readonly BinaryCase[];
  readonly agreement: {
    readonly mcNemar: readonly {
      readonly onlyFirst: number;
      readonly onlySecond: number;
      readonly method: string;
      readonly statistic: number | null;
      readonly p: number;
    }[];
    readonly kappa: readonly {
      readonly first: readonly number[];
      readonly second: readonly number[];
      readonly value: number;
      readonly lower: number;
      readonly upper: number;
    }[];
    readonly benjaminiHochberg: { readonly p: readonly number[]; readonly adjusted: readonly number[] };
  };
  readonly survival: readonly (Readonly<Record<'times' | 'events' | 'risks', readonly number[]>> & {
    readonly c: number;
  })[];
  readonly continuous: readonly (Readonly<Record<'a' | 'b' | 'limits', readonly number[]>> &
    Readonly<Record<'pearson' | 'lower' | 'upper' | 'spearman' | 'rmse' | 'bias' | 'sd', number>>)[];
  readonly representations: {
    readonly d: number;
    readonly rows: readonly number[];
    readonly others: readonly {
      readonly d: number;
      readonly rows: readonly number[];
      readonly cka: number;
      readonly debiasedCka: number;
      readonly overlap: number;
    }[];
  };
  readonly stability: {
    readonly edges: readonly number[];
    readonly shares: readonly number[];
    readonly values: readonly number[];
    readonly value: number;
  };
  readonly seeded: readonly { readonly seed: number; readonly words: readonly number[] }[];
  readonly quantile: Readonly<Record<'sorted' | 'p' | 'q', readonly number[]>>;
}

/** What other packages make of the same numbers. */
export const expected: Expected = JSON.parse(readFileSync(new URL('expected.json', FOLDER), 'utf8'));

/** The aSAH data of pROC: labels (1 is a poor outcome) and a marker. */
export function asah(marker: 'wfns' | 's100b' | 'ndka'): {
  readonly labels: readonly number[];
  readonly scores: readonly number[];
} {
  const [header = '', ...lines] = readFileSync(new URL('asah.csv', FOLDER), 'utf8').trim().split('\n');
  const column = header.split(',').indexOf(marker);
  const rows = lines.map((line) => line.split(','));
  return {
    labels: rows.map(([outcome]) => (outcome === 'Poor' ? 1 : 0)),
    scores: rows.map((row) => Number(row[column])),
  };
}

/** The largest difference of two lists of numbers; Infinity when their lengths differ. */
export function furthest(found: ArrayLike<number>, wanted: ArrayLike<number>): number {
  if (found.length !== wanted.length) return Infinity;
  return Array.from(found).reduce((most, value, i) => Math.max(most, Math.abs(value - (wanted[i] ?? NaN))), 0);
}

/** A statistic that must be there. @throws Error with the reason of its absence */
export function present<T>(value: T | Absent): T {
  if (isAbsent(value)) throw new Error(`absent: ${value.reason}`);
  return value;
}
