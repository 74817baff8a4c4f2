import { z } from 'zod';
import * as v from './vocabulary.js';

/** What an encoder's image input must be before it enters the graph. */
export const transformStep = z.strictObject({
  op: v.shortText,
  args: z.record(z.string(), z.union([z.number(), z.string(), z.array(z.number())])).optional(),
});

/** How the rows of the input are made of a slide's tiles. Order and seed are data: another order of clusters is another prediction. */
export const sampling = z.strictObject({
  method: v.shortText.meta({ description: 'as in random, k-means, mosaic' }),
  k: z.int().positive().nullable().meta({ description: 'rows that come out' }),
  seed: z.int().nonnegative().nullable(),
  library: v.shortText.nullable().meta({ description: 'library and version that the order depends on' }),
});

/** What stands where a bag has fewer rows than the model takes. */
export const padding = z.strictObject({
  value: z.number(),
  masked: z.boolean().nullable().meta({ description: 'whether the model leaves the padding out of its result' }),
});

/** The edge of a tile where it is stated as a length or in pixels of the slide. */
export const tileExtent = z.strictObject({
  value: z.number().positive(),
  unit: z.enum(['UM', 'PX_LEVEL0', 'PX_PATCH']),
});

/** The files that the version's makers keep features in. */
export const featureFile = z.strictObject({
  layout: z.enum(['STAMP', 'TRIDENT', 'SEQUOIA', 'HISTOBISTRO', 'CLAM', 'OTHER']),
  datasets: z.array(v.shortText),
  attributes: z.array(v.shortText),
});

/** The window of a SLIDING_WINDOW map, in tiles. */
export const spatialWindow = z.strictObject({
  sizeTiles: z.int().positive(),
  strideTiles: z.int().positive(),
  minTiles: z.int().nonnegative().nullable().meta({ description: 'a window with fewer tiles is left out' }),
  padding: padding.nullable(),
});
