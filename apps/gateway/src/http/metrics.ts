import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { CallerLimits } from '#gateway/shared-state';
import type { Admission } from './admission.js';

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** One figure of a family. */
export interface Reading {
  readonly labels: Readonly<Partial<Record<'server' | 'code' | 'quantile' | 'state', string>>>;
  readonly value: number;
}

/** Figures for Prometheus: requests by operation kind and outcome, waiting requests, and the process (CPU, event loop, memory). */
export class Metrics {
  readonly registry = new Registry();
  private readonly requests = new Histogram({
    name: 'tessera_graphql_request_seconds',
    help: 'Time from the headers of a GraphQL request to the last byte of its answer.',
    labelNames: ['kind', 'code'],
    buckets: SECONDS,
    registers: [this.registry],
  });

  constructor(admission: Admission, limits: CallerLimits) {
    collectDefaultMetrics({ register: this.registry });
    this.gauge('tessera_requests_running', 'GraphQL requests in execution.', () => admission.load.running);
    this.gauge('tessera_requests_queued', 'GraphQL requests that wait for their turn.', () => admission.load.queued);
    this.countRefusals(limits);
    if (limits.isShared !== undefined) {
      this.gauge('tessera_redis_up', 'Whether the Redis that gateways share answers.', () => Number(limits.isShared));
    }
  }

  /** @param outcome kind of operation and OK or an error code: both are our own words */
  observe(outcome: { readonly kind: string; readonly code: string }, seconds: number): void {
    this.requests.observe({ kind: outcome.kind, code: outcome.code }, seconds);
  }

  /** Figures that are read when Prometheus asks. @param name without the project's own prefix */
  family(name: string, help: string, read: () => readonly Reading[]): void {
    const gauge: Gauge = new Gauge({
      name: `tessera_${name}`,
      help,
      labelNames: ['server', 'code', 'quantile', 'state'],
      registers: [this.registry],
      collect: () => {
        gauge.reset();
        for (const { labels, value } of read()) gauge.set(labels, value);
      },
    });
  }

  private countRefusals({ refusals }: CallerLimits): void {
    const counter: Counter = new Counter({
      name: 'tessera_rate_limited_total',
      help: 'Requests that were refused because their caller had used up its requests or its cost.',
      labelNames: ['budget'],
      registers: [this.registry],
      collect: () => {
        counter.reset();
        for (const [budget, refused] of Object.entries(refusals)) counter.inc({ budget }, refused);
      },
    });
  }

  private gauge(name: string, help: string, value: () => number): void {
    const gauge: Gauge = new Gauge({ name, help, registers: [this.registry], collect: () => gauge.set(value()) });
  }
}
