import { LRUCache } from 'lru-cache';
import { BadUserInput, SpacesDiffer } from '#libs/errors';
import { type Neighbour, type VectorSearch } from '#libs/vector-search';
import type { BlobStore } from '#gateway/blob-store';
import { hasDirection } from './directed-vectors.js';
import type { EmbeddingGeneration } from './embedding-generation.entity.js';
import { graphFiguresOf, recallOf } from './graph-figures.js';
import type { NeighbourGraph } from './neighbour-graph.js';
import { readRowSources, type RowSource, sourceOfRow } from './index-rows.js';

/** What is looked for in a generation. */
export interface NearestQuestion {
  readonly vector: Float32Array;
  readonly k: number;
  /** Whether a source's rows may be found; all, when left out. */
  readonly admits?: (source: RowSource) => boolean;
  /** A row that may not be found: the one that is asked about. */
  readonly exceptRow?: number | undefined;
  /** Whether every vector is to be looked at. */
  readonly isExact?: boolean;
  /** Candidates of a walk through the graph. */
  readonly efSearch?: number | null;
}

/** What was found. */
export interface NearestRows {
  readonly rows: readonly (Neighbour & { readonly source: RowSource })[];
  /** Rows that met the filter. */
  readonly searched: number;
  /** Null where every vector was looked at. */
  readonly walk: { readonly efSearch: number; readonly recallAt10: number | null } | null;
}

/** A caller's patience. */
export interface Patience {
  readonly signal: AbortSignal;
  readonly deadlineAt: number;
}

const SOURCES_KEPT = 32;

/** Neighbours in a generation: by its graph where it has one and many vectors may be found, else by looking at every vector, for which its matrix is read into the search thread. */
export class NearestVectors {
  private readonly sources = new LRUCache<string, Promise<readonly RowSource[]>>({ max: SOURCES_KEPT });
  private readonly loading = new Map<string, Promise<void>>();

  constructor(
    private readonly blobs: BlobStore,
    private readonly search: VectorSearch,
    private readonly graph: NeighbourGraph,
    /** Where no more than so many vectors may be found, every one is looked at. */
    private readonly exactVectors: number,
  ) {}

  /** @throws SpacesDiffer */
  async find(
    generation: EmbeddingGeneration,
    spaceId: string,
    question: NearestQuestion,
    patience: Patience,
  ): Promise<NearestRows> {
    if (spaceId !== generation.spaceId) throw new SpacesDiffer(generation.spaceId, spaceId);
    if (question.vector.length !== generation.dimension)
      throw new BadUserInput('vector', `must have ${generation.dimension} numbers`);
    if (!hasDirection(question.vector))
      throw new BadUserInput('vector', 'must be finite numbers that a float32 holds, not all of them zero');
    return (await this.walked(generation, question)) ?? this.exact(generation, question, patience);
  }

  /** By looking at every vector. */
  async exact(generation: EmbeddingGeneration, question: NearestQuestion, patience: Patience): Promise<NearestRows> {
    const sources = await this.sourcesOf(generation);
    const { allowed, searched } = maskOf(generation, sources, question);
    if (searched === 0) return { rows: [], searched, walk: null };
    await this.hold(generation, patience);
    const { vector: query, k } = question;
    const asked = { query, k, similarity: 'COSINE' as const, allowed };
    const found = await this.search.search(keyOf(generation), asked, optionsOf(patience));
    return { rows: described(found, sources), searched, walk: null };
  }

  /** By the graph; null where there is none, where every vector is to be looked at, or where the walk found too few, or more that are equally alike than it can tell apart. */
  private async walked(generation: EmbeddingGeneration, question: NearestQuestion): Promise<NearestRows | null> {
    const figures = graphFiguresOf(generation.graph);
    if (!figures || figures.efSearch === null || question.isExact === true) return null;
    const sources = await this.sourcesOf(generation);
    const { searched } = maskOf(generation, sources, question);
    if (searched <= this.exactVectors) return null;
    const admitted = sources.filter((source) => question.admits?.(source) ?? true);
    const slideIds = admitted.length === sources.length ? null : admitted.map((source) => source.slideIds.join(' '));
    const { vector, k, exceptRow } = question;
    const efSearch = question.efSearch ?? Math.max(figures.efSearch, k);
    const found = await this.graph.nearest(generation, { vector, k, efSearch, slideIds, exceptRow });
    if (found === null || found.length < Math.min(k, searched)) return null;
    return { rows: described(found, sources), searched, walk: { efSearch, recallAt10: recallOf(figures, efSearch) } };
  }

  /** What the rows of a generation are. */
  sourcesOf({ rowsBlob }: EmbeddingGeneration): Promise<readonly RowSource[]> {
    if (rowsBlob === null) return Promise.resolve([]);
    const known = this.sources.get(rowsBlob);
    if (known) return known;
    const read = this.blobs.read(rowsBlob).then(readRowSources);
    this.sources.set(rowsBlob, read);
    read.catch(() => this.sources.delete(rowsBlob));
    return read;
  }

  /** The vector of a row. */
  async vectorOf(
    { matrixBlob, dimension }: EmbeddingGeneration,
    row: number,
    signal: AbortSignal,
  ): Promise<Float32Array> {
    const start = row * dimension * 4;
    const range = { start, end: start + dimension * 4 - 1 };
    const pieces: Buffer[] = [];
    for await (const piece of await this.blobs.stream(matrixBlob ?? '', range, signal)) pieces.push(piece);
    return new Float32Array(Uint8Array.from(Buffer.concat(pieces)).buffer);
  }

  /** Callers who come at the same time share one reading; it goes on when one of them gives up. */
  private async hold(generation: EmbeddingGeneration, { signal }: Patience): Promise<void> {
    const key = keyOf(generation);
    if (this.search.holds(key)) return;
    signal.throwIfAborted();
    const loading = this.loading.get(key) ?? this.load(generation).finally(() => this.loading.delete(key));
    this.loading.set(key, loading);
    await loading;
  }

  private async load(generation: EmbeddingGeneration): Promise<void> {
    const bytes = await this.blobs.read(generation.matrixBlob ?? '');
    const vectors = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
    const { dimension } = generation;
    const patience = { signal: new AbortController().signal, timeoutMs: LOAD_MS };
    await this.search.hold(keyOf(generation), { vectors, dimension }, patience);
  }
}

const LOAD_MS = 60_000;

function described(found: readonly Neighbour[], sources: readonly RowSource[]): NearestRows['rows'] {
  return found.flatMap((neighbour) => {
    const source = sourceOfRow(sources, neighbour.row);
    return source ? [{ ...neighbour, source }] : [];
  });
}

/** A matrix by its content: two generations that hold the same share it. */
function keyOf({ matrixBlob, dimension }: EmbeddingGeneration): string {
  return `${matrixBlob ?? ''}/${dimension}`;
}

function optionsOf({ signal, deadlineAt }: Patience) {
  return { signal, timeoutMs: Math.max(1, deadlineAt - Date.now()) };
}

function maskOf(
  { vectorCount }: EmbeddingGeneration,
  sources: readonly RowSource[],
  { admits, exceptRow }: NearestQuestion,
): { readonly allowed: Uint8Array; readonly searched: number } {
  const allowed = new Uint8Array(vectorCount);
  for (const source of sources) if (admits?.(source) ?? true) allowed.fill(1, source.row, source.row + source.count);
  if (exceptRow !== undefined) allowed[exceptRow] = 0;
  return { allowed, searched: allowed.reduce((sum, one) => sum + one, 0) };
}
