/** What a benchmark may need from the command line. */
export interface BenchOptions {
  /** Rounds of each comparison; at least 15. */
  readonly rounds: number;
  /** Whether `demo` measures `npm ci` and the first build in a fresh clone. */
  readonly install: boolean;
  /** The one part of `serving` to run; null for all. */
  readonly only: string | null;
  /** How long the model servers fail in `serving`. */
  readonly outageSeconds: number;
  readonly signal: AbortSignal;
}

/** A table of figures: all rows have as many cells as the header. */
export interface FigureTable {
  readonly title: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A goal of docs/performance.md, and whether this run met it. */
export interface Verdict {
  readonly goal: string;
  readonly isMet: boolean;
  readonly found: string;
}

/** What a benchmark found. `figures` are the same numbers unrounded, for --json. */
export interface BenchReport {
  readonly tables: readonly FigureTable[];
  readonly verdicts: readonly Verdict[];
  /** What a reader must know to read the tables: baselines, checks that were made, caveats. */
  readonly notes: readonly string[];
  readonly figures: Readonly<Record<string, unknown>>;
}

/** One benchmark. It checks every answer that it times, and throws when one is wrong. */
export interface Benchmark {
  readonly name: string;
  readonly summary: string;
  readonly run: (options: BenchOptions) => Promise<BenchReport>;
}
