// `npm run dev`: compiles on every change and restarts the gateway when a compiled file changed.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from './source-aliases.mjs';

const compiler = spawn(
  process.execPath,
  [join(root, 'node_modules/typescript-native/bin/tsc'), '-p', root, '--watch', '--preserveWatchOutput'],
  { stdio: ['ignore', 'pipe', 'inherit'] },
);
let gateway;

compiler.stdout.on('data', (chunk) => {
  process.stdout.write(chunk);
  if (gateway || !String(chunk).includes('Found 0 errors')) return;
  gateway = spawn(
    process.execPath,
    ['--watch', '--watch-preserve-output', '--enable-source-maps', join(root, 'dist/apps/gateway/src/main.js')],
    { stdio: 'inherit' },
  );
});

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    gateway?.kill(signal);
    compiler.kill(signal);
  });
}
