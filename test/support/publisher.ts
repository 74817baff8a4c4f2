import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { projectRoot } from './gateway-process.js';
import type { Json } from './json.js';
import { pythonWith } from './python-install.js';

/** Folder of `publish.py`. */
export const EXPORTERS = join(projectRoot, 'model-registry/exporters');

/** What a run of `publish.py` came to. */
export interface PublishRun {
  readonly code: number | null;
  /** The object that it printed, or null. */
  readonly result: Json;
  /** What it wrote for people. */
  readonly progress: string;
}

/** The interpreter of a clean environment with the packages of requirements-publish.txt, and with more where a test needs more. */
export async function publisherPython(...more: readonly string[]): Promise<string> {
  const requirements = await readFile(join(EXPORTERS, 'requirements-publish.txt'), 'utf8');
  return pythonWith('publish', [requirements, ...more].join('\n'));
}

/** Runs `publish.py`. Nothing of the developer's own MLflow settings reaches it. */
export async function publish(
  python: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<PublishRun> {
  const { child, written } = startPublish(python, args, environment);
  const [code] = await once(child, 'close');
  return resultOf({ code, ...written() });
}

/** @param ended its exit code, and what it wrote on standard output and standard error */
export function resultOf(ended: { readonly code: number | null } & Written): PublishRun {
  const { code, output, progress } = ended;
  return { code, result: output === '' ? null : JSON.parse(output), progress };
}

/**
 * Starts it and kills it, as a power cut would, as soon as its progress says this.
 *
 * @param temporary folder for what it can then not take away
 */
export async function publishUntil(
  python: string,
  args: readonly string[],
  said: string,
  temporary: string,
): Promise<void> {
  const { child, written } = startPublish(python, args, { TMPDIR: temporary });
  const closed = once(child, 'close');
  child.stderr?.on('data', () => {
    if (written().progress.includes(said)) child.kill('SIGKILL');
  });
  await closed;
  if (!written().progress.includes(said)) throw new Error(`it ended before: ${written().progress}`);
}

/** Runs a Python program of one's own with that interpreter. @returns the JSON that it prints */
export async function runPython(
  python: string,
  program: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<Json> {
  const { child, written } = startPython(python, ['-c', program, ...args], environment);
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(written().progress.slice(-2000));
  return JSON.parse(written().output);
}

function startPublish(python: string, args: readonly string[], environment: Readonly<Record<string, string>>): Started {
  return startPython(python, [join(EXPORTERS, 'publish.py'), ...args], environment);
}

interface Written {
  readonly output: string;
  readonly progress: string;
}

interface Started {
  readonly child: ChildProcessWithoutNullStreams;
  written(): Written;
}

/** Has Python keep what it compiles beside the packages, and not in the project's folders. */
export function compiledAside(python: string): Readonly<Record<string, string>> {
  return { PYTHONPYCACHEPREFIX: join(dirname(python), '../compiled') };
}

/** Starts a program with that interpreter, and with nothing of the developer's own MLflow settings. */
export function startPython(
  python: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Started {
  const quiet = { MLFLOW_DISABLE_TELEMETRY: 'true', DO_NOT_TRACK: 'true', ORT_DISABLE_TELEMETRY: '1' };
  const home = { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '' };
  const child = spawn(python, [...args], {
    env: { ...home, ...quiet, ...compiledAside(python), ...environment },
    stdio: 'pipe',
  });
  let output = '';
  let progress = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (progress += text));
  return { child, written: () => ({ output, progress }) };
}
