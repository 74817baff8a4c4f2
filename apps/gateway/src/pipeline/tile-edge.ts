import { FeatureContractMismatch } from '#libs/errors';
import { type FeatureBag } from '#gateway/feature-store';

/** Edge of a tile in level-0 pixels. @throws FeatureContractMismatch for a bag that does not know it: its tiles have no place on the slide */
export function tileEdgeOf({ tileEdgePx }: FeatureBag): number {
  if (tileEdgePx === null)
    throw new FeatureContractMismatch([
      { field: 'tileEdgePx', needed: 'the edge of a tile in level-0 pixels', found: null },
    ]);
  return tileEdgePx;
}
