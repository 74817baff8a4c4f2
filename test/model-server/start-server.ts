import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Tensor } from '#libs/inference-protocol';

export const root = fileURLToPath(new URL('../../', import.meta.url));
export const mainFile = `${root}dist/apps/model-server/src/main.js`;
export const goodModels = `${root}test/fixtures/models/good`;
export const badModels = `${root}test/fixtures/models/bad`;

/** A model server process of a test. */
export interface ServerProcess {
  readonly url: string;
  /** The line that it printed when it listened. */
  readonly line: string;
  readonly child: ChildProcess;
  stderr(): string;
  /** Ends it, with SIGTERM unless it has ended. @returns its exit code */
  stop(): Promise<number | null>;
}

/** Starts the real program on a free port and waits until its models are loaded. */
export async function startServer(...args: readonly string[]): Promise<ServerProcess> {
  const options = [...nodeOptions(), mainFile, '--port', '0', ...args];
  const child = spawn(process.execPath, options, { stdio: ['ignore', 'pipe', 'pipe'] });
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const line = await Promise.race([
    once(createInterface(child.stdout), 'line').then(([text]) => String(text)),
    once(child, 'exit').then(() => Promise.reject(new Error(`ended before it listened: ${stderr}`))),
  ]);
  const url = /http:\/\/\S+/.exec(line)?.[0] ?? '';
  await until(async () => (await fetch(`${url}/v2/health/ready`)).status === 200);
  const stop = async (): Promise<number | null> => {
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
    child.kill('SIGTERM');
    await once(child, 'exit');
    return child.exitCode;
  };
  return { url, line, child, stderr: () => stderr, stop };
}

/** Those with which package.json starts it. */
function nodeOptions(): readonly string[] {
  const { scripts }: { readonly scripts: Readonly<Record<string, string>> } = JSON.parse(
    readFileSync(`${root}package.json`, 'utf8'),
  );
  const command = scripts['model-server'] ?? '';
  return command
    .slice(command.lastIndexOf('node '))
    .split(' ')
    .filter((word) => word.startsWith('--'));
}

/** Waits for a condition, at most ten seconds. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  const endsAt = performance.now() + 10_000;
  while (!(await condition())) {
    if (performance.now() > endsAt) throw new Error('the condition did not come true in 10 s');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Inputs of the model `slow` that keep a worker busy for about `steps` times 30 microseconds. */
export function slowInputs(steps: number): readonly Tensor[] {
  const size = 48;
  return [
    {
      name: 'X',
      datatype: 'FP32',
      shape: [size, size],
      data: Float32Array.from({ length: size * size }, (_, i) => Math.sin(i) / 8),
    },
    { name: 'steps', datatype: 'INT64', shape: [1], data: BigInt64Array.of(BigInt(steps)) },
  ];
}
