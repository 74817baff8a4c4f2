import type { Json } from '#libs/database';
import type { ModelVersion } from '#model-registry';

interface VersionCounts {
  answered: number;
  reused: number;
  readonly failures: Map<string, number>;
}

/** Counts what came of the questions of a cohort, version by version. */
export class PredictionTally {
  private readonly counts: ReadonlyMap<ModelVersion, VersionCounts>;
  private total = 0;
  private done = 0;

  constructor(
    versions: readonly ModelVersion[],
    private readonly onProgress: (progress: { readonly done: number; readonly total: number }) => void,
  ) {
    this.counts = new Map(versions.map((version) => [version, { answered: 0, reused: 0, failures: new Map() }]));
  }

  begin(total: number): void {
    this.total = total;
    this.report(0);
  }

  answered(version: ModelVersion, isReused: boolean): void {
    const counts = this.counts.get(version);
    if (counts) counts.answered += 1;
    if (counts && isReused) counts.reused += 1;
    this.report(1);
  }

  failed(version: ModelVersion, code: string): void {
    const failures = this.counts.get(version)?.failures;
    failures?.set(code, (failures.get(code) ?? 0) + 1);
    this.report(1);
  }

  /** As the job keeps it. */
  result(): Json {
    return [...this.counts].map(([{ ref, digest }, { answered, reused, failures }]) => ({
      ...{ ref, digest, answered, reused },
      failures: [...failures].map(([code, count]) => ({ code, count })),
    }));
  }

  private report(more: number): void {
    this.done += more;
    this.onProgress({ done: this.done, total: this.total });
  }
}
