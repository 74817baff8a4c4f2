export { FeaturesResolver } from './features.resolver.js';
export { toFeatureBag } from './to-feature-bag.js';
