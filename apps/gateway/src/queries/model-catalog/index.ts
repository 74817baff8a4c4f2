export { ModelCatalogResolver, ModelReadinessResolver } from './model-catalog.resolver.js';
export { toModelVersion } from './to-model-version.js';
