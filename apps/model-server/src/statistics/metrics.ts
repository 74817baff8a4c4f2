import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Counter, Gauge, Registry } from 'prom-client';
import type { SessionPool } from '../sessions/session-pool.js';
import type { FailureReason, Stage } from './statistics-book.js';
import type { StatisticsSource } from './describe-statistics.js';

type Labels = 'model' | 'version' | 'reason';

export interface MetricsSource extends StatisticsSource {
  readonly pool: SessionPool;
}

const DURATIONS: readonly (readonly [string, Stage, string])[] = [
  ['request', 'success', 'requests that were answered with numbers'],
  ['queue', 'queue', 'waiting for a worker'],
  ['compute_input', 'compute_input', 'making tensors of inputs'],
  ['compute_infer', 'compute_infer', 'running models'],
  ['compute_output', 'compute_output', 'making outputs of tensors'],
];
const TICK_MS = 10;
const REASONS: readonly FailureReason[] = ['REJECTED', 'CANCELED', 'BACKEND', 'OTHER'];

/** The text that Prometheus reads. Names are those of Triton with another prefix, and `_total` behind what only grows. */
export class Metrics {
  private readonly registry = new Registry();
  private readonly loopDelay = monitorEventLoopDelay({ resolution: TICK_MS });

  constructor(private readonly source: MetricsSource) {
    this.loopDelay.enable();
    this.perVersion(
      'inference_request_success',
      'Requests that were answered with numbers',
      (book) => book.tally('success').count,
    );
    this.failures();
    this.perVersion('inference_count', 'Rows that were computed', (book) => book.inferenceCount);
    this.perVersion('inference_exec_count', 'Runs of a model', (book) => book.executionCount);
    for (const [name, stage, what] of DURATIONS)
      this.perVersion(`inference_${name}_duration_us`, `Microseconds of ${what}`, (book) =>
        Math.round(book.tally(stage).ns / 1000),
      );
    this.states();
    this.process();
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  text(): Promise<string> {
    return this.registry.metrics();
  }

  private perVersion(
    name: string,
    help: string,
    read: (book: ReturnType<StatisticsSource['statistics']['of']>) => number,
  ): void {
    const { repository, statistics } = this.source;
    this.counter(name, help, ['model', 'version'], (counter) => {
      for (const { name: model, version } of repository.ready())
        counter.inc({ model, version }, read(statistics.of(model, version)));
    });
  }

  private failures(): void {
    const { repository, statistics } = this.source;
    const labels = ['model', 'version', 'reason'] as const;
    this.counter('inference_request_failure', 'Requests that were not answered', labels, (counter) => {
      for (const { name: model, version } of repository.ready())
        for (const reason of REASONS)
          counter.inc({ model, version, reason }, statistics.of(model, version).failures[reason]);
    });
  }

  private states(): void {
    const { repository, pool, loader } = this.source;
    this.gauge('inference_pending_request_count', 'Requests that wait for a worker', ['model', 'version'], (gauge) => {
      for (const { name: model, version, key } of repository.ready()) gauge.set({ model, version }, pool.queued(key));
    });
    this.gauge('session_memory_bytes', 'Estimated bytes of all sessions', [], (gauge) => gauge.set(loader.totalBytes));
  }

  private process(): void {
    this.gauge('resident_memory_bytes', 'Memory of the process', [], (gauge) => gauge.set(process.memoryUsage.rss()));
    this.gauge('event_loop_delay_p99_seconds', 'Of the time since the last look', [], (gauge) => {
      // The histogram holds the whole time between two ticks.
      gauge.set(Math.max(0, this.loopDelay.percentile(99) / 1e9 - TICK_MS / 1000));
      this.loopDelay.reset();
    });
  }

  /** The counts are kept elsewhere: each look takes them over. */
  private counter(
    name: string,
    help: string,
    labelNames: readonly Labels[],
    read: (counter: Counter<Labels>) => void,
  ): void {
    const counter: Counter<Labels> = new Counter({
      ...this.settings(`${name}_total`, help, labelNames),
      collect: () => {
        counter.reset();
        read(counter);
      },
    });
  }

  private gauge(name: string, help: string, labelNames: readonly Labels[], read: (gauge: Gauge<Labels>) => void): void {
    const gauge: Gauge<Labels> = new Gauge({
      ...this.settings(name, help, labelNames),
      collect: () => {
        gauge.reset();
        read(gauge);
      },
    });
  }

  private settings(name: string, help: string, labelNames: readonly Labels[]) {
    return { name: `tessera_model_server_${name}`, help, labelNames: [...labelNames], registers: [this.registry] };
  }
}
