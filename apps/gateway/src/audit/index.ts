export { AUDIT_SINK, AuditLog, type AuditSink, type ChainVerdict } from './audit-log.js';
export type { AuditedModel, AuditEntry, AuditRecord, ChainHead } from './chain.js';
export { MemoryAuditSink } from './memory-audit-sink.js';
export { PostgresAuditSink, type SqlRunner, type SqlSource } from './postgres-audit-sink.js';
