export { ModelServerResolver, PlacementResolver } from './model-server.resolver.js';
