export type { Database } from './database.js';
export { openDatabase, type EmbeddedOptions, type PostgresOptions } from './open-database.js';
export { lockDirectory, type DirectoryLock } from './directory-lock.js';
export { codeOf, translateStoreError } from './translate-store-error.js';
export { redactUrl } from './redact-url.js';
export { exactJson, float32Vector, optionalExactJson, safeInteger, type Json, type JsonObject } from './columns.js';
export { insertOrIgnore } from './insert-or-ignore.js';
export { newestFirst, type Page, type PageRequest } from './page.js';
export { RowMemory } from './row-memory.js';
