import { setImmediate as nextTurn } from 'node:timers/promises';
import { undamaged, type GeneNames, type NamedGene, type NameKind } from './gene-names.js';
import { identifierProblem } from './gene-namespace.js';

/** Where a gene that was asked for stands in a panel, or why it does not. */
export type PanelGene =
  | {
      readonly kind: 'FOUND';
      /** From 0. */
      readonly position: number;
      /** As the panel writes it. */
      readonly symbol: string;
      readonly by: NameKind;
      readonly hgncId: string | null;
    }
  | { readonly kind: 'NOT_IN_PANEL'; readonly symbol: string; readonly by: NameKind; readonly hgncId: string }
  | Exclude<NamedGene, { readonly kind: 'FOUND' }>;

const GENES_AT_ONCE = 1000;

/** Finds genes of a panel by any of their names, whatever name the panel itself has for them. */
export class PanelIndex {
  private readonly positions = new Map<string, number>();
  private readonly byGene = new Map<string, number>();

  private constructor(
    readonly genes: readonly string[],
    private readonly names: GeneNames | null,
  ) {}

  /**
   * Makes the index a thousand genes at a time, so that others have the event loop between.
   * @param genes of the panel, in order, each once
   * @param names null where there is no table: then a gene is found by the panel's own name, in any case, and by no other
   */
  static async over(genes: readonly string[], names: GeneNames | null, signal: AbortSignal): Promise<PanelIndex> {
    const index = new PanelIndex(genes, names);
    for (const [position, gene] of genes.entries()) {
      index.positions.set(gene, position);
      const found = names?.resolve(gene);
      // A panel that has a gene twice, under two names, has no one position for it: only the names themselves find it.
      if (found?.kind === 'FOUND') {
        const { hgncId } = found.gene;
        index.byGene.set(hgncId, index.byGene.has(hgncId) ? -1 : position);
      }
      if (position % GENES_AT_ONCE < GENES_AT_ONCE - 1) continue;
      await nextTurn();
      signal.throwIfAborted();
    }
    return index;
  }

  /** Where a gene stands that is asked for by any name; spaces around it are passed over. */
  find(asked: string): PanelGene {
    const name = asked.trim();
    const own = this.positions.get(name);
    const meant = this.names?.resolve(name) ?? { kind: 'UNKNOWN' };
    if (own !== undefined) return this.foundAs(name, own, meant);
    if (meant.kind !== 'FOUND') return meant.kind === 'UNKNOWN' ? this.otherCase(name) : meant;
    const { gene, by } = meant;
    const position = this.byGene.get(gene.hgncId);
    if (position === undefined || position < 0) {
      return { kind: 'NOT_IN_PANEL', symbol: gene.symbol, by, hgncId: gene.hgncId };
    }
    return { kind: 'FOUND', position, symbol: this.genes[position] ?? '', by, hgncId: gene.hgncId };
  }

  private foundAs(name: string, position: number, meant: NamedGene): PanelGene {
    const isKnown = meant.kind === 'FOUND';
    return {
      kind: 'FOUND',
      position,
      symbol: name,
      by: isKnown ? meant.by : 'PANEL',
      hgncId: isKnown ? meant.gene.hgncId : null,
    };
  }

  private otherCase(name: string): PanelGene {
    const upper = this.positions.get(name.toUpperCase());
    if (upper === undefined) {
      const candidates = undamaged(name).filter((gene) => this.positions.has(gene));
      const isDamaged = identifierProblem(name, 'HGNC')?.includes('spreadsheet') === true;
      return isDamaged ? { kind: 'DAMAGED', candidates } : { kind: 'UNKNOWN' };
    }
    return { kind: 'FOUND', position: upper, symbol: name.toUpperCase(), by: 'CASE', hgncId: null };
  }
}
