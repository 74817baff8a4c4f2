import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AddExpressionMatrices, ScoreMatrices } from './expression-matrices/index.js';
import { JobRunner } from './jobs/index.js';
import { EvaluationJobs } from './queries/alignment/index.js';

/** What a worker does with expression matrices, and with pairs of tiles and their samples. It stands ready before JobWork starts the runner. */
@Injectable()
export class MatrixWork implements OnModuleInit {
  constructor(
    private readonly runner: JobRunner,
    private readonly additions: AddExpressionMatrices,
    private readonly scoring: ScoreMatrices,
    private readonly evaluations: EvaluationJobs,
  ) {}

  onModuleInit(): void {
    this.runner.handle('ADD_EXPRESSION_MATRIX', (job, tools) => this.additions.run(job, tools));
    this.runner.handle('SCORE_EXPRESSION_MATRIX', (job, tools) => this.scoring.run(job, tools));
    this.runner.handle('EVALUATE_ALIGNMENT', (job, tools) => this.evaluations.run(job, tools));
  }
}
