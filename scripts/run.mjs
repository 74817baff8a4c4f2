import { spawn } from 'node:child_process';
import { root } from './source-aliases.mjs';

/** Runs a command in the project's root with our own output, and gives its exit code (1 where a signal ended it). */
export function run(command, args, env = process.env) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', env });
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}
