import { LRUCache } from 'lru-cache';
import { SpacesDiffer } from '#libs/errors';
import { type Neighbour, type VectorSearch } from '#libs/vector-search';
import type { BlobStore } from '#gateway/blob-store';
import type { EmbeddingGeneration } from './embedding-generation.entity.js';
import { readRowSources, type RowSource, sourceOfRow } from './index-rows.js';

/** What is looked for in a generation. */
export interface NearestQuestion {
  readonly vector: Float32Array;
  readonly k: number;
  /** Whether a source's rows may be found; all, when left out. */
  readonly admits?: (source: RowSource) => boolean;
  /** A row that may not be found: the one that is asked about. */
  readonly exceptRow?: number | undefined;
}

/** What was found. */
export interface NearestRows {
  readonly rows: readonly (Neighbour & { readonly source: RowSource })[];
  /** Rows that met the filter. */
  readonly searched: number;
}

/** A caller's patience. */
export interface Patience {
  readonly signal: AbortSignal;
  readonly deadlineAt: number;
}

const SOURCES_KEPT = 32;

/** Exact neighbours in a generation: its matrix is read into the search thread with the first question. */
export class NearestVectors {
  private readonly sources = new LRUCache<string, Promise<readonly RowSource[]>>({ max: SOURCES_KEPT });
  private readonly loading = new Map<string, Promise<void>>();

  constructor(
    private readonly blobs: BlobStore,
    private readonly search: VectorSearch,
  ) {}

  /** @throws SpacesDiffer */
  async find(
    generation: EmbeddingGeneration,
    spaceId: string,
    question: NearestQuestion,
    patience: Patience,
  ): Promise<NearestRows> {
    if (spaceId !== generation.spaceId) throw new SpacesDiffer(generation.spaceId, spaceId);
    const sources = await this.sourcesOf(generation);
    const { allowed, searched } = maskOf(generation, sources, question);
    if (searched === 0) return { rows: [], searched };
    await this.hold(generation, patience);
    const { vector: query, k } = question;
    const asked = { query, k, similarity: 'COSINE' as const, allowed };
    const found = await this.search.search(keyOf(generation), asked, optionsOf(patience));
    const rows = found.flatMap((neighbour) => {
      const source = sourceOfRow(sources, neighbour.row);
      return source ? [{ ...neighbour, source }] : [];
    });
    return { rows, searched };
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
