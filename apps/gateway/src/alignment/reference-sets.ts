import { LRUCache } from 'lru-cache';
import { type UnitRows } from '#libs/alignment';
import { BadUserInput } from '#libs/errors';
import { type ModelVersion } from '#model-registry';
import { type AlignmentHead, type HeadCard } from './alignment-head.js';
import { readReferenceSet, type ReferenceTensors } from './read-reference-set.js';

/** Memory that sets may take: what was used last stays. */
const KEPT_BYTES = 512 * 1024 * 1024;

/** A reference set as it is registered, and its numbers. */
export interface ReferenceSet extends ReferenceTensors {
  readonly stated: HeadCard['referenceSets'][number];
  /** SHA-256 of its file. */
  readonly digest: string;
}

/** The reference sets of heads, read once and kept by the digest of their file. */
export class ReferenceSets {
  private readonly kept = new LRUCache<string, ReferenceTensors>({
    maxSize: KEPT_BYTES,
    sizeCalculation: ({ sizeBytes }) => sizeBytes,
  });
  private readonly reading = new Map<string, Promise<ReferenceTensors>>();

  /**
   * @param id of one of the head's sets; null for the first
   * @throws BadUserInput where the head has no such set; ArtifactInvalid, RegistryBadResponse for a file that is not as the card says
   */
  async of(head: AlignmentHead, id: string | null): Promise<ReferenceSet> {
    const { referenceSets } = head.card;
    const stated = id === null ? referenceSets[0] : referenceSets.find((set) => set.id === id);
    if (!stated)
      throw new BadUserInput('referenceSet', 'must be the id of a reference set of the head', {
        referenceSets: referenceSets.map((set) => set.id),
      });
    const digest = head.version.card.artifacts.find(({ path }) => path === stated.path)?.sha256 ?? '';
    return { stated, digest, ...(await this.tensors(head, stated, digest)) };
  }

  private async tensors(
    head: AlignmentHead,
    stated: ReferenceSet['stated'],
    digest: string,
  ): Promise<ReferenceTensors> {
    const key = `${digest} ${stated.rowsPath ? sha256Of(head.version, stated.rowsPath) : ''}`;
    const known = this.kept.get(key);
    if (known) return known;
    const begun = this.reading.get(key) ?? readReferenceSet(head.version, stated, head.card.embedDim);
    this.reading.set(key, begun);
    try {
      const read = await begun;
      this.kept.set(key, read);
      return read;
    } finally {
      this.reading.delete(key);
    }
  }
}

function sha256Of({ card }: ModelVersion, path: string): string {
  return card.artifacts.find((artifact) => artifact.path === path)?.sha256 ?? '';
}

/** One side of a set. @throws BadUserInput where the set has none of it */
export function sideOf({ stated, image, transcriptome }: ReferenceSet, side: 'image' | 'transcriptome'): UnitRows {
  const rows = side === 'image' ? image : transcriptome;
  if (!rows)
    throw new BadUserInput('referenceSet', `must name a set with ${side} embeddings`, { referenceSet: stated.id });
  return rows;
}
