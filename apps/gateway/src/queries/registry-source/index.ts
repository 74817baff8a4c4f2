export { RegistrySyncResolver } from './registry-sync.resolver.js';
