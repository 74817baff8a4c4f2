import { join } from 'node:path';
import { MlflowClient, type MlflowClientOptions, MlflowWriter } from '#libs/mlflow-client';
import {
  localSources,
  type ManagedVersions,
  MlflowSource,
  ModelRegistry,
  type PinStore,
  type RegistryJournal,
  type RegistrySource,
  ThroughSource,
  WrittenSource,
} from '#model-registry';
import { type GatewayConfig, isLoopback, type RegistrySourceSettings } from '#gateway/config';
import { type Log } from './logging/index.js';

const START_TIMEOUT_MS = 60_000;

export interface OpenRegistry {
  readonly registry: ModelRegistry;
  close(): Promise<void>;
}

/** What the registry keeps in the database. */
export interface RegistryStores {
  readonly journal: RegistryJournal;
  readonly managed: ManagedVersions;
  readonly pins: PinStore;
}

/** Opens the registry over the local directories, which are read before this comes back, and the MLflow servers, which are not waited for. */
export async function openRegistry(
  config: GatewayConfig,
  log: Log,
  { journal, managed, pins }: RegistryStores,
): Promise<OpenRegistry> {
  const report = (error: unknown): void => log.error('registry fault', {}, error);
  const opened = config.registrySources.map((source) => ({
    source,
    client: new MlflowClient(clientOptions(source, source.credentials)),
    writer: source.writeCredentials ? new MlflowWriter(clientOptions(source, source.writeCredentials)) : null,
  }));
  for (const source of config.registrySources.filter(sendsSecretsInTheClear)) {
    log.warn(`registry source ${source.id}: its credentials travel unencrypted; use https`);
  }
  const remote = opened.map((server) => sourceOf(server, config, journal));
  const local = localSources(config.modelDirs).map((source) => new WrittenSource(source, journal, managed));
  const sources = [...local, ...remote];
  const registry = await ModelRegistry.open({ sources, pins, report }, AbortSignal.timeout(START_TIMEOUT_MS));
  return {
    registry,
    close: async () => {
      await registry.close();
      for (const { client, writer } of opened) {
        client.close();
        writer?.close();
      }
    },
  };
}

interface OpenServer {
  readonly source: RegistrySourceSettings;
  readonly client: MlflowClient;
  readonly writer: MlflowWriter | null;
}

function clientOptions(
  source: RegistrySourceSettings,
  credentials: RegistrySourceSettings['credentials'],
): MlflowClientOptions {
  const { url, staticPrefix, headers = {}, ca, clientCertificate, timeoutMs, maxConcurrent } = source;
  return {
    url,
    credentials,
    headers,
    timeoutMs,
    maxConcurrent,
    ...(staticPrefix === undefined ? {} : { staticPrefix }),
    ...(ca === null ? {} : { ca }),
    ...(clientCertificate === null ? {} : { clientCertificate }),
  };
}

function sourceOf(
  { source: settings, client, writer }: OpenServer,
  { dataDir, databaseUrl, limits }: GatewayConfig,
  journal: RegistryJournal,
): RegistrySource {
  const { id, pollSeconds, fullSweepSeconds, probedAliases, timeoutMs } = settings;
  const cacheDir = join(dataDir, 'registry', id);
  // The embedded store has one gateway: what it sent is over when its own time limit is. Another one sends until its caller's time is.
  const settleAfterMs = 2 * timeoutMs + (databaseUrl === undefined ? 0 : limits.deadlineMs);
  const source = new MlflowSource({
    ...(writer ? { server: { writer, settleAfterMs } } : {}),
    id,
    client,
    cacheDir,
    pollMs: pollSeconds * 1000,
    fullSweepMs: fullSweepSeconds * 1000,
    probedAliases,
  });
  return new ThroughSource(source, journal);
}

function sendsSecretsInTheClear({ url, credentials, writeCredentials }: RegistrySourceSettings): boolean {
  const { protocol, hostname } = new URL(url);
  const hasSecrets = [credentials, writeCredentials].some((login) => login !== null && login.kind !== 'none');
  return protocol === 'http:' && hasSecrets && !isLoopback(hostname);
}
