export { RegistryWriteRow } from './registry-write.entity.js';
export { StoredJournal } from './stored-journal.js';
export { unauditedWrites } from './unaudited-writes.js';
