export { ModelCatalogResolver, ModelReadinessResolver } from './model-catalog.resolver.js';
export { toModelVersion, toRegistrySource } from './to-model-version.js';
