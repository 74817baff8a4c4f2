export { ModelCatalogResolver, ModelReadinessResolver } from './model-catalog.resolver.js';
