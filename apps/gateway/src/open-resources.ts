import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { localSources, type ModelRegistry, type ModelVersion, RegistryWriter } from '#model-registry';
import { type Database, openDatabase } from '#libs/database';
import { migrations } from '#migrations';
import { Answer } from './answer-store/index.js';
import { FileBlobStore } from './blob-store/index.js';
import { FeatureBag } from './feature-store/index.js';
import { GenePanel, GeneSetCollection } from './gene-catalog/index.js';
import { type GatewayConfig, packageRoot } from '#gateway/config';
import { DigestPin, StoredPins } from './digest-pins/index.js';
import { Job } from './jobs/index.js';
import { LicenceAcceptance } from './licences/index.js';
import { RegistryWriteRow, StoredJournal } from './registry-journal/index.js';
import { type Log } from './logging/index.js';
import { openRegistry } from './open-registry.js';
import {
  ConfiguredModelServer,
  EmbeddedModelServer,
  Fleet,
  type EmbeddedHolding,
  GuardedServer,
  type ModelServer,
  Placements,
  type Resilience,
  Router,
  type ServerLimits,
  systemClock,
} from './routing/index.js';
import { Slide } from './slide-catalog/index.js';

/** What the gateway holds open while it runs: connections, files, child processes. */
export interface Resources {
  readonly database: Database;
  readonly blobs: FileBlobStore;
  readonly registry: ModelRegistry;
  readonly writer: RegistryWriter;
  readonly router: Router;
  readonly fleet: Fleet;
  readonly servers: readonly ModelServer[];
  /** Closes everything, last opened first. */
  close(): Promise<void>;
}

interface Closable {
  close(): Promise<void>;
}

/** Opens the store, the registry and the ways to the model servers. What was opened before a failure is closed again. */
export async function openResources(config: GatewayConfig, log: Log): Promise<Resources> {
  const opening: Promise<Closable>[] = [];
  const open = <T extends Closable>(resource: Promise<T>): Promise<T> => {
    opening.push(resource);
    resource.catch(() => undefined); // whoever awaits it meets the failure
    return resource;
  };
  const close = async (): Promise<void> => {
    for (const resource of opening.splice(0).toReversed()) await closeWhenOpen(resource);
  };
  try {
    // The child loads its models and the registry reads its cards while the database opens.
    const embedded = config.modelServer === 'embedded' ? [open(startEmbeddedServer(config, log))] : [];
    const opened = open(openStore(config, log));
    const store = opened.then(({ dataSource }) => dataSource);
    const journal = new StoredJournal(store);
    const registry = open(openRegistry(config, log, { journal, pins: new StoredPins(store) }));
    const database = await opened;
    const blobs = await FileBlobStore.open(config.blobDir, { isExclusive: database.kind === 'embedded' });
    const configured = config.modelServers.map((server) => open(connectTo(server, config)));
    const servers = await Promise.all([...embedded, ...configured]);
    const guarded = servers.map((server) => new GuardedServer(server, resilienceOf(config), systemClock));
    const { registry: catalogue } = await registry;
    const placements = new Placements(placementsOf(config), embeddedHolding(config), (version) =>
      writtenPlacements(catalogue, version),
    );
    const fleet = await open(watchedFleet(guarded, placements, config, log));
    const router = new Router(fleet, config.routing);
    fleet.start(() => catalogue.snapshot());
    catalogue.onSnapshot(() => fleet.lookSoon());
    const writer = new RegistryWriter(catalogue, journal, (alias) => config.approvals.includes(alias));
    return { database, blobs, registry: catalogue, writer, router, fleet, servers, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function closeWhenOpen(resource: Promise<Closable>): Promise<void> {
  const opened = await resource.catch(() => null);
  await opened?.close();
}

const ENTITIES = [
  Slide,
  FeatureBag,
  Answer,
  Job,
  GenePanel,
  GeneSetCollection,
  LicenceAcceptance,
  RegistryWriteRow,
  DigestPin,
];

export function openStore(config: GatewayConfig, log: Log): Promise<Database> {
  const shared = {
    entities: ENTITIES,
    migrations,
    log: (line: string) => log.info(line),
  };
  return config.databaseUrl === undefined
    ? openDatabase({ kind: 'embedded', dataDir: config.dataDir, ...shared })
    : openDatabase({ kind: 'postgres', url: config.databaseUrl, ...shared });
}

function startEmbeddedServer(config: GatewayConfig, log: Log): Promise<ModelServer> {
  const entryFile = join(packageRoot(), 'dist/apps/model-server/src/main.js');
  const { modelDirs } = config;
  return EmbeddedModelServer.start({
    entryFile,
    modelDirs,
    limits: serverLimits(config),
    log: (line) => log.warn(line),
  });
}

async function connectTo(
  { id, url }: GatewayConfig['modelServers'][number],
  config: GatewayConfig,
): Promise<ModelServer> {
  return new ConfiguredModelServer(id, url, serverLimits(config));
}

function serverLimits({ limits }: GatewayConfig): ServerLimits {
  return {
    maxInFlight: limits.serverInFlight,
    maxQueued: limits.serverQueued,
    maxResponseBytes: limits.upstreamAnswerBytes,
  };
}

function placementsOf({ modelServers }: GatewayConfig) {
  return modelServers.flatMap(({ id, placements = [] }) =>
    placements.map((placement) => ({ ...placement, server: id })),
  );
}

function writtenPlacements(registry: ModelRegistry, { source, name, version }: ModelVersion) {
  const model = registry.snapshot().model(source, name);
  return model?.serving.placements.filter((placed) => placed.version === version) ?? [];
}

async function watchedFleet(
  servers: readonly GuardedServer[],
  placements: Placements,
  { limits }: GatewayConfig,
  log: Log,
): Promise<Fleet> {
  const report = (error: unknown): void => log.error('model server fault', {}, error);
  return new Fleet(servers, placements, { intervalMs: limits.probeMs, report });
}

function resilienceOf({ limits, routing }: GatewayConfig): Resilience {
  const windowMs = limits.breakerWindowMs;
  return {
    breaker: {
      windowMs,
      minCalls: limits.breakerCalls,
      failurePercent: limits.breakerFailurePercent,
      openMs: limits.breakerOpenMs,
    },
    retry: { windowMs, percent: limits.retryPercent, perSecond: limits.retriesPerSecond },
    hedgeAfterMs: routing.hedgeAfterMs,
  };
}

/** Of a version in several directories the embedded server serves the file of the first; versions of other sources it does not have. */
function embeddedHolding({ modelDirs }: GatewayConfig): (version: ModelVersion) => EmbeddedHolding {
  const ids = localSources(modelDirs).map(({ id }) => id);
  return ({ source, name, version }) => {
    const place = ids.indexOf(source);
    if (place < 0) return 'FOREIGN';
    const isShadowed = modelDirs.slice(0, place).some((folder) => existsSync(join(folder, name, version)));
    return isShadowed ? 'SHADOWED' : 'SERVED';
  };
}
