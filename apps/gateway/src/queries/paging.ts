import { type Page } from '#libs/database';
import { BadUserInput } from '#libs/errors';

const MAX_PAGE = 100;

/** Arguments of a connection. */
export interface PageArguments {
  readonly first: number;
  readonly after?: string | null;
}

/** Throws BadUserInput for a page size outside 1 to 100. */
export function checkPageSize(first: number): void {
  if (!Number.isInteger(first) || first < 1 || first > MAX_PAGE)
    throw new BadUserInput('first', `must be 1 to ${MAX_PAGE}`);
}

/** A page of a list that is at hand, by a key that orders it. A cursor outlives changes of the list: it names a key, not a place. */
export function pageOf<T>(items: readonly T[], keyOf: (item: T) => string, { first, after }: PageArguments) {
  checkPageSize(first);
  const afterKey = after === null || after === undefined ? null : Buffer.from(after, 'base64url').toString();
  const sorted = items.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const rest = afterKey === null ? sorted : sorted.filter((item) => keyOf(item) > afterKey);
  const nodes = rest.slice(0, first);
  const last = nodes.at(-1);
  return {
    nodes,
    pageInfo: {
      hasNextPage: rest.length > nodes.length,
      endCursor: last === undefined ? null : Buffer.from(keyOf(last)).toString('base64url'),
    },
  };
}

/** A page of the store as a connection of the schema. */
export function connectionOf<T>({ edges, hasNextPage }: Page<T>) {
  return { nodes: edges.map((edge) => edge.node), pageInfo: { hasNextPage, endCursor: edges.at(-1)?.cursor ?? null } };
}
