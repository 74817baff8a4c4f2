export { FeatureBag, type BagOrigin } from './feature-bag.entity.js';
export { FeatureStore, type FeatureStoreOptions, type LoadedBag } from './feature-store.service.js';
export { bagDigestOf, type BagIdentity } from './bag-digest.js';
export type { BagDescription, BagWriter } from './bag-writer.js';
export { FeatureStoreModule } from './feature-store.module.js';
