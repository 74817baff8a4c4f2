import { type FeatureBag } from '#gateway/feature-store';

/** A stored bag as the API shows it. */
export function toFeatureBag(bag: FeatureBag) {
  return {
    digest: bag.digest,
    origin: bag.origin,
    level: bag.level,
    encoder: { name: bag.encoderName, version: bag.encoderVersion, digest: bag.encoderDigest },
    preprocessingDigest: bag.preprocessingDigest,
    recipe: bag.plan === null ? bag.recipe : { ...bag.recipe, plan: bag.plan },
    tileCount: bag.tileCount,
    dimension: bag.dim,
    tileEdgePx: bag.tileEdgePx,
    mpp: bag.mpp,
    tileSizePx: bag.tileSizePx,
    featuresHref: () => `/features/${bag.digest}/features.npy`,
    coordsHref: () => `/features/${bag.digest}/coords.npy`,
    createdAt: bag.createdAt.toISOString(),
  };
}
