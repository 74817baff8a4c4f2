import { describe, expect, it } from 'vitest';
import { BadUserInput } from '#libs/errors';
import { pageOf } from './paging.js';

const items = ['c', 'a', 'd', 'b'];
const key = (item: string): string => item;

describe('pageOf', () => {
  it('walks all items once, in the order of their keys', () => {
    const first = pageOf(items, key, { first: 3 });
    expect(first.nodes).toEqual(['a', 'b', 'c']);
    expect(first.pageInfo.hasNextPage).toBe(true);
    const second = pageOf(items, key, { first: 3, after: first.pageInfo.endCursor });
    expect(second).toMatchObject({ nodes: ['d'], pageInfo: { hasNextPage: false } });
  });

  it('goes on behind a key that was removed meanwhile', () => {
    const { pageInfo } = pageOf(items, key, { first: 2 });
    expect(pageOf(['a', 'c', 'd'], key, { first: 2, after: pageInfo.endCursor }).nodes).toEqual(['c', 'd']);
  });

  it('has no cursor on an empty page', () => {
    expect(pageOf([], key, { first: 1 }).pageInfo).toEqual({ hasNextPage: false, endCursor: null });
  });

  it.each([0, -1, 101, 1.5])('refuses a page of %s', (first) =>
    expect(() => pageOf(items, key, { first })).toThrow(BadUserInput),
  );
});
