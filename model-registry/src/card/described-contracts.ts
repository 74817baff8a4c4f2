import { z } from 'zod';
import * as released from './alignment-head.js';
import * as contract from './contracts.js';
import { transformStep } from './feature-recipe.js';
import * as v from './vocabulary.js';

// The groups of a description: those of a card, with null for what nobody published. What is required of a card and may be null here
// is written out, so that a reader sees every fact that a description may lack.

const datatype = v.datatype.nullable();
const count = z.int().positive().nullable();
const flag = z.boolean().nullable();

const tensor = z.strictObject({
  ...contract.tensor.shape,
  datatype,
  shape: z
    .array(z.int().min(-1).nullable())
    .min(1)
    .max(8)
    .meta({ description: '-1 is a variable dimension, null one that nobody published' }),
});

const inputTensor = z.strictObject({ ...contract.inputTensor.shape, ...tensor.shape });

export const extractor = z.strictObject({
  ...contract.extractor.shape,
  model: v.modelName.nullable().meta({ description: 'null where any encoder may stand' }),
  version: v.modelVersion.nullable(),
  digest: v.digest.nullable(),
  outputVariant: v.outputVariant.nullable(),
  l2Normalised: flag,
  dim: count,
  computePrecision: v.precision.nullable(),
  tileSizePx: count,
  mpp: z.number().positive().nullable(),
});

const tiling = z.strictObject({
  tileSizePx: count,
  mpp: z.number().positive().nullable(),
  strideUm: z.number().positive().nullable(),
  resampling: v.shortText.nullable(),
  minTissueFraction: z.number().min(0).max(1).nullable(),
  maxTiles: count,
  seed: z.int().nonnegative().nullable(),
  tissueMask: v.text.nullable().meta({ description: 'in words: its steps, in order' }),
});

export const input = z.strictObject({
  ...contract.input.shape,
  tensors: z.array(inputTensor).min(1),
  tiles: z.strictObject({ min: count, max: count, overMax: v.overMax.optional() }).nullable(),
  coordsUnit: v.coordsUnit.nullable(),
  tiling: tiling.nullable(),
  spacingMissingPolicy: contract.input.shape.spacingMissingPolicy.nullable(),
  patientAggregation: contract.input.shape.patientAggregation.nullable(),
});

const target = z.strictObject({
  ...contract.target.shape,
  served: v.activation.nullable(),
  final: v.activation.nullable(),
});

const embedding = z.strictObject({
  ...contract.embedding.shape,
  dim: count,
  l2Normalised: flag,
  outputVariant: v.outputVariant.nullable(),
  precision: v.precision.nullable(),
});

export const output = z.strictObject({
  tensors: z.array(tensor).min(1),
  targets: z.array(target),
  embedding: embedding.nullable(),
  otherEmbeddings: z.array(embedding.extend({ level: v.embeddingLevel })).optional(),
  expression: z
    .strictObject({
      ...contract.expression.shape,
      unit: v.shortText.nullable(),
      transform: v.shortText.nullable(),
    })
    .nullable(),
  pathways: z
    .strictObject({
      ...contract.pathways.shape,
      unit: v.shortText.nullable(),
      transform: v.shortText.nullable(),
      method: v.text.nullable(),
    })
    .nullable()
    .optional(),
});

const tower = z.strictObject({
  ...released.tower.shape,
  model: v.versionRef.nullable(),
  dim: count,
  encoder: extractor.optional(),
  input: z
    .strictObject({
      unit: v.inputUnit,
      tensors: z.array(tensor),
      transform: z.array(transformStep),
      batchDependent: flag,
    })
    .optional(),
});

export const alignment = z.strictObject({
  ...released.alignment.shape,
  towers: z.array(tower).min(2),
  embedDim: count,
  l2Normalised: flag,
  loss: released.alignment.shape.loss.nullable(),
  logitScale: released.logitScale.extend({ value: z.number().nullable() }).nullable(),
  referenceSets: z.array(
    released.referenceSet.extend({ path: v.artifactPath.nullable(), size: count, digest: v.digest.nullable() }),
  ),
  retrieval: z.array(released.retrieval.extend({ referenceSet: v.shortText.nullable() })),
});
