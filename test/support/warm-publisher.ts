import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { projectRoot } from './gateway-process.js';
import { EXPORTERS, publisherPython, resultOf, startPython, type PublishRun } from './publisher.js';

/** Runs `publish.py` many times, one after the other. */
export interface WarmPublisher {
  publish(args: readonly string[], environment?: Readonly<Record<string, string>>): Promise<PublishRun>;
  close(): Promise<void>;
}

/** As `publish`, for tests of many runs: each is a process of its own still, which does not load MLflow any more. */
export async function startWarmPublisher(): Promise<WarmPublisher> {
  const program = join(projectRoot, 'test/support/warm_publisher.py');
  const { child, written } = startPython(await publisherPython(), [program, EXPORTERS], {});
  const ended = once(child, 'close');
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  let last: Promise<unknown> = Promise.resolve();

  async function run(args: readonly string[], environment: Readonly<Record<string, string>>): Promise<PublishRun> {
    child.stdin.write(`${JSON.stringify({ arguments: args, environment })}\n`);
    const { value, done } = await lines.next();
    if (done) throw new Error(`the publisher ended: ${written().progress.slice(-2000)}`);
    return resultOf(JSON.parse(value));
  }
  return {
    publish: (args, environment = {}) => {
      const next = last.then(() => run(args, environment));
      last = next.catch(() => undefined);
      return next;
    },
    close: async () => {
      child.stdin.end();
      await ended;
    },
  };
}
