import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';

/**
 * Inserts rows in one statement and leaves out those whose key, or another unique value, is there already.
 * @returns how many were inserted
 */
export async function insertOrIgnore<T extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityTarget<T>,
  rows: readonly T[],
): Promise<number> {
  const insert = manager.createQueryBuilder().insert().into<ObjectLiteral>(entity);
  // Entities here have no generated columns, so nothing needs to be read back.
  const { raw }: { readonly raw: unknown } = await insert
    .values([...rows])
    .orIgnore()
    .updateEntity(false)
    .returning('1')
    .execute();
  return Array.isArray(raw) ? raw.length : 0;
}
