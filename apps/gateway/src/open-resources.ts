import { join } from 'node:path';
import {
  localSources,
  ManagedVersions,
  type ModelRegistry,
  managedRegistrationsIn,
  RegistryWriter,
  VersionRegistrar,
  ThroughWriter,
  type WriteOutbox,
} from '#model-registry';
import { type Database, openDatabase } from '#libs/database';
import { migrations } from '#migrations';
import { Answer } from './answer-store/index.js';
import { FileBlobStore } from './blob-store/index.js';
import { ExpressionMatrix, MatrixScoresRow } from './expression-matrices/index.js';
import { SpatialMap, SpatialMeasurement } from './spatial-maps/index.js';
import { CohortFault, CohortItem, CohortRevision, ImportedScore, PredictionImport } from './cohorts/index.js';
import { FeatureBag } from './feature-store/index.js';
import { GenePanel, GeneSetCollection, GeneSignature } from './gene-catalog/index.js';
import type { GatewayConfig } from '#gateway/config';
import { EmbeddingFile, EmbeddingGeneration, EmbeddingIndex, EmbeddingVector } from './embeddings/index.js';
import { DigestPin, StoredPins } from './digest-pins/index.js';
import { EmbeddedModels } from './embedded-models.js';
import { Job } from './jobs/index.js';
import { LicenceAcceptance } from './licences/index.js';
import { RegistryIntentRow, RegistryWriteRow, StoredJournal, StoredOutbox } from './registry-journal/index.js';
import { type Log } from './logging/index.js';
import { openRegistry } from './open-registry.js';
import { connectTo, openFleet, startEmbeddedServer } from './open-fleet.js';
import { type Fleet, type ModelServer, Router } from './routing/index.js';
import { AnnouncedJournal, AnnouncedOutbox, SharedState } from './shared-state/index.js';
import { Slide } from './slide-catalog/index.js';

/** What the gateway holds open while it runs: connections, files, child processes. */
export interface Resources {
  readonly database: Database;
  readonly blobs: FileBlobStore;
  readonly registry: ModelRegistry;
  readonly writer: RegistryWriter;
  readonly registrar: VersionRegistrar;
  readonly outbox: WriteOutbox;
  readonly through: ThroughWriter;
  readonly router: Router;
  readonly fleet: Fleet;
  readonly servers: readonly ModelServer[];
  readonly sharedState: SharedState;
  /** Closes everything, last opened first. */
  close(): Promise<void>;
}

const SWEEP_TIMEOUT_MS = 10_000;

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
    const sources = localSources(config.modelDirs).map(({ id }) => id);
    const managed = await ManagedVersions.open(join(config.blobDir, 'registered'), sources);
    const models = new EmbeddedModels(config.modelDirs, managed);
    // The child loads its models and the registry reads its cards while the database opens.
    const embedded = config.modelServer === 'embedded' ? [open(startEmbeddedServer(config, models, log))] : [];
    const opened = open(openStore(config, log));
    const store = opened.then(({ dataSource }) => dataSource);
    const sharedState = await open(Promise.resolve(SharedState.open(config, log)));
    const stored = new StoredJournal(store);
    const journal = new AnnouncedJournal(stored, sharedState.hints);
    const outbox = new AnnouncedOutbox(new StoredOutbox(store, stored), sharedState.hints);
    const through = new ThroughWriter(journal, outbox);
    const registry = open(openRegistry(config, log, { journal, managed, pins: new StoredPins(store) }));
    const database = await opened;
    const blobs = await FileBlobStore.open(config.blobDir, { isExclusive: database.kind === 'embedded' });
    const configured = config.modelServers.map((server) => open(connectTo(server, config)));
    const servers = await Promise.all([...embedded, ...configured]);
    const { registry: catalogue } = await registry;
    hearOthers(sharedState, catalogue);
    const fleet = await open(openFleet(servers, catalogue, models, { config, log }));
    fleet.start(() => catalogue.snapshot());
    catalogue.onSnapshot(() => fleet.lookSoon());
    const router = new Router(fleet, config.routing);
    const needsApproval = (alias: string): boolean => config.approvals.includes(alias);
    const places = { journal, managed, through };
    const writer = new RegistryWriter(catalogue, places, needsApproval);
    const registrar = new VersionRegistrar(catalogue, places);
    await sweep(managed, stored, { sources, isAlone: database.kind === 'embedded', log });
    return {
      database,
      blobs,
      registry: catalogue,
      writer,
      registrar,
      outbox,
      through,
      router,
      fleet,
      servers,
      sharedState,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** What other gateways write is read at once. After a silence it is the sources that gateways write to: the others are polled as ever. */
function hearOthers({ hints }: SharedState, registry: ModelRegistry): void {
  hints.listen((source) => {
    const all = registry.snapshot().sources.filter(({ kind }) => kind === 'LOCAL');
    for (const id of source === null ? all.map(({ id }) => id) : [source]) registry.hint(id);
  });
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
  GeneSignature,
  ExpressionMatrix,
  MatrixScoresRow,
  SpatialMap,
  SpatialMeasurement,
  LicenceAcceptance,
  RegistryWriteRow,
  RegistryIntentRow,
  DigestPin,
  CohortRevision,
  CohortItem,
  CohortFault,
  PredictionImport,
  ImportedScore,
  EmbeddingIndex,
  EmbeddingGeneration,
  EmbeddingFile,
  EmbeddingVector,
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

/** Copies that were begun and never acknowledged are in nobody's way: what cannot be removed now is removed another time. */
async function sweep(
  managed: ManagedVersions,
  journal: StoredJournal,
  { sources, isAlone, log }: { readonly sources: readonly string[]; readonly isAlone: boolean; readonly log: Log },
): Promise<void> {
  try {
    const signal = AbortSignal.timeout(SWEEP_TIMEOUT_MS);
    const writes = await Promise.all(sources.map((source) => journal.read(source, signal)));
    const places = managedRegistrationsIn(writes.flat()).map(({ document }) => document.place);
    const removed = await managed.sweep(new Set(places), isAlone);
    if (removed > 0) log.info('unfinished copies of model versions removed', { copies: removed });
  } catch (error) {
    log.error('unfinished copies of model versions not removed', {}, error);
  }
}
