import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { DIST } from '../../support/folders.js';
import { answerOf } from '../world/answer-of.js';
import {
  type AskJob,
  type AskResult,
  askResult,
  outcome,
  type ReplayJob,
  type ReplayResult,
  replayResult,
} from './messages.js';

const FILE = join(DIST, 'bench/serving/load/load.process.js');

/** Clients in a process of their own. One job at a time. */
export class LoadGenerator {
  private constructor(private readonly child: ChildProcess) {}

  static start(): LoadGenerator {
    return new LoadGenerator(fork(FILE));
  }

  async replay(job: Omit<ReplayJob, 'kind'>): Promise<ReplayResult> {
    return replayResult.parse(await this.work({ kind: 'replay', ...job }));
  }

  async ask(job: Omit<AskJob, 'kind'>): Promise<AskResult> {
    return askResult.parse(await this.work({ kind: 'ask', ...job }));
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null) return;
    const ended = once(this.child, 'exit');
    this.child.disconnect();
    await ended;
  }

  private async work(job: ReplayJob | AskJob): Promise<unknown> {
    const found = outcome.parse(await answerOf(this.child, job));
    if ('error' in found) throw new Error(found.error);
    return found.result;
  }
}
