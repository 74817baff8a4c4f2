import { BadUserInput, GeneNotInPanel, UnitMismatch } from '#libs/errors';
import { missingShare, type PanelIndex, scoreSignature, type Signature } from '#libs/transcriptomics';

/** Rounding of the shares themselves. */
const SLACK = 1e-9;

/** Where the genes of a signature stand in a panel, in the signature's order. */
export interface PlacedSignature {
  readonly signature: Signature;
  /** Null for a gene that is missing. */
  readonly positions: readonly (number | null)[];
  readonly missing: readonly string[];
  readonly missingShare: number;
}

/**
 * Finds a signature's genes by any of their names.
 * @throws GeneNotInPanel where more is missing than the signature allows
 */
export function placeSignature(signature: Signature, index: PanelIndex): PlacedSignature {
  const taken = new Set<number>();
  const positions = signature.genes.map((gene) => {
    const found = index.find(gene);
    // Two names of one gene would count it twice.
    if (found.kind !== 'FOUND' || taken.has(found.position)) return null;
    taken.add(found.position);
    return found.position;
  });
  const missing = signature.genes.filter((_, at) => positions[at] === null);
  const share = missingShare(
    signature,
    positions.map((position) => position !== null),
  );
  if (share > signature.mostMissing + SLACK) throw new GeneNotInPanel(missing, share, signature.mostMissing);
  return { signature, positions, missing, missingShare: share };
}

/** @throws UnitMismatch where the signature is of another scale; a signature that states none takes any */
export function checkScale(
  { unit, transform }: Signature,
  found: { readonly unit: string; readonly transform: string },
): void {
  if (unit === null || transform === null || (unit === found.unit && transform === found.transform)) return;
  throw new UnitMismatch('signature', { unit, transform }, { unit: found.unit, transform: found.transform });
}

/** What the signature says of one sample, as the schema has it. @param valueAt by position in the panel */
export function toSignatureScore({ signature, positions }: PlacedSignature, valueAt: (position: number) => number) {
  const values = positions.map((position) => (position === null ? null : valueAt(position)));
  const { score, topClass, classes } = scored(signature, values);
  const cutOffs = signature.kind === 'LINEAR' ? signature.cutOffs : [];
  return {
    score,
    topClass,
    classes,
    cutOffs: cutOffs.map(({ name, value, above, below, cohort, n }) => {
      const isAbove = score >= value;
      return { name, value, isAbove, label: isAbove ? above : below, cohort, n };
    }),
  };
}

function scored(signature: Signature, values: readonly (number | null)[]) {
  try {
    return scoreSignature(signature, values);
  } catch (error) {
    if (error instanceof RangeError)
      throw new BadUserInput(
        'signature',
        'must have a gene in the sample; for classes two or more, whose values differ',
      );
    throw error;
  }
}
