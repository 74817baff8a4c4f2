import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isLoopback, type ModelServerConfig } from './model-server.config.js';
import { HttpServer } from './protocol/http-server.js';
import { ModelRepository } from './repository/model-repository.js';
import { scanRepository } from './repository/scan-repository.js';
import { SessionPool } from './sessions/session-pool.js';

/** A server that listens. */
export interface RunningModelServer {
  readonly url: string;
  readonly models: number;
  readonly versions: number;
  /** Resolves when every version is ready or has failed. */
  readonly loaded: Promise<void>;
  /** Whether a worker is inside ONNX Runtime: such a thread cannot be ended, only the process. */
  isComputing(): boolean;
  /** Finishes what clients wait for, within the drain time, and stops listening. */
  drain(): Promise<void>;
}

/** Listens at once and loads the models in the background. @throws InvalidConfig, or the system's error when the address cannot be had */
export async function startModelServer(
  config: ModelServerConfig,
  log: (line: string) => void,
): Promise<RunningModelServer> {
  const repository = new ModelRepository(await scanRepository(config.modelDirs));
  const { host, port, maxBodyBytes } = config;
  const pool = new SessionPool(config);
  const server = new HttpServer({ host, port, maxBodyBytes, version: await ownVersion(), repository, pool, log });
  const listeningOn = await server.listen().catch(async (error: unknown) => {
    await pool.close();
    throw error;
  });
  if (!isLoopback(host))
    log(`warning: listening on ${host} without authentication; anyone who reaches this port can run the models`);
  const loaded = repository.loadAll(
    (key, file) => pool.load(key, file),
    ({ name, version, reason }) => log(`not served: ${version === '' ? name : `${name}/${version}`}: ${reason ?? ''}`),
  );
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${listeningOn}`,
    ...repository.counts,
    loaded,
    isComputing: () => !pool.isIdle,
    drain: () => server.drain(config.drainMs),
  };
}

async function ownVersion(): Promise<string> {
  for (let folder = import.meta.dirname; folder !== join(folder, '..'); folder = join(folder, '..')) {
    const text = await readFile(join(folder, 'package.json'), 'utf8').catch(() => null);
    if (text === null) continue;
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed === 'object' && parsed !== null && 'version' in parsed) return String(parsed.version);
  }
  return '0';
}
