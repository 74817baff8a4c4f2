import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { ROOT } from '../support/folders.js';

const timingsSchema = z.object({
  build: z.number(),
  start: z.number(),
  addSlides: z.number(),
  encoder: z.number(),
  prediction: z.number(),
  predictionOutOfDomain: z.number(),
  total: z.number(),
  features: z.array(
    z.object({ slide: z.string(), tiles: z.number(), seconds: z.number().nullable(), isReused: z.boolean() }),
  ),
});

/** What `npm run demo` says of its own stages, in seconds. */
export type DemoTimings = z.infer<typeof timingsSchema>;

/** Runs the demonstration as a user does, its data and output in a folder. @throws Error when it does not end well */
export async function runDemo(folder: string, out: string, signal: AbortSignal): Promise<DemoTimings> {
  const outDir = join(folder, out);
  const args = [join(ROOT, 'scripts/demo.mjs'), '--data', join(folder, 'data'), '--out', outDir];
  await runToEnd(process.execPath, args, ROOT, signal);
  return timingsSchema.parse(JSON.parse(await readFile(join(outDir, 'timings.json'), 'utf8')));
}

/** Runs a command whose output nobody needs unless it fails. @returns how long it took, in milliseconds */
export async function runToEnd(
  command: string,
  args: readonly string[],
  cwd: string,
  signal: AbortSignal,
): Promise<number> {
  const startedAt = performance.now();
  const child = spawn(command, [...args], { cwd, signal, stdio: ['ignore', 'ignore', 'pipe'] });
  let output = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output = (output + text).slice(-4_000)));
  const [code]: unknown[] = await once(child, 'close');
  if (code !== 0) throw new Error(`${command} ${args[0] ?? ''} failed; it last said:\n${output}`);
  return performance.now() - startedAt;
}
