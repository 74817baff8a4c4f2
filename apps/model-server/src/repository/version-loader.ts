import type { ModelConfigFile } from '#libs/inference-protocol';
import type { SessionPool } from '../sessions/session-pool.js';
import { LoadFailure } from '../sessions/session-worker.js';
import type { LoadedModel } from '../sessions/worker-messages.js';
import { applyConfig } from './apply-config.js';
import type { FoundVersion } from './scan-repository.js';

export interface VersionLoaderOptions {
  readonly workers: number;
  /** Most rows of several requests that run as one. */
  readonly maxBatch: number;
  /** Bytes that all sessions together are held to; null for no limit. */
  readonly memoryBudgetBytes: number | null;
}

/** What a session takes beside its weights, by measurement of small models. */
const SESSION_BYTES = 2 ** 20;

/** Loads versions into the session pool, within the memory budget and as their configuration says. */
export class VersionLoader {
  private readonly bytes = new Map<string, number>();
  /** What was served under each model and version number. */
  private readonly digests = new Map<string, string>();

  constructor(
    private readonly pool: SessionPool,
    private readonly options: VersionLoaderOptions,
  ) {}

  /** Estimated bytes of a version's sessions. */
  bytesOf(key: string): number {
    return this.bytes.get(key) ?? 0;
  }

  /** Estimated bytes of all sessions. */
  get totalBytes(): number {
    return [...this.bytes.values()].reduce((sum, bytes) => sum + bytes, 0);
  }

  /**
   * A version that was served keeps its content: whoever relies on its digest is not told when the file becomes another one.
   * @param mayReplace whether another content may be served under the number than before
   * @throws LoadFailure with a reason that is fit to be shown
   */
  async load(
    { key, number }: { readonly key: string; readonly number: string },
    found: FoundVersion,
    config: ModelConfigFile | null,
    { isGentle, mayReplace }: { readonly isGentle: boolean; readonly mayReplace: boolean },
  ): Promise<LoadedModel> {
    const { workers, maxBatch } = this.options;
    const instances = Math.min(config?.instances ?? workers, workers);
    this.reserve(key, instances * (found.byteLength + SESSION_BYTES));
    try {
      const mustSayBatch = config === null;
      const maxRows = Math.min(maxBatch, mustSayBatch ? maxBatch : config.maxBatchSize);
      const placement = { file: found.file, maxRows, mustSayBatch, instances, isGentle };
      const model = applyConfig(await this.pool.load(key, placement), config);
      const before = this.digests.get(number) ?? model.sha256;
      if (model.sha256 !== before && !mayReplace)
        throw new LoadFailure(
          'another file was served under this number before: load it by request, or use the next number',
        );
      this.digests.set(number, model.sha256);
      return model;
    } catch (error) {
      await this.unload(key);
      throw error;
    }
  }

  async unload(key: string): Promise<void> {
    await this.pool.unload(key);
    this.bytes.delete(key);
  }

  private reserve(key: string, bytes: number): void {
    const { memoryBudgetBytes } = this.options;
    if (memoryBudgetBytes !== null && this.totalBytes + bytes > memoryBudgetBytes) {
      const mib = (count: number): string => `${Math.ceil(count / 2 ** 20)} MiB`;
      throw new LoadFailure(
        `its sessions would take about ${mib(bytes)}, and ${mib(this.totalBytes)} of the memory budget of ${mib(memoryBudgetBytes)} are taken`,
      );
    }
    this.bytes.set(key, bytes);
  }
}
