const MIB = 1024 * 1024;

/**
 * What a slide file may declare. Checked on the header, before a pixel is decoded: beyond them is `SlideTooLarge`. The largest scans in
 * use (whole mount, 0.25 um per pixel) stay below 2^19 pixels an edge and 1024 pixels a tile edge.
 */
export const SLIDE_LIMITS = {
  /** Pixels along one edge of any image in the file. */
  edgePx: 2 ** 20,
  /** Pixels along one edge of a stored tile. */
  tileEdgePx: 4096,
  /** Bytes of one tile after decoding. */
  decodedTileBytes: 64 * MIB,
  /** Bytes of one tile as stored. */
  storedTileBytes: 32 * MIB,
  /** Tiles of one pyramid level. */
  tilesPerLevel: 4 * 2 ** 20,
  /** TIFF directories of the file, SubIFDs counted. */
  directories: 100,
  /** Pixels of the tissue mask: a whole 25 x 75 mm glass at 8 um per pixel is 29 million. */
  maskPixels: 2 ** 25,
  /** Positions of the tile grid, before the mask. */
  gridTiles: 4 * 2 ** 20,
  /** Pixels of one region read in full resolution. */
  regionPixels: 2 ** 26,
  /** Longest edge of an overview. */
  overviewEdgePx: 4096,
  /** Bytes of one batch of tiles. */
  batchBytes: 512 * MIB,
} as const;
