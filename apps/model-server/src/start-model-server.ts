import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isLoopback, type ModelServerConfig } from './model-server.config.js';
import { Codec } from './protocol/codec/codec.js';
import { HttpServer } from './protocol/http-server.js';
import type { ServerParts } from './protocol/server-parts.js';
import { ModelRepository } from './repository/model-repository.js';
import { pollEvery } from './repository/poll.js';
import { RepositoryDirectories } from './repository/repository-directories.js';
import { VersionLoader } from './repository/version-loader.js';
import { SessionPool } from './sessions/session-pool.js';
import { SpareMemory } from './spare-memory.js';
import { StatisticsBook } from './statistics/statistics-book.js';

/** A server that listens. */
export interface RunningModelServer {
  readonly url: string;
  /** `host:port`, or null where gRPC is off. */
  readonly grpcAddress: string | null;
  readonly models: number;
  readonly versions: number;
  /** Resolves when every version is ready or has failed. */
  readonly loaded: Promise<void>;
  /** Whether a worker is inside ONNX Runtime: such a thread cannot be ended, only the process. */
  isComputing(): boolean;
  /** Finishes what clients wait for, within the drain time, and stops listening. */
  drain(): Promise<void>;
}

type Log = (line: string) => void;

/** Listens at once and loads the models in the background. @throws InvalidConfig, or the system's error when the address cannot be had */
export async function startModelServer(config: ModelServerConfig, log: Log): Promise<RunningModelServer> {
  const spareMemory = new SpareMemory();
  const onSpent = (buffers: readonly ArrayBuffer[]): void => spareMemory.give(buffers);
  const pool = new SessionPool(config, onSpent);
  const loader = new VersionLoader(pool, config);
  const repository = new ModelRepository(new RepositoryDirectories(config.modelDirs, log), loader, log);
  const statistics = new StatisticsBook();
  const codec = new Codec(config.workers, onSpent);
  const version = await ownVersion();
  const parts = { config, repository, pool, loader, statistics, codec, spareMemory, version, log };
  try {
    await repository.open(config.control.kind !== 'poll', config.startsWith);
    return await listen(parts);
  } catch (error) {
    await pool.close();
    throw error;
  }
}

async function listen(parts: ServerParts): Promise<RunningModelServer> {
  const { config, repository, pool, log } = parts;
  const { host, control } = config;
  const http = new HttpServer(parts);
  const port = await http.listen();
  const grpc = await startGrpc(parts);
  if (!isLoopback(host))
    log(`warning: listening on ${host} without authentication; anyone who reaches this port can run the models`);
  const loaded = repository.loadAll();
  const polling = new AbortController();
  if (control.kind === 'poll')
    void loaded.then(() => pollEvery(control.everyMs, () => repository.poll(), polling.signal));
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    grpcAddress: grpc?.address ?? null,
    ...repository.counts,
    loaded,
    isComputing: () => !pool.isIdle,
    drain: async () => {
      polling.abort();
      await Promise.all([http.drain(config.drainMs), grpc?.drain(config.drainMs)]);
    },
  };
}

/** The library is loaded only where it is needed. */
async function startGrpc(
  parts: ServerParts,
): Promise<{ readonly address: string; drain(ms: number): Promise<void> } | null> {
  const { host, grpcPort } = parts.config;
  if (grpcPort === null) return null;
  const { GrpcServer } = await import('./protocol/grpc-server.js');
  const server = new GrpcServer(parts);
  const port = await server.listen(grpcPort);
  return { address: `${host}:${port}`, drain: (ms) => server.drain(ms) };
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
