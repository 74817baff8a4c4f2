import { join } from 'node:path';
import type { ModelRegistry, ModelVersion } from '#model-registry';
import { type GatewayConfig, type ModelServerSettings, packageRoot } from '#gateway/config';
import type { EmbeddedModels } from './embedded-models.js';
import type { Log } from './logging/index.js';
import {
  ConfiguredModelServer,
  EmbeddedModelServer,
  Fleet,
  GuardedServer,
  type ModelServer,
  Placements,
  type Resilience,
  type ServerLimits,
  systemClock,
} from './routing/index.js';

/** Starts the embedded model server, or comes back with none where the operator wants none. */
export function startEmbeddedServer(config: GatewayConfig, models: EmbeddedModels, log: Log): Promise<ModelServer> {
  const entryFile = join(packageRoot(), 'dist/apps/model-server/src/main.js');
  return EmbeddedModelServer.start({
    entryFile,
    modelDirs: models.directories,
    limits: serverLimits(config),
    log: (line) => log.warn(line),
  });
}

/** The way to a server of the configuration. */
export async function connectTo(
  { id, url, grpc, transport, headers, grpcHeaders, tls, maxInFlight }: ModelServerSettings,
  config: GatewayConfig,
): Promise<ModelServer> {
  return new ConfiguredModelServer({
    ...serverLimits(config),
    id,
    ...(url !== undefined && { url }),
    ...(grpc !== undefined && { grpc }),
    ...(transport && { transport }),
    ...(headers && { headers }),
    ...(grpcHeaders && { grpcHeaders }),
    ...(tls && { tls }),
    ...(maxInFlight !== undefined && { maxInFlight }),
  });
}

/** The servers with their guards, and what runs where. Nothing is asked of them before `start`. */
export async function openFleet(
  servers: readonly ModelServer[],
  registry: ModelRegistry,
  models: EmbeddedModels,
  { config, log }: { readonly config: GatewayConfig; readonly log: Log },
): Promise<Fleet> {
  const guarded = servers.map((server) => new GuardedServer(server, resilienceOf(config), systemClock));
  const placements = new Placements(
    placementsOf(config),
    (version) => models.holdingOf(version),
    (version) => writtenPlacements(registry, version),
  );
  const report = (error: unknown): void => log.error('model server fault', {}, error);
  return new Fleet(guarded, placements, { intervalMs: config.limits.probeMs, report });
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
