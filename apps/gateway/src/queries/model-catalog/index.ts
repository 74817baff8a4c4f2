export { ModelCatalogResolver, ModelReadinessResolver } from './model-catalog.resolver.js';
export { toRegistrySource } from './to-model-version.js';
