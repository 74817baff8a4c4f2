import { setImmediate as nextTurn } from 'node:timers/promises';
import type { VersionGenes } from '#gateway/gene-catalog';

const GENES_AT_ONCE = 1000;

/** Genes that all versions predict, in the order of the first. */
export interface SharedGenes {
  /** As the first version names them. */
  readonly names: readonly string[];
  /** Of each version: which of its own genes each shared one is. */
  readonly rows: readonly Uint32Array<SharedArrayBuffer>[];
  /** 1 for genes that every version has registered as passed; null where some version has no evidence. */
  readonly reliable: Uint8Array | null;
  /** Of each version: how many of its genes are in no number, for another version does not predict them. */
  readonly unshared: readonly { readonly ref: string; readonly count: number }[];
}

/**
 * Finds each gene of the first version in the others, by any of its names. One that a version has for two of the first's is shared with neither: which is meant cannot be told.
 * A thousand at a time.
 */
export async function sharedGenes(
  refs: readonly string[],
  genes: readonly VersionGenes[],
  signal: AbortSignal,
): Promise<SharedGenes> {
  const [first, ...others] = genes;
  const own = first?.index.genes ?? [];
  const found: (readonly number[])[] = [];
  for (const [position, name] of own.entries()) {
    const places = others.map(({ index }) => {
      const gene = index.find(name);
      return gene.kind === 'FOUND' ? gene.position : -1;
    });
    found.push([position, ...places]);
    if (position % GENES_AT_ONCE < GENES_AT_ONCE - 1) continue;
    await nextTurn();
    signal.throwIfAborted();
  }
  const shared = withoutDoubles(found.filter((places) => !places.includes(-1)));
  const names = shared.map(([position = -1]) => own[position] ?? '');
  return {
    names,
    rows: genes.map((_, v) => {
      const rows = new Uint32Array(new SharedArrayBuffer(shared.length * Uint32Array.BYTES_PER_ELEMENT));
      rows.set(shared.map((places) => places[v] ?? 0));
      return rows;
    }),
    reliable: reliableOf(shared, genes),
    unshared: refs.map((ref, v) => ({
      ref,
      count: (genes[v]?.index.genes.length ?? 0) - shared.length,
    })),
  };
}

function withoutDoubles(found: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const width = found[0]?.length ?? 0;
  const counts = Array.from({ length: width }, (_, v) => {
    const times = new Map<number, number>();
    for (const places of found) times.set(places[v] ?? -1, (times.get(places[v] ?? -1) ?? 0) + 1);
    return times;
  });
  return found.filter((places) => places.every((place, v) => counts[v]?.get(place) === 1));
}

function reliableOf(shared: readonly (readonly number[])[], genes: readonly VersionGenes[]): Uint8Array | null {
  if (genes.some(({ quality }) => !quality)) return null;
  return Uint8Array.from(shared, (places) =>
    genes.every(({ index, quality }, v) => quality?.get(index.genes[places[v] ?? -1] ?? '')?.passed === true) ? 1 : 0,
  );
}
