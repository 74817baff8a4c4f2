import { createHash } from 'node:crypto';
import { BadUserInput } from '#libs/errors';

/** Most identifiers of one page. */
export const MOST_IDENTIFIERS = 1000;

const LONGEST_LIST = 100;
const REFUSED = 'must be a cursor that this list has given out';

/** Part of a list whose items are named by their positions: it never changes, so neither does what a cursor means. */
export interface PositionPage {
  /** The first position, from 0. */
  readonly from: number;
  readonly count: number;
}

/**
 * Which positions are asked for.
 * @param list what makes the list another one than others: a cursor of another list is refused
 * @throws BadUserInput for a size outside 1 to `most`, or a cursor that this list has not given out
 */
export function positionsOf(
  list: string,
  { first, after }: { readonly first: number; readonly after?: string | null },
  most: number,
): PositionPage {
  if (!Number.isInteger(first) || first < 1 || first > most) throw new BadUserInput('first', `must be 1 to ${most}`);
  if (after === null || after === undefined) return { from: 0, count: first };
  const text = Buffer.from(after.slice(0, 400), 'base64url').toString();
  const [, of, position] = /^(.*):(\d{1,9})$/s.exec(text) ?? [];
  if (of !== identityOf(list) || position === undefined) throw new BadUserInput('after', REFUSED);
  return { from: Number(position) + 1, count: first };
}

/** A page as a connection of the schema. */
export function connectionAt<T>(list: string, page: PositionPage, nodes: readonly T[], totalCount: number) {
  const last = page.from + nodes.length - 1;
  return {
    nodes,
    totalCount,
    pageInfo: {
      hasNextPage: last + 1 < totalCount && nodes.length > 0,
      endCursor: nodes.length === 0 ? null : Buffer.from(`${identityOf(list)}:${last}`).toString('base64url'),
    },
  };
}

/** A cursor has to stay short, however many versions a list is of. */
function identityOf(list: string): string {
  return list.length <= LONGEST_LIST ? list : createHash('sha256').update(list).digest('hex');
}
