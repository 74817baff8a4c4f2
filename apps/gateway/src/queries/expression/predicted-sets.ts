import { setImmediate as nextTurn } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import { CollectionMismatch, NotFound, RegistryBadResponse } from '#libs/errors';
import { geneSetOfLine } from '#libs/transcriptomics';
import type { GeneCatalog, GeneSetCollection, ListLines } from '#gateway/gene-catalog';
import type { ModelVersion } from '#model-registry';

const LINES_AT_ONCE = 200;
const KEPT = 16;

/** The sets of a collection, in its order: how many genes each has. */
export type SetSizesByName = ReadonlyMap<string, number>;

/** Holds pathways that a version predicts against the registered collection that they are sets of. */
export class PredictedSets {
  private readonly kept = new LRUCache<string, SetSizesByName>({ max: KEPT });

  constructor(
    private readonly catalog: GeneCatalog,
    private readonly lines: ListLines,
  ) {}

  /**
   * @param pathways of the version, in its order
   * @throws NotFound; CollectionMismatch where the collection is not the one of the card, by digest; RegistryBadResponse where it lacks a set that the version says it predicts
   */
  async of(
    { ref, card }: ModelVersion,
    pathways: readonly string[],
    id: string,
    { tenant, signal }: { readonly tenant: string; readonly signal: AbortSignal },
  ): Promise<SetSizesByName> {
    const found = await this.catalog.collections.byId(tenant, id);
    if (!found) throw new NotFound('gene-set collection');
    const needed = card.output.pathways?.collection ?? null;
    if (needed?.digest !== found.digest) throw new CollectionMismatch(ref, needed, { digest: found.digest });
    const sizes = this.kept.get(found.digest) ?? (await this.read(found, signal));
    if (!pathways.every((name) => sizes.has(name)))
      throw new RegistryBadResponse('a version predicts pathways that are not in the collection that its card names');
    return sizes;
  }

  private async read({ digest, setCount }: GeneSetCollection, signal: AbortSignal): Promise<SetSizesByName> {
    const sizes = new Map<string, number>();
    for (let from = 0; from < setCount; from += LINES_AT_ONCE) {
      for (const { text } of await this.lines.slice(digest, from, LINES_AT_ONCE, signal)) {
        const { name, genes } = geneSetOfLine(text);
        sizes.set(name, genes.length);
      }
      await nextTurn();
      signal.throwIfAborted();
    }
    this.kept.set(digest, sizes);
    return sizes;
  }
}
