import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type {
  AddExpressionMatrixInput,
  PathwaySettingsInput,
  ScoreExpressionMatrixInput,
} from '#graphql/generated/schema-types';
import { NotFound } from '#libs/errors';
import {
  AddExpressionMatrices,
  type ExpressionMatrix,
  MatrixCatalog,
  ScoreMatrices,
} from '#gateway/expression-matrices';
import { type RequestContext } from '#gateway/graphql';
import { type Job, JobQueue } from '#gateway/jobs';
import { checkPageSize, connectionOf } from '../paging.js';
import { settingsOf } from './settings-input.js';
import { toMatrixScores } from './to-matrix-scores.js';

/** Expression matrices: bringing them, finding them. */
@Resolver()
export class ExpressionMatrixResolver {
  constructor(
    private readonly catalog: MatrixCatalog,
    private readonly additions: AddExpressionMatrices,
    private readonly scoring: ScoreMatrices,
    private readonly queue: JobQueue,
  ) {}

  @Query('expressionMatrix')
  async expressionMatrix(@Args('id') id: string, @Context() { caller: { tenant } }: RequestContext) {
    const matrix = await this.catalog.matrices.byId(tenant, id);
    if (!matrix) throw new NotFound('expression matrix');
    return toMatrix(matrix);
  }

  @Query('expressionMatrices')
  async expressionMatrices(
    @Args('first') first: number,
    @Args('after') after: string | null,
    @Context() { caller: { tenant } }: RequestContext,
  ) {
    checkPageSize(first);
    const { nodes, pageInfo } = connectionOf(await this.catalog.matrices.page(tenant, { first, after }));
    return { nodes: nodes.map(toMatrix), pageInfo, totalCount: () => this.catalog.matrices.count(tenant) };
  }

  @Mutation('addExpressionMatrix')
  async addExpressionMatrix(
    @Args('input') input: AddExpressionMatrixInput,
    @Context() { caller }: RequestContext,
  ): Promise<Job> {
    const { format, path, upload, organism, ...facts } = input;
    const file = { format: format ?? null, path: path ?? null, upload: upload ?? null };
    const asked = await this.additions.check({ ...facts, organism: organism ?? 'HOMO_SAPIENS' }, file, caller);
    return this.queue.enqueue(caller.tenant, 'ADD_EXPRESSION_MATRIX', asked, caller.id);
  }

  @Mutation('scoreExpressionMatrix')
  async scoreExpressionMatrix(
    @Args('input') { matrix, collection, settings }: ScoreExpressionMatrixInput,
    @Context() { caller: { tenant, id } }: RequestContext,
  ): Promise<Job> {
    const question = await this.scoring.question(tenant, matrix, collection, settingsOf(settings), id);
    return this.queue.enqueue(tenant, 'SCORE_EXPRESSION_MATRIX', this.scoring.jobOf(question), id);
  }
}

/** Scores of a matrix. */
@Resolver('ExpressionMatrix')
export class ExpressionMatrixFieldResolver {
  constructor(private readonly scoring: ScoreMatrices) {}

  @ResolveField('pathwayScores')
  async pathwayScores(
    @Parent() matrix: ExpressionMatrix,
    @Args('collection') collection: string,
    @Args('settings') settings: PathwaySettingsInput,
    @Context() { caller, signal, deadlineAt }: RequestContext,
  ) {
    const { tenant, id } = matrix;
    const question = await this.scoring.question(tenant, id, collection, settingsOf(settings), caller.id);
    return toMatrixScores(
      await this.scoring.answer(question, { signal, timeoutMs: Math.max(1, deadlineAt - Date.now()) }),
    );
  }
}

/** What jobs of these kinds have made. */
@Resolver('Job')
export class MatrixJobResolver {
  constructor(private readonly catalog: MatrixCatalog) {}

  @ResolveField('expressionMatrix')
  async expressionMatrix(@Parent() { kind, tenant, result }: Job) {
    const id = kind === 'ADD_EXPRESSION_MATRIX' ? textOf(result, 'matrixId') : null;
    const matrix = id === null ? null : await this.catalog.matrices.byId(tenant, id);
    return matrix ? toMatrix(matrix) : null;
  }

  @ResolveField('pathwayScores')
  async pathwayScores(@Parent() { kind, tenant, result }: Job) {
    const digest = kind === 'SCORE_EXPRESSION_MATRIX' ? textOf(result, 'scoresDigest') : null;
    const row = digest === null ? null : await this.catalog.scores(tenant, digest);
    return row ? toMatrixScores(row) : null;
  }
}

function textOf(result: Job['result'], name: string): string | null {
  const value: unknown = typeof result === 'object' && result !== null ? Reflect.get(result, name) : null;
  return typeof value === 'string' ? value : null;
}

/** A matrix as the schema has it; what is not here has a resolver. */
function toMatrix(matrix: ExpressionMatrix) {
  return {
    ...matrix,
    createdAt: matrix.createdAt.toISOString(),
    href: `/expression-matrices/${matrix.digest}/values.npy`,
  };
}
