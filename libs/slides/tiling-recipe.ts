/** How tiles are cut from a slide. Part of the identity of a feature bag: every field changes the result. */
export interface TilingRecipe {
  /** Edge of a tile handed to the encoder, in pixels. */
  readonly tileSizePx: number;
  /** Micrometres per pixel of a tile handed to the encoder. */
  readonly mpp: number;
  /** Distance between the left edges of neighbouring tiles, in micrometres. */
  readonly strideUm: number;
  /** A tile is kept when at least this share of it is tissue, in [0, 1]. */
  readonly minTissueFraction: number;
  /** At most this many tiles are cut; more are thinned out by a seeded draw. */
  readonly maxTiles: number;
  /** Seed of that draw, an unsigned 32-bit integer. */
  readonly seed: number;
  readonly tissueMask: TissueMaskRecipe;
}

export interface TissueMaskRecipe {
  /** Micrometres per pixel of the overview on which the mask is made. */
  readonly workingMpp: number;
  /** Applied in this order; each one refines the mask that the ones before it left. */
  readonly filters: readonly TissueFilter[];
}

/** Saturated pixels are tissue; the threshold is Otsu's. */
export interface OtsuSaturationFilter {
  readonly kind: 'OTSU_SATURATION';
}

/** Out of focus is out: local mean of the squared Laplacian of the Gaussian-smoothed grey image (0..255) below a bound. */
export interface SharpnessFilter {
  readonly kind: 'SHARPNESS';
  readonly sigmaUm: number;
  readonly windowUm: number;
  readonly minEnergy: number;
}

/** Flat is out: local standard deviation of the grey image (0..255) below a bound. */
export interface FlatTextureFilter {
  readonly kind: 'FLAT_TEXTURE';
  readonly windowUm: number;
  readonly minStandardDeviation: number;
}

/** Connected tissue (8 neighbours) smaller than this is out. */
export interface SmallObjectsFilter {
  readonly kind: 'SMALL_OBJECTS';
  readonly minAreaUm2: number;
}

/** Enclosed background (4 neighbours, not touching the image's edge) up to this size is filled. */
export interface SmallHolesFilter {
  readonly kind: 'SMALL_HOLES';
  readonly maxAreaUm2: number;
}

/** Enclosed low-density areas are out: where most of the neighbourhood is unsaturated, in pieces of at least this size. */
export interface EnclosedFatFilter {
  readonly kind: 'ENCLOSED_FAT';
  /** A pixel is of low density up to this saturation, in [0, 1]. */
  readonly maxSaturation: number;
  readonly windowUm: number;
  /** Share of low-density pixels in the window, in [0, 1]. */
  readonly minLowDensityFraction: number;
  readonly minAreaUm2: number;
}

/** Dark or strongly saturated pieces, large and long, are out: pen strokes, label edges. */
export interface InkFilter {
  readonly kind: 'INK';
  /** A pixel is dark up to this grey value, 0..255. */
  readonly maxGrey: number;
  /** A pixel is strongly saturated from this saturation on, in [0, 1]. */
  readonly minSaturation: number;
  readonly minAreaUm2: number;
  /** The longer edge of the piece's bounding box. */
  readonly minLengthUm: number;
}

export type TissueFilter =
  | OtsuSaturationFilter
  | SharpnessFilter
  | FlatTextureFilter
  | SmallObjectsFilter
  | SmallHolesFilter
  | EnclosedFatFilter
  | InkFilter;

/** What one filter did to the mask. */
export interface TissueFilterReport {
  readonly filter: TissueFilter['kind'];
  readonly areaBeforeMm2: number;
  readonly areaAfterMm2: number;
}

/** What will be cut, known before the first tile is. */
export interface TilePlan {
  /** Index of the pyramid level that is read. */
  readonly levelUsed: number;
  /** Micrometres per pixel of level 0: the file's, or the one that the caller stated. */
  readonly slideMpp: number;
  /** Edge of a tile in level-0 pixels. */
  readonly tileEdgePx: number;
  /** Distance of neighbouring tiles in level-0 pixels. */
  readonly stridePx: number;
  /** Positions of the grid, before the mask. */
  readonly gridTiles: number;
  /** Tiles with enough tissue. */
  readonly keptTiles: number;
  /** Tiles that are cut, after `maxTiles`. */
  readonly sampledTiles: number;
  readonly mask: readonly TissueFilterReport[];
}

export interface TileBatch {
  /** RGB, shape [count, tileSizePx, tileSizePx, 3]. */
  readonly tiles: Uint8Array<ArrayBuffer>;
  /** Level-0 x and y of each tile's top left corner, shape [count, 2]. */
  readonly coords: Int32Array<ArrayBuffer>;
  readonly count: number;
}
