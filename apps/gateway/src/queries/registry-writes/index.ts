export { RegistryWritesResolver } from './registry-writes.resolver.js';
