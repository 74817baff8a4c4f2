export { Authenticator, type KeyEntry } from './authenticator.js';
export { hasRole, requireRole, type Caller } from './caller.js';
export { ViewerResolver } from './viewer.resolver.js';
