export * from './gateway.config.js';
export { packageRoot } from './package-root.js';
