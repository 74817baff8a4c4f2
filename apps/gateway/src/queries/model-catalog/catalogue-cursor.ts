import { BadUserInput } from '#libs/errors';
import { type CataloguePage, type CatalogueOrder, isSortKey, type PageWish, type SortKey } from '#model-registry';
import { checkPageSize } from '../paging.js';

/** Arguments of a list of the catalogue. */
export interface CatalogueArguments {
  readonly first: number;
  readonly after?: string | null;
  readonly orderBy: CatalogueOrder;
}

/** Lists of the catalogue, with what their entries are sorted by. */
const FORMS = {
  models: { NAME: ['string', 'string'], NEWEST: ['number', 'string', 'string'] },
  versions: { NAME: ['string', 'string', 'number'], NEWEST: ['number', 'string', 'string', 'number'] },
  uses: { NAME: ['string', 'string', 'number', 'string'], NEWEST: [] },
} as const;

type List = keyof typeof FORMS;

// A cursor is a few names; anything longer was not given out here.
const LONGEST_CURSOR = 1_000;

/** @throws BadUserInput for a page size outside 1 to 100, and for a cursor that this list did not give out in this order */
export function pageWish(list: List, { first, after, orderBy }: CatalogueArguments): PageWish {
  checkPageSize(first);
  return { first, order: orderBy, after: after === null || after === undefined ? null : keyOf(list, orderBy, after) };
}

/** A page of the catalogue as a connection of the schema. */
export function catalogueConnection<T, Node>(
  list: List,
  { orderBy }: CatalogueArguments,
  { items, hasNext, endKey, count }: CataloguePage<T>,
  toNode: (item: T) => Node,
) {
  return {
    nodes: items.map(toNode),
    pageInfo: { hasNextPage: hasNext, endCursor: endKey && cursorOf(list, orderBy, endKey) },
    totalCount: count,
  };
}

function cursorOf(list: List, order: CatalogueOrder, key: SortKey): string {
  return Buffer.from(JSON.stringify([list, order, ...key])).toString('base64url');
}

function keyOf(list: List, order: CatalogueOrder, cursor: string): SortKey {
  const parts = cursor.length > LONGEST_CURSOR ? null : parsed(Buffer.from(cursor, 'base64url').toString());
  const [ofList, ofOrder, ...key]: readonly unknown[] = Array.isArray(parts) ? parts : [];
  if (ofList !== list || ofOrder !== order || !isSortKey(key, FORMS[list][order])) {
    throw new BadUserInput('after', 'must be an `endCursor` that this list has given out in the same order');
  }
  return key;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
