import type { Job, JobFieldsFragment } from '#libs/client';
import { bagTable } from './format-slide.js';
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
      job.total === null ? '-' : `${job.done}/${job.total}`,
      time(job.createdAt),
      job.error?.code ?? '',
    ]),
  );
}

export function jobLines(job: JobFieldsFragment & Partial<Pick<Job, 'featureBag'>>, full: boolean): string[] {
  return [
    ...properties([
      ['id', job.id],
      ['kind', job.kind],
      ['state', job.state],
      ['stage', job.stage],
      ['done', job.total === null ? null : `${job.done} of ${job.total}`],
      ['asked for', time(job.createdAt)],
      ['began', job.startedAt && time(job.startedAt)],
      ['ended', job.finishedAt && time(job.finishedAt)],
      ['error', job.error && `${job.error.code}: ${job.error.message}`],
    ]),
    ...(job.featureBag ? ['', ...bagTable([job.featureBag], full)] : []),
  ];
}
