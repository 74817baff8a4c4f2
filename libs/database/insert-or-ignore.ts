import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';

/** Inserts rows in one statement and leaves out those whose key, or another unique value, is there already. */
export async function insertOrIgnore<T extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityTarget<T>,
  rows: readonly T[],
): Promise<void> {
  const insert = manager.createQueryBuilder().insert().into<ObjectLiteral>(entity);
  // Entities here have no generated columns, so nothing needs to be read back.
  await insert
    .values([...rows])
    .orIgnore()
    .updateEntity(false)
    .execute();
}
