import { describe, expect, it } from 'vitest';
import { connectionAt, positionsOf } from './position-page.js';

const letters = [...'abcdefg'];

function pageOf(list: string, first: number, after: string | null) {
  const page = positionsOf(list, { first, after }, 5);
  return connectionAt(list, page, letters.slice(page.from, page.from + page.count), letters.length);
}

describe('a page by position', () => {
  it('follows the page before without gap or overlap, and ends', () => {
    const seen: string[] = [];
    let after: string | null = null;
    const pages = [];
    do {
      const page: ReturnType<typeof pageOf> = pageOf('list', 3, after);
      seen.push(...page.nodes);
      pages.push(page.nodes.length);
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect([seen, pages]).toEqual([letters, [3, 3, 1]]);
  });

  it('is empty behind the last item, and has no cursor', () => {
    const { endCursor } = pageOf('list', 5, pageOf('list', 5, null).pageInfo.endCursor).pageInfo;
    expect(pageOf('list', 5, endCursor)).toEqual({
      nodes: [],
      totalCount: 7,
      pageInfo: { hasNextPage: false, endCursor: null },
    });
  });

  it('is refused by a cursor of another list, or of none, and by a size outside its bounds', () => {
    const { endCursor } = pageOf('list', 3, null).pageInfo;
    for (const after of [endCursor, 'nonsense', '']) {
      expect(() => pageOf('other', 3, after)).toThrow(expect.objectContaining({ argument: 'after' }));
    }
    for (const first of [0, -1, 6, 1.5]) {
      expect(() => pageOf('list', first, null)).toThrow(expect.objectContaining({ argument: 'first' }));
    }
  });

  it('has a cursor of bounded length, however much a list is of', () => {
    const list = 'local:some-model/1,'.repeat(40);
    const { endCursor } = pageOf(list, 3, null).pageInfo;
    expect(endCursor?.length).toBeLessThan(100);
    expect(pageOf(list, 3, endCursor).nodes).toEqual(['d', 'e', 'f']);
    expect(() => pageOf(`${list}.`, 3, endCursor)).toThrow(expect.objectContaining({ argument: 'after' }));
  });
});
