import type { SlideLevel } from '../formats/slide-format.js';

/** How a reader asks for stored tiles of one level. */
export type ReadTile = (column: number, row: number) => Promise<Uint8Array>;

/**
 * Decoded tiles of one level by last use, up to a number of bytes. Neighbouring windows share stored tiles; two that ask at the same
 * time share one decoding. A failed decoding is forgotten.
 */
export function cachedTiles(level: SlideLevel, maxBytes: number): ReadTile {
  const capacity = Math.max(4, Math.floor(maxBytes / (level.tileWidthPx * level.tileHeightPx * 3)));
  const tiles = new Map<string, Promise<Uint8Array>>();
  return (column, row) => {
    const key = `${column},${row}`;
    const tile = tiles.get(key) ?? level.readTile(column, row);
    tiles.delete(key);
    tiles.set(key, tile);
    tile.catch(() => tiles.delete(key));
    for (const oldest of tiles.keys()) {
      if (tiles.size <= capacity) break;
      tiles.delete(oldest);
    }
    return tile;
  };
}
