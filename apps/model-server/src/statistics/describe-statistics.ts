import type { ModelRepository } from '../repository/model-repository.js';
import type { ReadyVersion } from '../repository/ready-version.js';
import type { VersionLoader } from '../repository/version-loader.js';
import type { Stage, StatisticsBook, Tally } from './statistics-book.js';

const NOTHING: Tally = { count: 0, ns: 0 };

/** The statistics of a version, named as in the statistics extension of the protocol. */
export interface ModelStatistics {
  readonly name: string;
  readonly version: string;
  readonly last_inference: number;
  readonly inference_count: number;
  readonly execution_count: number;
  readonly inference_stats: Readonly<Record<Stage | 'cache_hit' | 'cache_miss', Tally>>;
  readonly batch_stats: readonly {
    readonly batch_size: number;
    readonly compute_input: Tally;
    readonly compute_infer: Tally;
    readonly compute_output: Tally;
  }[];
  readonly memory_usage: readonly { readonly type: string; readonly id: number; readonly byte_size: number }[];
}

export interface StatisticsSource {
  readonly repository: ModelRepository;
  readonly statistics: StatisticsBook;
  readonly loader: VersionLoader;
}

/** Of one version, of a model's ready versions (`version` null), or of all (`name` null). @throws Refusal for what is unknown or not ready */
export function statisticsOf(
  source: StatisticsSource,
  name: string | null,
  version: string | null,
): readonly ModelStatistics[] {
  const { repository } = source;
  if (name !== null && version !== null) return [describe(source, repository.require(name, version))];
  if (name !== null) repository.versionsOf(name);
  return repository.ready().flatMap((ready) => (name === null || ready.name === name ? [describe(source, ready)] : []));
}

function describe({ statistics, loader }: StatisticsSource, { name, version, key }: ReadyVersion): ModelStatistics {
  const book = statistics.of(name, version);
  return {
    name,
    version,
    last_inference: book.lastInferenceMs,
    inference_count: book.inferenceCount,
    execution_count: book.executionCount,
    inference_stats: {
      success: book.tally('success'),
      fail: book.tally('fail'),
      queue: book.tally('queue'),
      compute_input: book.tally('compute_input'),
      compute_infer: book.tally('compute_infer'),
      compute_output: book.tally('compute_output'),
      cache_hit: NOTHING,
      cache_miss: NOTHING,
    },
    batch_stats: [...book.batches].sort(([a], [b]) => a - b).map(([batch_size, times]) => ({ batch_size, ...times })),
    memory_usage: [{ type: 'CPU', id: 0, byte_size: loader.bytesOf(key) }],
  };
}
