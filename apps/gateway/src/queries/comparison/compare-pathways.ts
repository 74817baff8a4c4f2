import type { ThreadOptions } from '#libs/comparison';
import type { MatrixScores, ScoredSet, StoredMatrix } from '#libs/transcriptomics';
import type { SlideScoring } from '../expression/index.js';
import type { Stratum } from './cohort-strata.js';
import { compareInStrata, type ProfilesCompared } from './profile-strata.js';

/** Expression of items by one version. */
export interface VersionProfiles {
  readonly name: string;
  readonly genes: readonly string[];
  /** `[genes, n]` */
  readonly values: Float32Array<SharedArrayBuffer>;
}

/** A gene set that every version has scores of. */
export interface SharedSet {
  readonly name: string;
  readonly size: number;
  /** Of each version: how many of its genes it predicts. */
  readonly overlaps: readonly number[];
}

/** What a comparison of pathway scores found. */
export interface ComparedPathways {
  readonly scoring: SlideScoring;
  readonly sets: readonly SharedSet[];
  /** Sets that some version passes over: too few of its genes are predicted, or too many. */
  readonly passedOverCount: number;
  readonly compared: ProfilesCompared;
}

interface Asked {
  readonly n: number;
  readonly confidence: number;
  readonly scoring: SlideScoring;
  readonly strata: readonly Stratum[];
  readonly scale: { readonly unit: string; readonly transform: string };
  readonly score: (matrix: StoredMatrix) => Promise<MatrixScores>;
}

/**
 * Scores the gene sets in what each version predicts, the items as the samples of one matrix, and compares the scores set by set. A version's own genes go in, all of them: so it would be asked
 * for one slide, too.
 */
export async function comparePathways(
  profiles: readonly VersionProfiles[],
  { n, confidence, scoring, strata, score }: Asked,
  thread: ThreadOptions,
): Promise<ComparedPathways> {
  const made: { readonly name: string; readonly scores: MatrixScores | null; readonly sets: readonly ScoredSet[] }[] =
    [];
  for (const one of profiles) {
    const scores = n === 0 ? null : await score(matrixOf(one, n));
    made.push({ name: one.name, scores, sets: scores === null ? [] : setsOf(scores) });
  }
  const places = made.map(({ sets }) => new Map(sets.flatMap(({ name, reason }, at) => (reason ? [] : [[name, at]]))));
  const [first] = made;
  const shared = (first?.sets ?? []).filter(({ name }) => places.every((of) => of.has(name)));
  const tables = made.map(({ name, scores }, v) => ({
    name,
    values: scores?.scores ?? new Float64Array(),
    rows: Uint32Array.from(shared, (set) => places[v]?.get(set.name) ?? 0),
  }));
  const names = new Set(made.flatMap(({ sets }) => sets.map(({ name }) => name)));
  return {
    scoring,
    sets: shared.map(({ name, size }) => ({
      name,
      size,
      overlaps: made.map(({ sets }, v) => sets[places[v]?.get(name) ?? -1]?.overlap ?? 0),
    })),
    passedOverCount: names.size - shared.length,
    compared: await compareInStrata({ tables, n, confidence, chosen: null }, strata, thread),
  };
}

function matrixOf({ genes, values }: VersionProfiles, n: number): StoredMatrix {
  const shared = new Float64Array(new SharedArrayBuffer(values.length * Float64Array.BYTES_PER_ELEMENT));
  shared.set(values);
  const samples = Array.from({ length: n }, (_, i) => `${i}\n`).join('');
  return { names: Buffer.from(`${genes.join('\n')}\n\n${samples}\n`, 'utf8'), values: shared };
}

function setsOf({ report }: MatrixScores): readonly ScoredSet[] {
  const lines = Buffer.from(report).toString('utf8').trimEnd();
  return lines === '' ? [] : lines.split('\n').map((line): ScoredSet => JSON.parse(line));
}
