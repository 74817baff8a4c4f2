export * from './gateway.config.js';
export type { ModelServerSettings } from './model-servers.js';
export { packageRoot } from './package-root.js';
