export { resolveAllowedPath, type AllowedPath } from './resolve-allowed-path.js';
