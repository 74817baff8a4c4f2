import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { PredictCohort } from './cohorts/index.js';
import { PrepareFeatures, prepareFeaturesJobOf } from './ingest/index.js';
import { JobRunner } from './jobs/index.js';
import { askedOf } from './queries/cohort/index.js';
import { RegisterModelVersions } from './registration/index.js';

/** What a worker does: which road a kind of job takes. Only processes of the roles `worker` and `all` have this. */
@Injectable()
export class JobWork implements OnApplicationBootstrap {
  constructor(
    private readonly runner: JobRunner,
    private readonly features: PrepareFeatures,
    private readonly registrations: RegisterModelVersions,
    private readonly cohorts: PredictCohort,
  ) {}

  onApplicationBootstrap(): void {
    this.runner.handle('PREPARE_FEATURES', (job, tools) =>
      this.features.run(job.tenant, prepareFeaturesJobOf(job.input), tools),
    );
    this.runner.handle('REGISTER_MODEL_VERSION', (job, tools) => this.registrations.run(job, tools));
    this.runner.handle('PREDICT_COHORT', (job, tools) => this.cohorts.run(job, tools, askedOf));
    this.runner.start();
  }
}
