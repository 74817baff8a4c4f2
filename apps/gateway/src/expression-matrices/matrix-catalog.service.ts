import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { insertOrIgnore } from '#libs/database';
import { StoreUnavailable } from '#libs/errors';
import { ImmutableLists } from '#gateway/gene-catalog';
import { ExpressionMatrix } from './expression-matrix.entity.js';
import { MatrixScoresRow } from './matrix-scores.entity.js';

/** The expression matrices of each tenant, and the scores made of them. */
@Injectable()
export class MatrixCatalog {
  readonly matrices: ImmutableLists<ExpressionMatrix>;

  constructor(private readonly dataSource: DataSource) {
    this.matrices = new ImmutableLists(dataSource, ExpressionMatrix, 'expression matrix', ['unit', 'transform']);
  }

  /** Scores by what went into them; null where they were never made. */
  async scores(tenant: string, digest: string): Promise<MatrixScoresRow | null> {
    return this.dataSource.manager
      .createQueryBuilder(MatrixScoresRow, 'scores')
      .where('scores.tenant = :tenant AND scores.digest = :digest', { tenant, digest })
      .getOne();
  }

  /** Stores the row of scores whose blobs are durable. @returns the stored row: the earlier one where there was one */
  async saveScores(row: MatrixScoresRow): Promise<MatrixScoresRow> {
    await insertOrIgnore(this.dataSource.manager, MatrixScoresRow, [row]);
    const stored = await this.scores(row.tenant, row.digest);
    if (!stored) throw new StoreUnavailable();
    return stored;
  }
}
