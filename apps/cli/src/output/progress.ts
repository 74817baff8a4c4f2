import type { Job } from '#libs/client';
import type { Output } from '../cli-io.js';
import { bytes } from './text.js';

/** Shows how far a job is. */
export interface Progress {
  update(job: Job): void;
  /** Clears what is not to stay. */
  end(): void;
}

/** A bar that redraws itself on a terminal; a line now and then elsewhere. */
export function progressOn(output: Output, now: () => number = Date.now): Progress {
  return output.isTTY ? bar(output, now) : lines(output);
}

function bar(output: Output, now: () => number): Progress {
  const started = now();
  return {
    update(job) {
      const seconds = Math.round((now() - started) / 1000);
      const text = job.total ? drawn(job, job.done / job.total, seconds) : `${stageOf(job)}  ${seconds} s`;
      output.write(`\r\u001b[2K${text.slice(0, (output.columns || 80) - 1)}`);
    },
    end: () => output.write('\r\u001b[2K'),
  };
}

function drawn(job: Job, done: number, seconds: number): string {
  const share = Math.min(1, done);
  const filled = Math.round(share * 30);
  const count = `${amount(job)}  ${Math.floor(share * 100)} %  ${seconds} s`;
  return `${(job.stage ?? '').padEnd(9)} [${'#'.repeat(filled)}${'.'.repeat(30 - filled)}] ${count}`;
}

/** A line for each new stage, and one for each tenth of it. */
function lines(output: Output): Progress {
  let last = '';
  return {
    update(job) {
      const tenth = job.total ? Math.floor((10 * job.done) / job.total) : 0;
      const step = `${job.state} ${job.stage} ${tenth}`;
      if (step === last) return;
      last = step;
      output.write(`${stageOf(job)}${job.total ? ` ${amount(job)}` : ''}\n`);
    },
    end: () => undefined,
  };
}

/** How much is done of how much: files of a model in bytes, all else by the piece. */
export function amount({ kind, done, total }: Pick<Job, 'kind' | 'done' | 'total'>): string {
  if (kind !== 'REGISTER_MODEL_VERSION') return `${done}/${total ?? '?'}`;
  return `${bytes(done * 1024)}/${bytes((total ?? 0) * 1024)}`;
}

function stageOf(job: Job): string {
  return job.state === 'RUNNING' ? (job.stage ?? 'running') : job.state.toLowerCase();
}
