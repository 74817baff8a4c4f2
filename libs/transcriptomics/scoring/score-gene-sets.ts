import { BadUserInput } from '#libs/errors';
import { checkMatrix, sharedIndices, sharedNumbers, sharedRows, type ExpressionMatrix } from './expression-matrix.js';
import { meanAndDeviation } from './gene-distribution.js';
import { runPlan, type ScoringRun } from './run-plan.js';
import { needsCohort, type ScoringMethod } from './scoring-method.js';
import type { ScoringPlan } from './scoring-plan.js';
import { selectSets, type NamedGeneSet, type PassedOverSet, type SelectedSet, type SetSizes } from './select-sets.js';

/** Gene sets to score in each sample of a matrix. */
export interface ScoringRequest extends SetSizes {
  readonly matrix: ExpressionMatrix;
  readonly sets: readonly NamedGeneSet[];
  readonly method: ScoringMethod;
  /** Samples that a gene's values are compared with (GSVA, ZSCORE); the matrix's own without it. Only genes of both are used. */
  readonly reference?: ExpressionMatrix;
}

/** Scores of sets. */
export interface GeneSetScores {
  readonly samples: readonly string[];
  readonly sets: readonly SelectedSet[];
  /** `[sets, samples]`, row-major. */
  readonly scores: Float64Array;
  readonly passedOver: readonly PassedOverSet[];
  /** Genes that went in. */
  readonly geneCount: number;
  /** Genes that were left out since they do not vary over samples; 0 for methods that look at each sample alone. */
  readonly constantGenes: number;
}

// R GSVA takes a smaller deviation for none.
const LEAST_DEVIATION = 1e-10;

/**
 * Scores gene sets, in worker threads. Beside the matrix it needs at most its size again, and a column or two a thread.
 * @throws BadUserInput for a matrix that does not hold together, sizes out of order, fewer than two samples where genes are compared over samples,
 * or a reference for a method that takes none; Cancelled, DeadlineExceeded
 */
export async function scoreGeneSets(request: ScoringRequest, run: ScoringRun): Promise<GeneSetScores> {
  checkRequest(request);
  const { matrix, method, reference } = request;
  const shared = reference && new Map(reference.genes.map((gene, row) => [gene, row]));
  const inBoth = matrix.genes.flatMap((gene, row) => (!shared || shared.has(gene) ? [row] : []));
  const spread = reference ?? matrix;
  const rowInSpread = (row: number): number => (shared ? (shared.get(matrix.genes[row] ?? '') ?? 0) : row);
  const rows = needsCohort(method) ? inBoth.filter((row) => varies(spread, rowInSpread(row))) : inBoth;
  const rowOf = new Map(rows.map((row, index) => [matrix.genes[row] ?? '', index]));
  const { selected, passedOver } = selectSets(request.sets, rowOf, request);
  const values = sharedRows(matrix, rows);
  const plan: ScoringPlan = {
    method,
    genes: rows.length,
    samples: matrix.samples.length,
    values,
    reference: reference ? sharedRows(reference, rows.map(rowInSpread)) : values,
    referenceSamples: spread.samples.length,
    scaled: sharedNumbers(needsCohort(method) ? rows.length * matrix.samples.length : 0),
    ...membersOf(selected),
    scores: sharedNumbers(selected.length * matrix.samples.length),
  };
  if (selected.length > 0) await runPlan(plan, run);
  const told = withoutUntold(selected, plan.scores, matrix.samples.length);
  return {
    samples: matrix.samples,
    sets: told.sets,
    scores: normalised(told.scores, method),
    passedOver: [...passedOver, ...told.untold],
    geneCount: rows.length,
    constantGenes: inBoth.length - rows.length,
  };
}

function checkRequest({ matrix, reference, method, minSize, maxSize }: ScoringRequest): void {
  checkMatrix(matrix, 'matrix');
  if (reference) checkMatrix(reference, 'reference');
  if (!Number.isInteger(minSize) || !Number.isInteger(maxSize) || minSize < 2 || maxSize < minSize) {
    throw new BadUserInput('minSize', 'must be a whole number from 2, and `maxSize` one that is not smaller');
  }
  if (reference && method.kind !== 'GSVA' && method.kind !== 'ZSCORE') {
    throw new BadUserInput('reference', 'must be left out for a method that compares no gene with a reference');
  }
  if (needsCohort(method) && (reference ?? matrix).samples.length < 2) {
    throw new BadUserInput('matrix', 'must have two samples or more for a method that compares genes over samples');
  }
  if (method.kind === 'SSGSEA' && !(method.weight >= 0 && method.weight <= 10)) {
    throw new BadUserInput('weight', 'must be 0 to 10');
  }
}

function varies({ values, samples }: ExpressionMatrix, row: number): boolean {
  const { deviation } = meanAndDeviation(values.subarray(row * samples.length, (row + 1) * samples.length));
  return deviation >= LEAST_DEVIATION;
}

function membersOf(selected: readonly SelectedSet[]): Pick<ScoringPlan, 'setStarts' | 'members'> {
  const starts = [0];
  for (const { rows } of selected) starts.push((starts.at(-1) ?? 0) + rows.length);
  return { setStarts: sharedIndices(starts), members: sharedIndices(selected.flatMap(({ rows }) => rows)) };
}

/** Nothing divided by nothing is no score: such a set is said to have none. */
function withoutUntold(selected: readonly SelectedSet[], scores: Float64Array, samples: number) {
  if (scores.every(Number.isFinite)) return { sets: selected, scores, untold: [] };
  const rowOf = (set: number): Float64Array => scores.subarray(set * samples, (set + 1) * samples);
  const isTold = selected.map((_, set) => rowOf(set).every(Number.isFinite));
  const untold = selected
    .filter((_, set) => isTold[set] !== true)
    .map(({ name, size, rows, missing }) => ({
      name,
      size,
      missing,
      overlap: rows.length,
      reason: 'NO_WEIGHT' as const,
    }));
  const kept = selected.flatMap((_, set) => (isTold[set] === true ? [...rowOf(set)] : []));
  return { sets: selected.filter((_, set) => isTold[set] === true), scores: Float64Array.from(kept), untold };
}

/** Barbie 2009, online methods: by the range of all scores of the data set. All equal, there is no range and nothing to divide by. */
function normalised(scores: Float64Array, method: ScoringMethod): Float64Array {
  if (method.kind !== 'SSGSEA' || method.normalise === 'NONE') return scores;
  let least = Infinity;
  let most = -Infinity;
  for (const score of scores) {
    least = Math.min(least, score);
    most = Math.max(most, score);
  }
  if (!(most > least))
    throw new BadUserInput('normalise', 'must be NONE here: one score alone, or equal ones, have no range');
  return scores.map((score) => score / (most - least));
}
