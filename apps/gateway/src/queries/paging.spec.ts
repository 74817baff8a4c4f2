import { describe, expect, it } from 'vitest';
import { BadUserInput } from '#libs/errors';
import { checkPageSize, connectionOf } from './paging.js';

describe('a page of the store', () => {
  it.each([0, -1, 101, 1.5, NaN])('is not of %s rows', (first) =>
    expect(() => checkPageSize(first)).toThrow(BadUserInput),
  );

  it('becomes a connection whose cursor is that of its last row, and none where it is empty', () => {
    const edges = ['a', 'b'].map((node) => ({ node, cursor: `at ${node}` }));
    expect(connectionOf({ edges, hasNextPage: true })).toEqual({
      nodes: ['a', 'b'],
      pageInfo: { hasNextPage: true, endCursor: 'at b' },
    });
    expect(connectionOf({ edges: [], hasNextPage: false }).pageInfo.endCursor).toBeNull();
  });
});
