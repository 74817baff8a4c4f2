import { setImmediate as nextTurn } from 'node:timers/promises';
import { BadUserInput } from '#libs/errors';
import type { PanelIndex } from '#libs/transcriptomics';
import type { ProfileTable } from './profile-table.js';

/** Where the genes of a profile stand in a panel. */
export interface PanelPlaces {
  /** of each gene of the profile; -1 for one that the panel does not have */
  readonly positions: Int32Array;
  /** genes of the panel that the profile does not have */
  readonly missing: readonly string[];
}

const GENES_AT_ONCE = 1000;

/** Finds the genes of a profile by any of their names. @throws BadUserInput where two of them are one gene of the panel */
export async function placesInPanel(
  { genes, argument, columns }: ProfileTable,
  index: PanelIndex,
  signal: AbortSignal,
): Promise<PanelPlaces> {
  const count = genes?.length ?? columns[0]?.length ?? 0;
  const positions = Int32Array.from({ length: count }, (_, gene) => gene);
  if (genes === null) return { positions, missing: [] };
  const taken = new Map<number, number>();
  for (const [gene, name] of genes.entries()) {
    if (gene % GENES_AT_ONCE === GENES_AT_ONCE - 1) await nextTurn();
    signal.throwIfAborted();
    const found = index.find(name);
    positions[gene] = found.kind === 'FOUND' ? found.position : -1;
    if (found.kind !== 'FOUND') continue;
    if (taken.has(found.position))
      throw new BadUserInput(
        `${argument}.genes`,
        'must have each gene once: two of its names are one gene of the vocabulary',
        {
          position: found.position,
          rows: [taken.get(found.position), gene],
        },
      );
    taken.set(found.position, gene);
  }
  return { positions, missing: index.genes.filter((_, place) => !taken.has(place)) };
}
