export { isFinished, Job, type JobError, type JobState } from './job.entity.js';
export { JobQueue } from './job-queue.service.js';
export { JobRunner, type JobRunnerOptions } from './job-runner.service.js';
export type { JobHandler, JobProgress, JobTools } from './running-job.js';
export { JobsModule } from './jobs.module.js';
