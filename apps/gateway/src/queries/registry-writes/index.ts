export { ModelNotesResolver } from './model-notes.resolver.js';
export { RegisterVersionResolver } from './register-version.resolver.js';
export { RoutingWritesResolver } from './routing-writes.resolver.js';
export { RegistryWritesResolver } from './registry-writes.resolver.js';
