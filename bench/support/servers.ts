import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type ServerProcess, startServer } from './child-process.js';
import { DEMO_SLIDES, DIST, MODELS, ROOT } from './folders.js';

const manifest = z.object({ scripts: z.record(z.string(), z.string()) });

/** The gateway on a free port of this machine, its data in a folder, with its model server as its child unless `settings` say otherwise. */
export function startGateway(dataDir: string, settings: Readonly<Record<string, string>> = {}): Promise<ServerProcess> {
  return startServer(join(DIST, 'apps/gateway/src/main.js'), [], {
    TESSERA_HOST: '127.0.0.1',
    TESSERA_PORT: '0',
    TESSERA_DATA_DIR: dataDir,
    TESSERA_SLIDE_ROOTS: DEMO_SLIDES,
    TESSERA_LOG_LEVEL: 'warn',
    ...settings,
  });
}

/**
 * The embedded model server without a gateway, on a free port.
 * @param directories of models; those that ship unless stated
 */
export async function startModelServer(
  directories: readonly string[] = [MODELS],
  options: readonly string[] = [],
): Promise<ServerProcess> {
  const models = directories.flatMap((directory) => ['--models', directory]);
  const entry = 'dist/apps/model-server/src/main.js';
  return startServer(join(ROOT, entry), ['--port', '0', ...models, ...options], {}, await nodeOptionsFor(entry));
}

/** Those with which package.json starts a program. */
async function nodeOptionsFor(entry: string): Promise<readonly string[]> {
  const { scripts } = manifest.parse(JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')));
  const command = Object.values(scripts).find((script) => script.includes(entry)) ?? '';
  return command
    .slice(command.lastIndexOf('node '))
    .split(' ')
    .filter((word) => word.startsWith('--'));
}

/**
 * Settings for a gateway that has no model server of its own and asks the one at `url` instead.
 * @param versions as `name/version`; placed there under their own names
 */
export async function askingServer(
  folder: string,
  url: string,
  versions: readonly string[],
): Promise<Readonly<Record<string, string>>> {
  const placements = versions.map((named) => {
    const [name = '', version = ''] = named.split('/');
    return { model: `local:${named}`, as: { name, version } };
  });
  const file = join(folder, 'tessera.json');
  await writeFile(file, JSON.stringify({ modelServers: [{ id: 'bench', url, placements }] }));
  return { TESSERA_CONFIG: file, TESSERA_MODEL_SERVER: 'none' };
}
