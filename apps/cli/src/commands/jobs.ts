import type { Command } from 'commander';
import { CancelJobDocument, JobDocument, JobsDocument } from '#libs/client';
import { wholeNumber } from '../options.js';
import { jobLines, jobTable } from '../output/format-job.js';
import type { Runner } from '../run-command.js';

const EXAMPLE = 'job_57fb896159931915f5a97c57b81c409a';

export function addJobsCommands(program: Command, run: Runner): void {
  const jobs = program.command('jobs').description('Look at jobs, and stop them.');
  addList(jobs, run);
  jobs
    .command('show')
    .description('Show a job, and the features that it made.')
    .argument('<id>', "the job's whole id, as `tessera jobs list` shows it")
    .addHelpText('after', `\nExamples:\n  $ tessera jobs show ${EXAMPLE}\n  $ tessera jobs show ${EXAMPLE} --json`)
    .action((id: string, _options: object, command: Command) =>
      run(command, async (context) => {
        const { job } = await context.ask(JobDocument, { id });
        context.show(job, () => (job ? jobLines(job, context.settings.full) : []));
      }),
    );
  jobs
    .command('cancel')
    .description('Ask a job to stop. A job that has ended stays as it is.')
    .argument('<id>', "the job's whole id, as `tessera jobs list` shows it")
    .addHelpText('after', `\nExamples:\n  $ tessera jobs cancel ${EXAMPLE}\n  $ tessera jobs cancel ${EXAMPLE} --json`)
    .action((id: string, _options: object, command: Command) =>
      run(command, async (context) => {
        const { cancelJob } = await context.ask(CancelJobDocument, { id });
        context.show(cancelJob, () => jobLines(cancelJob, context.settings.full));
      }),
    );
}

function addList(jobs: Command, run: Runner): void {
  jobs
    .command('list')
    .description('List your jobs, newest first.')
    .option('--first <count>', 'how many at most: 1 to 100', wholeNumber(1, 100), 20)
    .addHelpText('after', '\nExamples:\n  $ tessera jobs list\n  $ tessera jobs list --first 5 --json')
    .action((options: { first: number }, command: Command) =>
      run(command, async (context) => {
        const { jobs: page } = await context.ask(JobsDocument, { first: options.first });
        context.show(page.nodes, () => [
          ...jobTable(page.nodes),
          ...(page.pageInfo.hasNextPage ? ['(older ones are left out; see --first)'] : []),
        ]);
      }),
    );
}
