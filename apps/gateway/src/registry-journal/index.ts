export { RegistryIntentRow } from './registry-intent.entity.js';
export { RegistryWriteRow } from './registry-write.entity.js';
export { StoredJournal } from './stored-journal.js';
export { StoredOutbox } from './stored-outbox.js';
export { isAudited, unauditedWrites } from './unaudited-writes.js';
