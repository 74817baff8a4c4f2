import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { z } from 'zod';
import { DIST } from '../../support/folders.js';
import { answerOf } from './answer-of.js';
import { type StubBehaviour, stubCounts } from './stub-behaviour.js';

const START_TIMEOUT_MS = 30_000;
const started = z.object({ url: z.string() });

/** A model server as its own process, which counts what it is asked and answers as late as it is told. */
export class Stub {
  private behaviour: StubBehaviour = { delayMs: 0, failsHalf: false };

  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
  ) {}

  static async start(): Promise<Stub> {
    const child = fork(join(DIST, 'bench/serving/world/stub.process.js'));
    const [message]: unknown[] = await once(child, 'message', { signal: AbortSignal.timeout(START_TIMEOUT_MS) });
    return new Stub(child, started.parse(message).url);
  }

  /** @returns inferences that arrived since the last look, by `name/version` */
  async behave(behaviour: Partial<StubBehaviour> = {}): Promise<Readonly<Record<string, number>>> {
    this.behaviour = { ...this.behaviour, ...behaviour };
    return stubCounts.parse(await answerOf(this.child, this.behaviour));
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null) return;
    const ended = once(this.child, 'exit');
    this.child.disconnect();
    await ended;
  }
}
