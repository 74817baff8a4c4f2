import { BadUserInput } from '#libs/errors';

/** How a spot gets its prediction: the nearest tile with a value, or the mean of those inside the spot. */
export type SpotMatch = 'NEAREST_TILE' | 'TILES_WITHIN_SPOT';

/** Spots and the tiles that predict them. */
export interface MatchedSpots {
  /** By their place in the sample. */
  readonly spots: Uint32Array;
  /** Tiles of each spot, in its place. */
  readonly tiles: readonly (readonly number[])[];
  /** Farthest tile centre from its spot's centre, in level-0 pixels. */
  readonly farthestPx: number;
}

/**
 * NEAREST_TILE: the tile with a value whose centre is nearest to the spot's centre, not farther than half a tile's edge in x or y: the spot's centre lies in the tile. Of several as near the first.
 * TILES_WITHIN_SPOT: every tile with a value whose centre lies within the spot's circle; the mean of their values. A spot without such a tile is not compared.
 * @param centres `[spots, 2]`, level-0 pixels
 * @param corners `[tiles, 2]`, top left
 * @throws BadUserInput for TILES_WITHIN_SPOT where nobody has said how large a spot is
 */
export function matchSpots(
  { centres, spotDiameterPx }: { readonly centres: Float64Array; readonly spotDiameterPx: number | null },
  {
    corners,
    tileEdgePx,
    isValued,
  }: { readonly corners: Int32Array; readonly tileEdgePx: number; readonly isValued: (tile: number) => boolean },
  rule: SpotMatch,
): MatchedSpots {
  if (rule === 'TILES_WITHIN_SPOT' && spotDiameterPx === null)
    throw new BadUserInput('match', 'must be NEAREST_TILE: the measurement does not say how large a spot is');
  const half = tileEdgePx / 2;
  const near = new PlacesByCell(corners, half, tileEdgePx, isValued);
  const spots: number[] = [];
  const tiles: (readonly number[])[] = [];
  let farthestPx = 0;
  for (let spot = 0; spot < centres.length / 2; spot += 1) {
    const [x = NaN, y = NaN] = centres.subarray(spot * 2, spot * 2 + 2);
    const found = near.around(x, y, rule === 'NEAREST_TILE' ? half : (spotDiameterPx ?? 0) / 2);
    const inside = found.filter(({ dx, dy, distance }) =>
      rule === 'NEAREST_TILE' ? Math.max(dx, dy) <= half : distance <= (spotDiameterPx ?? 0) / 2,
    );
    const chosen =
      rule === 'NEAREST_TILE' ? inside.sort((a, b) => a.distance - b.distance || a.tile - b.tile).slice(0, 1) : inside;
    if (chosen.length === 0) continue;
    spots.push(spot);
    tiles.push(chosen.map(({ tile }) => tile));
    farthestPx = Math.max(farthestPx, ...chosen.map(({ distance }) => distance));
  }
  return { spots: Uint32Array.from(spots), tiles, farthestPx };
}

/** Tiles by the cell of a coarse grid that holds their centre, so that a spot looks at few of them. */
class PlacesByCell {
  private readonly cells = new Map<string, number[]>();

  constructor(
    private readonly corners: Int32Array,
    private readonly half: number,
    private readonly cellPx: number,
    isValued: (tile: number) => boolean,
  ) {
    for (let tile = 0; tile < corners.length / 2; tile += 1) {
      if (!isValued(tile)) continue;
      const [x, y] = this.centreOf(tile);
      const cell = this.cellOf(x, y);
      this.cells.set(cell, [...(this.cells.get(cell) ?? []), tile]);
    }
  }

  /** Tiles of every cell that a square of so many pixels around a place reaches. */
  around(x: number, y: number, reach: number) {
    const found: { readonly tile: number; readonly dx: number; readonly dy: number; readonly distance: number }[] = [];
    const cells = (place: number): readonly number[] => {
      const [from, to] = [Math.floor((place - reach) / this.cellPx), Math.floor((place + reach) / this.cellPx)];
      return Array.from({ length: to - from + 1 }, (_, at) => from + at);
    };
    for (const column of cells(x))
      for (const row of cells(y))
        for (const tile of this.cells.get(`${column} ${row}`) ?? []) {
          const [dx, dy] = this.centreOf(tile).map((place, axis) => Math.abs(place - (axis === 0 ? x : y)));
          found.push({ tile, dx: dx ?? NaN, dy: dy ?? NaN, distance: Math.hypot(dx ?? NaN, dy ?? NaN) });
        }
    return found;
  }

  private centreOf(tile: number): readonly [number, number] {
    return [(this.corners[tile * 2] ?? NaN) + this.half, (this.corners[tile * 2 + 1] ?? NaN) + this.half];
  }

  private cellOf(x: number, y: number): string {
    return `${Math.floor(x / this.cellPx)} ${Math.floor(y / this.cellPx)}`;
  }
}
