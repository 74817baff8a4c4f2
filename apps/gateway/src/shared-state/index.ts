export { AnnouncedJournal, AnnouncedOutbox } from './announced-writes.js';
export { CallerLimits } from './caller-limits.js';
export { RegistryHints } from './registry-hints.js';
export { SharedState } from './shared-state.js';
