import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';

/** A server of ours as its own process. */
export interface ServerProcess {
  readonly url: string;
  readonly pid: number;
  /** From the fork to the message that it listens. */
  readonly startMs: number;
  /** Asks it to end, and waits for that. */
  stop(): Promise<void>;
}

const START_TIMEOUT_MS = 120_000;
const STOP_TIMEOUT_MS = 30_000;

/**
 * Starts a server from dist and waits until it says where it listens. Variables of the caller that begin with TESSERA_ are not passed on.
 * @throws Error with the last lines of its output when it ends or says nothing
 */
export async function startServer(
  file: string,
  args: readonly string[],
  settings: Readonly<Record<string, string>> = {},
  nodeOptions: readonly string[] = ['--enable-source-maps'],
): Promise<ServerProcess> {
  const startedAt = performance.now();
  const child = fork(file, [...args], {
    env: { ...withoutOwnSettings(), ...settings },
    execArgv: [...nodeOptions],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let output = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (output = (output + text).slice(-4_000)));
  try {
    const url = await listening(child);
    const startMs = performance.now() - startedAt;
    return { url: new URL(url).origin, pid: child.pid ?? 0, startMs, stop: () => stop(child) };
  } catch (cause) {
    child.kill('SIGKILL');
    throw new Error(`a server did not start; it last said:\n${output}`, { cause });
  }
}

function withoutOwnSettings(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('TESSERA_')));
}

async function listening(child: ChildProcess): Promise<string> {
  const signal = AbortSignal.timeout(START_TIMEOUT_MS);
  const ended = once(child, 'exit', { signal }).then(() => Promise.reject(new Error('it ended')));
  const [message]: unknown[] = await Promise.race([once(child, 'message', { signal }), ended]);
  if (typeof message === 'object' && message !== null && 'url' in message) return String(message.url);
  throw new Error('its first message was not its address');
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS);
  await exited;
  clearTimeout(timer);
}
