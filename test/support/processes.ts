import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** A script of test/support, run from dist in a process of its own. */
export interface TestProcess {
  readonly child: ChildProcess;
  /** Everything that it has printed so far, line by line. */
  readonly lines: readonly string[];
  /** Resolves with the first line, past or coming, that begins so. */
  lineThatBegins(start: string, timeoutMs?: number): Promise<string>;
  /** Resolves when it has ended and everything that it printed was read. */
  readonly ended: Promise<void>;
  kill(): Promise<void>;
}

const DIST = fileURLToPath(new URL('../../dist/test/support/', import.meta.url));

// These processes live for a second: without V8's optimising compilers, and with room for what they load, they need half the CPU time.
const SHORT_LIVED = ['--liftoff-only', '--no-opt', '--max-semi-space-size=64'];

export function startProcess(script: string, ...args: readonly string[]): TestProcess {
  const child = fork(`${DIST}${script}.process.js`, [...args], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    execArgv: SHORT_LIVED,
  });
  const { stdout } = child;
  if (!stdout) throw new Error('the process has no output');
  const lines: string[] = [];
  const reader = createInterface({ input: stdout });
  reader.on('line', (line) => lines.push(line));
  const ended = Promise.all([once(child, 'exit'), once(reader, 'close')]).then(() => {});
  return {
    child,
    lines,
    ended,
    lineThatBegins: async (start, timeoutMs = 30_000) => {
      const signal = AbortSignal.timeout(timeoutMs);
      for (;;) {
        const found = lines.find((line) => line.startsWith(start));
        if (found !== undefined) return found;
        await once(reader, 'line', { signal });
      }
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
