import { type Metrics } from './http/index.js';
import { type Fleet, type Router } from './routing/index.js';

/** Figures of the model servers for Prometheus. Labels are ids of the configuration and error codes: our own words. */
export class MetricsOfServers {
  constructor(metrics: Metrics, fleet: Fleet, { batchers }: Pick<Router, 'batchers'>) {
    const each = <T>(read: (server: Fleet['servers'][number]) => T): readonly T[] => fleet.servers.map(read);
    metrics.family('model_server_up', 'Whether the model server took inference when it was last looked at.', () =>
      each(({ id }) => ({ labels: { server: id }, value: fleet.lookAt(id)?.isReady ? 1 : 0 })),
    );
    metrics.family('model_server_breaker_open', 'Whether the breaker keeps calls away from the model server.', () =>
      each((server) => ({ labels: { server: server.id }, value: server.health().breaker === 'OPEN' ? 1 : 0 })),
    );
    metrics.family('model_server_outstanding', 'Inference calls that are not ended, those that wait included.', () =>
      each((server) => ({ labels: { server: server.id }, value: server.load })),
    );
    metrics.family('model_server_calls', 'Inference calls since the start, second tries included.', () =>
      each((server) => ({ labels: { server: server.id }, value: server.health().calls })),
    );
    metrics.family('model_server_errors', 'Failed inference calls since the start.', () =>
      each((server) =>
        [...server.health().errors].map(([code, value]) => ({ labels: { server: server.id, code }, value })),
      ).flat(),
    );
    metrics.family('row_batch_questions', 'Questions of vectors, which may share a call, since the start.', () =>
      each(({ id }) => ({ labels: { server: id }, value: batchers.figuresOf(id).questions })),
    );
    metrics.family('row_batch_calls', 'Inference calls that were made for them.', () =>
      each(({ id }) => ({ labels: { server: id }, value: batchers.figuresOf(id).calls })),
    );
    metrics.family('row_batch_asked_alone', 'Questions that were asked again alone after a shared call failed.', () =>
      each(({ id }) => ({ labels: { server: id }, value: batchers.figuresOf(id).askedAlone })),
    );
    metrics.family('model_server_latency_seconds', 'Time of answered inference calls over the last minute.', () =>
      each((server) => latencyOf(server)).flat(),
    );
  }
}

function latencyOf(server: Fleet['servers'][number]) {
  const { latency } = server.health();
  if (!latency) return [];
  const at = (quantile: string, ms: number) => ({ labels: { server: server.id, quantile }, value: ms / 1000 });
  return [at('0.5', latency.p50), at('0.95', latency.p95), at('0.99', latency.p99)];
}
