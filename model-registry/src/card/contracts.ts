import { z } from 'zod';
import { featureFile, padding, sampling, spatialWindow, tileExtent, transformStep } from './feature-recipe.js';
import * as v from './vocabulary.js';

/** A tensor of the served model, in the words of the Open Inference Protocol. -1 is a variable dimension. */
export const tensor = z.strictObject({
  name: v.shortText,
  datatype: v.datatype,
  shape: z.array(z.int().min(-1)).min(1).max(8),
  axes: z
    .array(v.shortText)
    .meta({ description: 'what each dimension means, in order, as in ["bag", "tile", "feature"]' }),
});

/** An input, and what it is where there are several. */
export const inputTensor = z.strictObject({
  ...tensor.shape,
  role: v.inputRole
    .optional()
    .meta({ description: 'what it is; stated for each of several inputs of a version that takes features' }),
  unit: v.placeUnit.optional().meta({ description: 'of COORDINATES and TILE_EXTENT: what a whole number of it means' }),
});

const micrometres = z.number().positive();
const micrometres2 = z.number().positive();
const share = z.number().min(0).max(1);

/** One step of the tissue mask. Each refines the same binary mask; the order of the list is the order of work. */
export const tissueFilter = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('OTSU_SATURATION') }),
  z.strictObject({
    kind: z.literal('SHARPNESS'),
    sigmaUm: micrometres,
    windowUm: micrometres,
    minEnergy: z.number().nonnegative(),
  }),
  z.strictObject({
    kind: z.literal('FLAT_TEXTURE'),
    windowUm: micrometres,
    minStandardDeviation: z.number().nonnegative(),
  }),
  z.strictObject({ kind: z.literal('SMALL_OBJECTS'), minAreaUm2: micrometres2 }),
  z.strictObject({ kind: z.literal('SMALL_HOLES'), maxAreaUm2: micrometres2 }),
  z.strictObject({
    kind: z.literal('ENCLOSED_FAT'),
    maxSaturation: share,
    windowUm: micrometres,
    minLowDensityFraction: share,
    minAreaUm2: micrometres2,
  }),
  z.strictObject({
    kind: z.literal('INK'),
    maxGrey: z.number().min(0).max(255),
    minSaturation: share,
    minAreaUm2: micrometres2,
    minLengthUm: micrometres,
  }),
]);

/** How tiles are cut for an encoder (science: from a slide to features). Two recipes that differ in one field are two preprocessings. */
export const tiling = z.strictObject({
  tileSizePx: z.int().min(16).max(2048),
  mpp: z.number().positive().max(20).meta({ description: 'micrometres per pixel of the tile, not a magnification' }),
  strideUm: z.number().positive(),
  resampling: z
    .literal('EXACT_AREA')
    .meta({ description: 'mean of the covered source area with fractional pixel weights, rounded half up' }),
  minTissueFraction: z.number().min(0).max(1),
  maxTiles: z.int().positive(),
  seed: z.int().nonnegative(),
  tissueMask: z.strictObject({ workingMpp: z.number().positive(), filters: z.array(tissueFilter).min(1) }),
});

/** Group 4: the encoder whose features this version takes. Equal dimension is never enough. */
export const extractor = z.strictObject({
  model: v.modelName,
  version: v.modelVersion,
  digest: v.digest.meta({ description: 'digest of the encoder version: its weights and its card' }),
  outputVariant: v.outputVariant,
  l2Normalised: z.boolean(),
  dim: z.int().positive(),
  computePrecision: v.precision,
  tileSizePx: z.int().positive(),
  mpp: z.number().positive(),
  weightsRevision: v.shortText.optional().meta({ description: 'revision or digest of the published weights' }),
  transform: z.array(transformStep).optional().meta({ description: 'from the tile to the input of the encoder' }),
  recipeDigest: v.digest.optional().meta({ description: 'digest of the recipe by which the features are made' }),
});

/** Group 5: what goes in. */
export const input = z.strictObject({
  unit: v.inputUnit,
  tensors: z.array(inputTensor).min(1),
  tiles: z
    .strictObject({ min: z.int().min(1), max: z.int().min(1), overMax: v.overMax.optional() })
    .nullable()
    .meta({ description: 'bounds of the number of tiles in a bag' }),
  coordsUnit: v.coordsUnit,
  tiling: tiling.nullable().meta({ description: 'for encoders of image tiles: how the tiles are cut' }),
  transform: z.array(transformStep).meta({ description: 'what the graph itself does to the input, in order' }),
  spacingMissingPolicy: z.enum(['REFUSE', 'OVERRIDE']),
  patientAggregation: z.enum(['CONCAT_TILES', 'MEAN_SLIDES', 'VIRTUAL_SLIDE', 'SINGLE']),
  tileExtent: tileExtent.optional(),
  overlappingTiles: v.overlappingTiles.optional(),
  sampling: z.array(sampling).optional().meta({ description: 'in the order of work' }),
  padding: padding.optional(),
  featureFile: featureFile.optional(),
});

/** One thing that the version tells. */
export const target = z.strictObject({
  name: z.string().regex(/^[a-z0-9][a-z0-9-]{0,99}$/),
  title: v.shortText,
  kind: v.targetKind,
  tensor: v.shortText,
  served: v.activation.meta({ description: 'what the model server returns' }),
  final: v.activation.meta({ description: 'what the gateway applies, once, to reach a probability or value' }),
  classes: z.array(v.shortText).min(1).max(1000).nullable().meta({ description: 'in the order of the tensor' }),
  positiveClass: v.shortText.nullable(),
  unit: v.shortText.nullable(),
  direction: z.enum(['HIGHER_IS_MORE', 'HIGHER_IS_WORSE', 'NONE']),
  meaning: v.text,
  columns: z.strictObject({ first: z.int().nonnegative(), count: z.int().positive() }).optional().meta({
    description: 'the columns of the tensor that are its own, where several targets share one; else all of them',
  }),
  range: z.strictObject({ min: z.number().nullable(), max: z.number().nullable() }).optional().meta({
    description: 'for SCALAR and RISK: what a true value lies in, in its unit; null on a side without an end',
  }),
});

export const embedding = z.strictObject({
  tensor: v.shortText,
  dim: z.int().positive(),
  l2Normalised: z.boolean(),
  outputVariant: v.outputVariant,
  precision: v.precision,
});

export const expression = z.strictObject({
  tensor: v.shortText,
  unit: v.shortText,
  transform: v.shortText,
  base: v.shortText.optional().meta({ description: 'what was transformed, as in FPKM-UQ or counts' }),
  clamp: z
    .strictObject({ min: z.number().nullable(), max: z.number().nullable() })
    .optional()
    .meta({ description: 'bounds that the model itself puts on the values; null on a side without one' }),
});

/** Scores of gene sets that the version predicts itself. */
export const pathways = z.strictObject({
  tensor: v.shortText,
  unit: v.shortText,
  transform: v.shortText,
  method: v.text.meta({ description: 'how the scores were made that the version was trained to predict' }),
  collection: z
    .strictObject({ name: v.shortText, version: v.shortText, digest: v.digest })
    .nullable()
    .meta({ description: 'the gene-set collection that the pathways are sets of, by its digest; null for none' }),
});

/** Group 6: what comes out. */
export const output = z.strictObject({
  tensors: z.array(tensor).min(1),
  targets: z.array(target),
  embedding: embedding.nullable(),
  otherEmbeddings: z
    .array(embedding.extend({ level: v.embeddingLevel }))
    .optional()
    .meta({ description: 'further vectors of the same run: another variant, a level below' }),
  expression: expression.nullable(),
  pathways: pathways.nullable().optional(),
});

/** Group 10: maps over the slide. */
export const spatial = z.strictObject({
  mode: v.spatialMode,
  tensor: v.shortText.nullable().meta({
    description:
      'the output that carries the map; null where the gateway derives it (one tile at a time, or a product)',
  }),
  normalisation: z.enum(['NONE', 'PERCENTILE', 'MINMAX', 'CLAMP']),
  meaning: v.text,
  gridUnit: z.enum(['TILE', 'PIXEL']).optional().meta({ description: 'what one place of the map is' }),
  window: spatialWindow.optional().meta({ description: 'for SLIDING_WINDOW' }),
  clampPercentiles: z
    .tuple([z.number(), z.number()])
    .optional()
    .meta({ description: 'for CLAMP: values beyond these percentiles of the map are set to them' }),
  missing: z.literal('NAN').optional().meta({ description: 'what a place without a value has; never 0' }),
  signed: z.boolean().optional().meta({ description: 'whether values below 0 speak against the class' }),
});
