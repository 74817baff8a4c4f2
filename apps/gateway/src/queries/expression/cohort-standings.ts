import { setImmediate as nextTurn } from 'node:timers/promises';
import { BadUserInput, NotFound, UnitMismatch } from '#libs/errors';
import { PanelIndex } from '#libs/transcriptomics';
import type { BlobStore } from '#gateway/blob-store';
import {
  type ExpressionMatrix,
  type MatrixCatalog,
  matrixNames,
  matrixRows,
  readGene,
} from '#gateway/expression-matrices';
import type { ModelGenes } from '#gateway/gene-catalog';
import { scaleOf } from './expression-scale.js';
import type { SlideExpression } from './slide-expression.js';
import { standingOf, type Standing } from './standing.js';

/** Values of a matrix that are read for the standing of all genes: half a gigabyte of them, a block at a time. */
const MOST_VALUES = 60_000_000;
const GENES_AT_ONCE = 200;

/** Where a slide's genes stand in a cohort, by position in the panel. A gene that the cohort has not is not there. */
export type Standings = ReadonlyMap<number, Standing>;

/** Holds the expression of a slide against the samples of an expression matrix. */
export class CohortStandings {
  constructor(
    private readonly matrices: MatrixCatalog,
    private readonly blobs: BlobStore,
    private readonly genes: ModelGenes,
  ) {}

  /**
   * @param positions of the genes that are asked about; null for all of the panel
   * @throws NotFound, UnitMismatch where the matrix is of another scale, BadUserInput for one that is too large to be read whole
   */
  async of(
    expression: SlideExpression,
    id: string,
    positions: readonly number[] | null,
    { tenant, signal }: { readonly tenant: string; readonly signal: AbortSignal },
  ): Promise<Standings> {
    const matrix = await this.matrices.matrices.byId(tenant, id);
    if (!matrix) throw new NotFound('expression matrix');
    const { unit, transform } = scaleOf(expression.version, 'MODEL');
    if (matrix.unit !== unit || matrix.transform !== transform)
      throw new UnitMismatch('cohort', { unit, transform }, { unit: matrix.unit, transform: matrix.transform });
    const rows = await this.rowsOf(expression, matrix, signal);
    return positions
      ? this.some(expression, matrix, { rows, positions }, signal)
      : this.all(expression, matrix, rows, signal);
  }

  /** The panel's position of each row of the matrix that is one of its genes. */
  private async rowsOf({ genes: { index } }: SlideExpression, matrix: ExpressionMatrix, signal: AbortSignal) {
    const names = await matrixNames(this.blobs, matrix, signal);
    const own = await PanelIndex.over(names.genes, await this.genes.symbols(), signal);
    const rows = new Map<number, number>();
    for (const [position, gene] of index.genes.entries()) {
      const found = own.find(gene);
      if (found.kind === 'FOUND') rows.set(position, found.position);
      if (position % GENES_AT_ONCE > 0) continue;
      await nextTurn();
      signal.throwIfAborted();
    }
    return rows;
  }

  private async some(
    { values }: SlideExpression,
    matrix: ExpressionMatrix,
    { rows, positions }: { readonly rows: ReadonlyMap<number, number>; readonly positions: readonly number[] },
    signal: AbortSignal,
  ): Promise<Standings> {
    const standings = new Map<number, Standing>();
    for (const position of new Set(positions)) {
      const row = rows.get(position);
      if (row === undefined) continue;
      standings.set(position, standingOf(values[position] ?? NaN, await readGene(this.blobs, matrix, row, signal)));
    }
    return standings;
  }

  private async all(
    { values }: SlideExpression,
    matrix: ExpressionMatrix,
    rows: ReadonlyMap<number, number>,
    signal: AbortSignal,
  ): Promise<Standings> {
    if (matrix.geneCount * matrix.sampleCount > MOST_VALUES)
      throw new BadUserInput('cohort', `must have at most ${MOST_VALUES} values to be read whole`);
    const positionOf = new Map(Array.from(rows, ([position, row]) => [row, position]));
    const standings = new Map<number, Standing>();
    for await (const { gene, samples } of matrixRows(this.blobs, matrix, signal)) {
      const position = positionOf.get(gene);
      if (position !== undefined) standings.set(position, standingOf(values[position] ?? NaN, samples));
      if (gene % GENES_AT_ONCE > 0) continue;
      await nextTurn();
      signal.throwIfAborted();
    }
    return standings;
  }
}
