import { z } from 'zod';

/** The closed vocabularies of a model card. The GraphQL enums of the same names are built from the same words. */
export const taskKind = z.enum(['BIOMARKER', 'REGRESSION', 'EXPRESSION', 'PATHWAY', 'EMBEDDING', 'ALIGNMENT']);
export const level = z.enum(['TILE', 'CELL', 'SLIDE', 'PATIENT', 'MARKER']);
export const embeddingLevel = z.enum(['TOKEN', 'MARKER', 'CELL', 'TILE', 'SLIDE', 'PATIENT']);
export const stain = z.enum(['HE', 'IHC', 'IF', 'OTHER']);
export const specimen = z.enum(['BIOPSY', 'RESECTION', 'CYTOLOGY']);
export const preservation = z.enum(['FFPE', 'FROZEN']);
export const outputVariant = z.enum(['CLS', 'CLS_MEAN', 'POOLED', 'PROJECTED', 'UNPROJECTED']);
export const precision = z.enum(['FP32', 'FP16', 'BF16']);
export const datatype = z.enum([
  'BOOL',
  'UINT8',
  'UINT16',
  'UINT32',
  'UINT64',
  'INT8',
  'INT16',
  'INT32',
  'INT64',
  'FP16',
  'BF16',
  'FP32',
  'FP64',
  'BYTES',
]);
export const inputUnit = z.enum([
  'IMAGE_TILE',
  'TILE_FEATURES',
  'SLIDE_FEATURE',
  'CLUSTER_FEATURES',
  'GENE_VECTOR',
  'TEXT',
  'MULTIPLEX',
]);
export const coordsUnit = z.enum(['PX_LEVEL0', 'UM', 'PX_PATCH', 'GRID', 'NONE']);
/** What an input is, where a version takes several. MASK is 1 for a tile, PADDING_MASK 1 for what is none. */
export const inputRole = z.enum(['FEATURES', 'COORDINATES', 'TILE_EXTENT', 'MASK', 'PADDING_MASK']);
/** Units of places and lengths that the gateway can make of level-0 pixels. */
export const placeUnit = z.enum(['PX_LEVEL0', 'UM', 'PX_PATCH']);
/** What becomes of a slide with more tiles than a version takes: it is refused, or as many tiles as it takes are chosen evenly over the bag. */
export const overMax = z.enum(['REFUSE', 'EVENLY']);
/** Whether a version that is told the tiles' extent takes tiles that overlap. One that adds up what falls in one place of a grid does not. */
export const overlappingTiles = z.enum(['REFUSE', 'ACCEPT']);
export const activation = z.enum(['LOGIT', 'SIGMOID', 'SOFTMAX', 'IDENTITY']);
export const targetKind = z.enum(['BINARY', 'MULTICLASS', 'ORDINAL', 'SCALAR', 'RISK']);
export const spatialMode = z.enum([
  'ATTENTION_ROLLOUT',
  'TILE_CLASS',
  'PRODUCT',
  'GRADCAM',
  'SLIDING_WINDOW',
  'PER_TILE',
  'PIXEL',
]);

export const digest = z.string().regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 digest: 64 lower-case hexadecimal digits');
export const modelName = z
  .string()
  .regex(/^[a-z0-9][a-z0-9._-]{0,99}$/, 'must be lower-case letters, digits, dot, dash or underscore, at most 100');
/** Triton takes whole numbers only as versions, so a card does too. */
export const modelVersion = z.string().regex(/^[1-9][0-9]{0,8}$/, 'must be a positive whole number, as text');
export const versionRef = z.strictObject({ model: modelName, version: modelVersion });
export const text = z.string().min(1).max(4000);
export const shortText = z.string().min(1).max(300);
/** A path inside the version's directory: no way out of it, and one way only to write it (no empty, hidden or dot segments). */
export const artifactPath = z
  .string()
  .regex(
    /^(?!.*\.\.)(?!.*\/(?:\/|\.|$))[A-Za-z0-9][A-Za-z0-9._/-]{0,199}$/,
    'must be a relative path inside the version directory',
  );
export const isoDate = z
  .string()
  .regex(
    /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2}))?$/,
    'must be an ISO 8601 date, with or without a time and its zone',
  );
