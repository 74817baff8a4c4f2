export { RegistryWriteRow } from './registry-write.entity.js';
export { StoredJournal } from './stored-journal.js';
