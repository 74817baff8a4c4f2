import { LRUCache } from 'lru-cache';
import { clusterMeans, type KMeansSettings } from '#libs/statistics';
import { Turns } from '#gateway/gene-catalog';
import type { LoadedFeatures } from '#gateway/pipeline';
import type { ModelCard } from '#model-registry';

/** As the published pipeline draws them. */
const MOST_TILES = 4000;
const MOST_AT_ONCE = 1;
/** 100 means of 1,024 numbers are 400 kB. */
const KEPT = 64;
const TIMEOUT_MS = 120_000;

/**
 * Cluster means of slides' tiles, by what went in. The members of an ensemble and all who ask at the same time share one clustering: it goes on when whoever asked first
 * has left. The same tiles give the same means for ever, so one that was forgotten is made again.
 */
class SlideClusters {
  private readonly kept = new LRUCache<string, Promise<Float32Array>>({ max: KEPT });
  private readonly turns = new Turns(MOST_AT_ONCE);

  /** @returns `[clusters, dim]` @throws the signal's reason, DeadlineExceeded */
  async of(
    { inputDigest, bag: { dim } }: LoadedFeatures,
    rows: Float32Array,
    settings: KMeansSettings,
    signal: AbortSignal,
  ): Promise<Float32Array> {
    const key = JSON.stringify([inputDigest, settings]);
    const known = this.kept.get(key) ?? this.make(key, { rows, dim, settings });
    return orAbort(known, signal);
  }

  private make(key: string, task: Parameters<typeof clusterMeans>[0]): Promise<Float32Array> {
    const own = new AbortController().signal;
    const made = this.turns.take(() => clusterMeans(task, { signal: own, timeoutMs: TIMEOUT_MS }), own);
    this.kept.set(key, made);
    made.catch(() => this.kept.delete(key));
    return made;
  }
}

/** One for the process: what it keeps belongs to nobody. */
export const slideClusters = new SlideClusters();

/** How a version's card has the tiles put into clusters. */
export function clusteringOf({ input: { tensors, sampling = [] } }: ModelCard): KMeansSettings {
  const [tensor] = tensors;
  const clusters = tensor?.shape[tensor.axes.indexOf('cluster')] ?? 0;
  const seed = sampling.find(({ k }) => k === clusters)?.seed ?? 0;
  return { clusters, seed, mostRows: MOST_TILES };
}

async function orAbort<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  return new Promise<T>((resolve, reject) => {
    const abort = (): void => reject(signal.reason);
    signal.addEventListener('abort', abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
