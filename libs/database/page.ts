import { BadUserInput } from '#libs/errors';
import { createHash } from 'node:crypto';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';

/** Which part of a list is wanted: at most `first` rows behind the row of the cursor `after`. */
export interface PageRequest {
  readonly first: number;
  readonly after?: string | null;
}

/** Part of a list, newest first, with a cursor for each row. */
export interface Page<T> {
  readonly edges: readonly { readonly cursor: string; readonly node: T }[];
  readonly hasNextPage: boolean;
}

interface Position {
  readonly createdAt: Date;
  readonly id: string;
}

const MAX_FIRST = 500;

/**
 * Reads one page of a tenant's rows, newest first, by (createdAt, id): rows added meanwhile never shift a later page.
 *
 * @param list the list's name; a cursor of another list or tenant is refused
 * @throws BadUserInput for `first` outside 1..500 and for a cursor that this list did not give to this tenant
 */
export async function newestFirst<T extends ObjectLiteral & Position>(
  query: SelectQueryBuilder<T>,
  list: string,
  tenant: string,
  request: PageRequest,
): Promise<Page<T>> {
  const { first, after } = request;
  if (!Number.isInteger(first) || first < 1 || first > MAX_FIRST) {
    throw new BadUserInput('first', `must be a whole number from 1 to ${MAX_FIRST}`);
  }
  const { alias } = query;
  const page = query.andWhere(`${alias}.tenant = :tenant`, { tenant });
  if (after !== null && after !== undefined) {
    const { createdAt, id } = parseCursor(list, tenant, after);
    page.andWhere(`(${alias}.createdAt, ${alias}.id) < (:createdAt, :id)`, { createdAt, id });
  }
  const rows = await page
    .orderBy(`${alias}.createdAt`, 'DESC')
    .addOrderBy(`${alias}.id`, 'DESC')
    .take(first + 1)
    .getMany();
  const edges = rows.slice(0, first).map((node) => ({ cursor: cursorOf(list, tenant, node), node }));
  return { edges, hasNextPage: rows.length > first };
}

function cursorOf(list: string, tenant: string, row: Position): string {
  const position = `${row.createdAt.getTime()}:${row.id}`;
  return Buffer.from(`${checkOf(list, tenant, position)}:${position}`).toString('base64url');
}

function parseCursor(list: string, tenant: string, cursor: string): Position {
  const text = Buffer.from(cursor.slice(0, 400), 'base64url').toString();
  const [check, at, ...rest] = text.split(':');
  const id = rest.join(':');
  if (at === undefined || check !== checkOf(list, tenant, `${at}:${id}`)) {
    throw new BadUserInput('after', 'must be a cursor that this list has given out');
  }
  return { createdAt: new Date(Number(at)), id };
}

// Not a secret: rows are filtered by tenant in any case. It tells a foreign or mistyped cursor from a good one.
function checkOf(list: string, tenant: string, position: string): string {
  return createHash('sha256')
    .update(JSON.stringify([list, tenant, position]))
    .digest('hex')
    .slice(0, 16);
}
