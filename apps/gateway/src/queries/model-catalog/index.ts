export { LicenceResolver } from './licence.resolver.js';
export { ModelCatalogResolver, ModelReadinessResolver } from './model-catalog.resolver.js';
export { toModelVersion, toRegistrySource } from './to-model-version.js';
export { ModelLineageResolver } from './model-lineage.resolver.js';
export { TritonModelResolver } from './triton-model.resolver.js';
