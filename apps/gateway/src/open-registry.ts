import { join } from 'node:path';
import { MlflowClient } from '#libs/mlflow-client';
import {
  localSources,
  type ManagedVersions,
  MlflowSource,
  ModelRegistry,
  type PinStore,
  type RegistryJournal,
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
  const opened = config.registrySources.map((source) => ({ source, client: clientOf(source) }));
  for (const source of config.registrySources.filter(sendsSecretsInTheClear)) {
    log.warn(`registry source ${source.id}: its credentials travel unencrypted; use https`);
  }
  const remote = opened.map(({ source, client }) => sourceOf(source, client, config));
  const local = localSources(config.modelDirs).map((source) => new WrittenSource(source, journal, managed));
  const sources = [...local, ...remote];
  const registry = await ModelRegistry.open({ sources, pins, report }, AbortSignal.timeout(START_TIMEOUT_MS));
  return {
    registry,
    close: async () => {
      await registry.close();
      for (const { client } of opened) client.close();
    },
  };
}

function clientOf(source: RegistrySourceSettings): MlflowClient {
  const { url, staticPrefix, credentials, headers = {}, ca, clientCertificate, timeoutMs, maxConcurrent } = source;
  return new MlflowClient({
    url,
    credentials,
    headers,
    timeoutMs,
    maxConcurrent,
    ...(staticPrefix === undefined ? {} : { staticPrefix }),
    ...(ca === null ? {} : { ca }),
    ...(clientCertificate === null ? {} : { clientCertificate }),
  });
}

function sourceOf(
  { id, pollSeconds, fullSweepSeconds, probedAliases }: RegistrySourceSettings,
  client: MlflowClient,
  { dataDir }: GatewayConfig,
): MlflowSource {
  const cacheDir = join(dataDir, 'registry', id);
  return new MlflowSource({
    id,
    client,
    cacheDir,
    pollMs: pollSeconds * 1000,
    fullSweepMs: fullSweepSeconds * 1000,
    probedAliases,
  });
}

function sendsSecretsInTheClear({ url, credentials }: RegistrySourceSettings): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === 'http:' && credentials.kind !== 'none' && !isLoopback(hostname);
}
