import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

export interface CliResult {
  /** Exit code, or null when a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A running `tessera`: to send it signals and to see what it has written. */
export interface RunningCli {
  readonly child: ChildProcess;
  readonly result: Promise<CliResult>;
  /** Resolves when stderr holds this text. */
  seen(text: string): Promise<void>;
}

/**
 * Runs the compiled `tessera` as a process of its own, with pipes for stdout and stderr (no terminal).
 * @param env the whole environment but PATH; TESSERA_URL says which gateway
 */
export async function runCli(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<CliResult> {
  return await startCli(args, env).result;
}

export function startCli(args: readonly string[], env: Readonly<Record<string, string>> = {}): RunningCli {
  const main = join(process.cwd(), 'dist/apps/cli/src/main.js');
  const child = spawn(process.execPath, [main, ...args], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 30_000,
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const result = new Promise<CliResult>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
  const seen = (text: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const look = (): void => (stderr.includes(text) ? resolve() : undefined);
      child.stderr.on('data', look);
      child.on('close', () => reject(new Error(`ended without writing "${text}":\n${stderr}`)));
      look();
    });
  return { child, result, seen };
}
