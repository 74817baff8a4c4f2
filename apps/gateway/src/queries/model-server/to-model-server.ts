import { type ModelVersion } from '#model-registry';
import { type CallHealth, type Fleet, type GuardedServer, type PlacedAt, type ServerLook } from '#gateway/routing';
import { type ModelServerState } from '#graphql/generated/schema-types';

/** A server as the API shows it. @param placesAtOnce calls that may be at the server; the others wait here */
export function toModelServer(server: GuardedServer, look: ServerLook | null, placesAtOnce: number) {
  const { outstanding, ...health } = toHealth(server.health());
  return {
    id: server.id,
    state: stateOf(look),
    softwareName: readable(look?.software?.name),
    softwareVersion: readable(look?.software?.version),
    transport: look?.way ? TRANSPORTS[look.way] : null,
    loaded: look?.loaded?.slice(0, MOST_LOADED).map(toLoadedModel) ?? null,
    lookedAt: look?.at.toISOString() ?? null,
    lookError: look?.error ?? null,
    inFlight: Math.min(outstanding, placesAtOnce),
    queued: Math.max(0, outstanding - placesAtOnce),
    ...health,
  };
}

/** A version on a server as the API shows it. */
export function toPlacement({ ref, digest }: ModelVersion, { server, as, origin }: PlacedAt, fleet: Fleet) {
  const state = fleet.stateOf(server, as, digest);
  const health = fleet.server(server)?.healthOf(as) ?? NEVER_ASKED;
  return {
    model: ref,
    server,
    servedName: as.name,
    servedVersion: as.version,
    origin,
    state: state.kind,
    reason: state.kind === 'UNROUTABLE' ? state.reason : null,
    ...toHealth(health),
  };
}

const MOST_LOADED = 200;
const TRANSPORTS = { binary: 'BINARY', grpc: 'GRPC', json: 'JSON' } as const;

function toLoadedModel({ name, version, state }: NonNullable<ServerLook['loaded']>[number]) {
  return { name: readable(name), version: readable(version ?? undefined), state };
}

const NEVER_ASKED: CallHealth = { breaker: 'CLOSED', outstanding: 0, calls: 0, errors: new Map(), latency: null };

function toHealth({ breaker, outstanding, calls, errors, latency }: CallHealth) {
  return {
    breaker,
    outstanding,
    calls,
    errors: [...errors].map(([code, count]) => ({ code, count })),
    latency: latency && { count: latency.count, p50Ms: latency.p50, p95Ms: latency.p95, p99Ms: latency.p99 },
  };
}

function stateOf(look: ServerLook | null): ModelServerState {
  if (!look) return 'UNKNOWN';
  if (!look.isLive) return 'UNREACHABLE';
  return look.isReady ? 'READY' : 'NOT_READY';
}

/** Another machine's words: shown where they can be a name or a version, and left out otherwise. */
function readable(text: string | undefined): string | null {
  return text !== undefined && /^[A-Za-z0-9][A-Za-z0-9 ._+-]{0,63}$/.test(text) ? text : null;
}
