import type { Job, JobFieldsFragment } from '#libs/client';
import { bagTable } from './format-slide.js';
import { writeLines } from './format-write.js';
import { amount } from './progress.js';
import { properties, table, time } from './text.js';

export function jobTable(jobs: readonly JobFieldsFragment[]): string[] {
  if (jobs.length === 0) return ['No jobs yet.'];
  return table(
    ['ID', 'KIND', 'STATE', 'STAGE', 'DONE', 'ASKED FOR', 'ERROR'],
    jobs.map((job) => [
      job.id,
      job.kind,
      job.state,
      job.stage ?? '-',
      job.total === null ? '-' : amount(job),
      time(job.createdAt),
      job.error?.code ?? '',
    ]),
  );
}

export function jobLines(
  job: JobFieldsFragment & Partial<Pick<Job, 'featureBag' | 'registration'>>,
  full: boolean,
): string[] {
  return [
    ...properties([
      ['id', job.id],
      ['kind', job.kind],
      ['state', job.state],
      ['stage', job.stage],
      ['done', job.total === null ? null : amount(job).replace('/', ' of ')],
      ['asked for', time(job.createdAt)],
      ['began', job.startedAt && time(job.startedAt)],
      ['ended', job.finishedAt && time(job.finishedAt)],
      ['error', job.error && `${job.error.code}: ${job.error.message}`],
    ]),
    ...(job.registration ? ['', ...writeLines(job.registration)] : []),
    ...(job.featureBag ? ['', ...bagTable([job.featureBag], full)] : []),
  ];
}
