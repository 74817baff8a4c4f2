export { ModelNotesResolver } from './model-notes.resolver.js';
export { RegistryWritesResolver } from './registry-writes.resolver.js';
