// Installs the dependencies when they are missing or the lockfile changed. Plain Node: it runs before node_modules exists.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const stampFile = `${root}node_modules/.bootstrap`;
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Tessera needs Node 20.19 or newer; this is ${process.version}. See https://nodejs.org/en/download.`);
  process.exit(1);
}

const stamp = createHash('sha256')
  .update(readFileSync(`${root}package-lock.json`))
  .update(process.version)
  .digest('hex');

if (!existsSync(stampFile) || readFileSync(stampFile, 'utf8') !== stamp) {
  console.error('Installing dependencies (first run, or the lockfile changed) ...');
  install();
  writeFileSync(stampFile, stamp); // npm ci removes node_modules, and the old stamp with it
}

function install() {
  const npm = process.env.npm_execpath;
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const options = { cwd: root, stdio: ['ignore', 2, 2], env: cleanEnvironment() };
  const result = npm
    ? spawnSync(process.execPath, [npm, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  if (result.status !== 0) {
    console.error(
      'npm ci failed: see the lines above. The usual causes are no network or a proxy that npm does not know.',
    );
    process.exit(result.status ?? 1);
  }
}

// `npm test --omit=dev` or NODE_ENV=production would leave the test tools out: only the network's settings are passed on.
function cleanEnvironment() {
  const kept =
    /^npm_config_(registry|cache|https?_proxy|proxy|noproxy|cafile|userconfig|globalconfig|offline|prefer_offline)$/i;
  return Object.fromEntries(
    Object.entries(process.env).filter(
      ([key]) => kept.test(key) || (!/^npm_(config|lifecycle|package)_|^npm_command$/i.test(key) && key !== 'NODE_ENV'),
    ),
  );
}
