import type { DataSource } from 'typeorm';
import { RegistryWriteRow } from './registry-write.entity.js';
import { toWrite } from './to-write.js';
import type { RegistryWrite } from '#model-registry';

/**
 * Writes whose request left no row in the audit record: the process ended, or the store went away, between the two.
 * @param olderThanMs leaves out those that another gateway may be answering right now
 */
export async function unauditedWrites(dataSource: DataSource, olderThanMs: number): Promise<readonly RegistryWrite[]> {
  const rows = await dataSource.manager
    .createQueryBuilder(RegistryWriteRow, 'write')
    .where(`write.at <= now() - make_interval(secs => :seconds)`, { seconds: olderThanMs / 1000 })
    .andWhere('NOT EXISTS (SELECT 1 FROM audit_record WHERE audit_record.request_id = write.request_id)')
    .orderBy('write.seq')
    .getMany();
  return rows.map(toWrite);
}

/** Whether a request has left its row in the audit record. */
export async function isAudited(dataSource: DataSource, requestId: string): Promise<boolean> {
  const rows: readonly unknown[] = await dataSource.query('SELECT 1 FROM audit_record WHERE request_id = $1', [
    requestId,
  ]);
  return rows.length > 0;
}
