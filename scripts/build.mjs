// Compiles with tsc, unless nothing changed since the last build. `--force` starts from an empty dist.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './source-aliases.mjs';

const dist = join(root, 'dist');
const stampFile = join(dist, '.sources');
const rooms = ['apps', 'libs', 'model-registry', 'graphql/generated', 'migrations', 'bench', 'test'];

const sources = rooms.flatMap((room) => list(join(root, room))).sort();
const stamp = createHash('sha256');
for (const file of [...sources, join(root, 'tsconfig.json'), join(root, 'package-lock.json')]) {
  const { size, mtimeMs } = statSync(file);
  stamp.update(`${file.slice(root.length)} ${size} ${mtimeMs}\n`);
}
const digest = stamp.digest('hex');
const last = existsSync(stampFile) ? readFileSync(stampFile, 'utf8').split('\n') : [];
const force = process.argv.includes('--force');

if (force || last[0] !== digest) {
  const names = sources.map((file) => file.slice(root.length));
  const removed = last.slice(1).some((name) => !names.includes(name));
  // tsc never removes the output of a deleted source, and a stale file in dist still resolves.
  if (force || removed) rmSync(dist, { recursive: true, force: true });
  const result = spawnSync(process.execPath, [join(root, 'node_modules/typescript-native/bin/tsc'), '-p', root], {
    stdio: 'inherit',
  });
  if (result.status !== 0) process.exit(result.status ?? 1);
  mkdirSync(dist, { recursive: true });
  writeFileSync(stampFile, [digest, ...names].join('\n'));
}

function list(directory) {
  if (!existsSync(directory)) return [];
  return readdirSync(directory, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.parentPath.includes('node_modules'))
    .map((entry) => join(entry.parentPath, entry.name));
}
