import { at } from './at.js';
import { type CosineTable, type Direction } from './partner-ranks.js';

/** How much the neighbours of a site's pairs are of the same site. */
export interface SiteShare {
  /** null for the pairs of which nobody says */
  readonly site: string | null;
  /** rows of its pairs */
  readonly members: Uint32Array;
  /** the share of the nearest `nearest` of all pairs that are of the site, by direction */
  readonly sameSite: Readonly<Record<Direction, number>>;
  /** the same share in a space without batch effects: that of the site among all pairs */
  readonly expected: number;
  /** how many neighbours were looked at */
  readonly nearest: number;
}

const NEAREST = 10;

/**
 * Site by site, whether neighbours are of the same site more often than the site's size explains: a batch effect. Partners count, as they are of the same site.
 * @returns by name; empty where all pairs are of one site. Sites with one pair are left out
 */
export function siteShares(table: CosineTable, sites: readonly (string | null)[]): readonly SiteShare[] {
  const bySite = new Map<string | null, number[]>();
  sites.forEach((site, pair) => bySite.set(site, [...(bySite.get(site) ?? []), pair]));
  if (bySite.size < 2) return [];
  const nearest = Math.min(NEAREST, table.n);
  return [...bySite]
    .filter(([, pairs]) => pairs.length >= 2)
    .sort(([a], [b]) => ((a ?? '') < (b ?? '') ? -1 : 1))
    .map(([site, pairs]) => ({
      site,
      members: Uint32Array.from(pairs),
      sameSite: {
        I2G: shareOf(table, 'I2G', { site, pairs }, sites, nearest),
        G2I: shareOf(table, 'G2I', { site, pairs }, sites, nearest),
      },
      expected: pairs.length / table.n,
      nearest,
    }));
}

function shareOf(
  { n, cosines }: CosineTable,
  direction: Direction,
  { site, pairs }: { readonly site: string | null; readonly pairs: readonly number[] },
  sites: readonly (string | null)[],
  nearest: number,
): number {
  let same = 0;
  for (const query of pairs) {
    const cosine = (other: number): number => at(cosines, direction === 'I2G' ? query * n + other : other * n + query);
    const order = Uint32Array.from({ length: n }, (_, other) => other).sort((a, b) => cosine(b) - cosine(a) || a - b);
    for (const other of order.subarray(0, nearest)) if (sites[other] === site) same++;
  }
  return same / (pairs.length * nearest);
}
