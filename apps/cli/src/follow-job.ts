import { CancelJobDocument, JobNotSucceeded, PrepareFeaturesDocument, TesseraError, type Job } from '#libs/client';
import type { CliContext } from './cli-context.js';
import { Interrupted } from './cli-errors.js';
import { printable } from './output/printable.js';
import { progressOn } from './output/progress.js';

/**
 * The job that makes features, as `followJob` shows it.
 * @throws JobNotSucceeded; Interrupted after Ctrl-C
 */
export async function prepareFeatures(context: CliContext, slideId: string, encoder: string): Promise<Job> {
  return await followJob(context, 'Its features are stored.', async () => {
    const { prepareFeatures: job } = await context.ask(PrepareFeaturesDocument, { input: { slideId, encoder } });
    return job.id;
  });
}

/**
 * Starts a job, and shows it until it has ended. The first Ctrl-C asks the gateway to cancel it, the second leaves.
 * @param start gives the job's id
 * @param outcome a sentence about what is there when the job was done before it could be cancelled
 * @throws JobNotSucceeded; Interrupted after Ctrl-C
 */
export async function followJob(context: CliContext, outcome: string, start: () => Promise<string>): Promise<Job> {
  const interruption = new JobInterruption(context);
  return await context.interrupts.endGently(
    () => interruption.arrived(),
    async () => {
      const id = await start();
      interruption.jobStarted(id);
      return await follow(context, id, interruption, outcome);
    },
  );
}

async function follow(context: CliContext, id: string, interruption: JobInterruption, outcome: string): Promise<Job> {
  const progress = context.settings.json ? null : progressOn(context.io.stderr);
  try {
    const job = await context.client.waitForJob(id, {
      signal: context.signal,
      pollMs: 250,
      onProgress: (state) => progress?.update(printable(state)),
    });
    if (interruption.isAsked) throw new Interrupted(`The job was done before it could be cancelled. ${outcome}`);
    return job;
  } catch (error) {
    if (interruption.isAsked && error instanceof JobNotSucceeded && error.code === 'JOB_CANCELLED') {
      throw new Interrupted(`Interrupted: the job ${id} was cancelled.`);
    }
    throw error;
  } finally {
    progress?.end();
  }
}

/** Ctrl-C while a job runs. It may come before the job's id is known. */
class JobInterruption {
  private id: string | null = null;
  isAsked = false;

  constructor(private readonly context: CliContext) {}

  arrived(): void {
    this.isAsked = true;
    this.context.remark('\nCancelling the job ... (Ctrl-C again leaves at once; the job may then go on)');
    void this.cancel();
  }

  jobStarted(id: string): void {
    this.id = id;
    if (this.isAsked) void this.cancel();
  }

  private async cancel(): Promise<void> {
    if (this.id === null) return;
    try {
      await this.context.ask(CancelJobDocument, { id: this.id });
    } catch (error) {
      const code = error instanceof TesseraError ? error.code : 'CLIENT_ERROR';
      this.context.remark(`The job could not be cancelled: ${code}. It may go on; see \`tessera jobs list\`.`);
    }
  }
}
