/** What rows of a map are made from. */
export interface RowSource {
  /** `[tiles of the features, dim]` */
  readonly features: Float32Array;
  readonly dim: number;
  readonly layerCount: number;
  /** Rows of the features in the order of the map. */
  readonly order: Uint32Array;
  /** @returns `[count, layers]` of `count` tiles or windows */
  readonly ask: (rows: Float32Array, count: number) => Promise<Float32Array>;
}

/** A piece of a map: `[tiles, layers]` in its order, NaN in rows without a value. */
export interface MapPiece {
  readonly rows: Float32Array;
  readonly tiles: number;
  readonly valuedTiles: number;
}

/**
 * Each tile by itself, so many at once.
 * @param atOnce tiles of a call
 */
export async function* perTileRows(source: RowSource, atOnce: number): AsyncGenerator<MapPiece> {
  const { order, ask, dim, features } = source;
  for (let from = 0; from < order.length; from += atOnce) {
    const tiles = order.subarray(from, from + atOnce);
    const input = new Float32Array(tiles.length * dim);
    tiles.forEach((row, at) => input.set(features.subarray(row * dim, (row + 1) * dim), at * dim));
    yield { rows: await ask(input, tiles.length), tiles: tiles.length, valuedTiles: tiles.length };
  }
}
