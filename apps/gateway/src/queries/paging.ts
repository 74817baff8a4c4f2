import { type Page } from '#libs/database';
import { BadUserInput } from '#libs/errors';

const MAX_PAGE = 100;

/** Throws BadUserInput for a page size outside 1 to 100. */
export function checkPageSize(first: number): void {
  if (!Number.isInteger(first) || first < 1 || first > MAX_PAGE)
    throw new BadUserInput('first', `must be 1 to ${MAX_PAGE}`);
}

/** A page of the store as a connection of the schema. */
export function connectionOf<T>({ edges, hasNextPage }: Page<T>) {
  return { nodes: edges.map((edge) => edge.node), pageInfo: { hasNextPage, endCursor: edges.at(-1)?.cursor ?? null } };
}
