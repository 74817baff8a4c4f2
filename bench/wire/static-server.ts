import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { z } from 'zod';
import { DIST } from '../support/folders.js';

const started = z.object({ url: z.string() });
const START_TIMEOUT_MS = 30_000;

/** A process that sends one body to whoever asks. */
export class StaticServer {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
  ) {}

  static async start(): Promise<StaticServer> {
    const child = fork(join(DIST, 'bench/wire/static.process.js'));
    const [message]: unknown[] = await once(child, 'message', { signal: AbortSignal.timeout(START_TIMEOUT_MS) });
    return new StaticServer(child, started.parse(message).url);
  }

  tell(body: string): void {
    this.child.send(body);
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null) return;
    const ended = once(this.child, 'exit');
    this.child.disconnect();
    await ended;
  }
}
