import { z } from 'zod';
import { extractor, tensor } from './contracts.js';
import { transformStep } from './feature-recipe.js';
import { licence } from './licence.js';
import * as v from './vocabulary.js';

const towerInput = z.strictObject({
  unit: v.inputUnit,
  tensors: z.array(tensor),
  transform: z.array(transformStep).meta({ description: 'what is done to the input before the tower, in order' }),
  batchDependent: z.boolean().meta({ description: 'whether the same item gives other vectors in another batch' }),
});

/** One side of the head. `model` is the version that runs; `encoder` the one whose features it projects, where that is another. */
export const tower = z.strictObject({
  modality: z.enum(['IMAGE', 'TRANSCRIPTOME', 'TEXT', 'MARKERS']),
  model: v.versionRef,
  dim: z.int().positive(),
  encoder: extractor.optional(),
  input: towerInput.optional(),
});

/** The temperature as it is stored: LOG is applied as exp(value), EXP as it is. */
export const logitScale = z.strictObject({
  value: z.number(),
  space: z.enum(['LOG', 'EXP']),
  initial: z.number().optional().meta({ description: 'before training, in the same space' }),
  max: z.number().optional().meta({ description: 'what training clamps it to, in the same space' }),
});

/**
 * Embeddings that queries are held against. It is an artifact, so the version's digest covers its bytes: a .safetensors file with `image` and `transcriptome`, `[size, embedDim]` FP32,
 * one of them or both, and where there are such `coords` `[size, 2]` and `expression` `[size, vocabulary]`, what went into the transcriptome tower.
 */
export const referenceSet = z.strictObject({
  id: v.shortText,
  path: v.artifactPath,
  size: z.int().positive(),
  description: v.text,
  version: v.shortText.optional(),
  digest: v.digest.optional().meta({ description: 'SHA-256 of the matrix, as its artifact has it' }),
  rowsPath: v.artifactPath.optional().meta({ description: 'the names of the rows, one a line' }),
  licence: licence.optional().meta({ description: 'its own terms; without them it stands under those of the model' }),
});

/** A recall without the size of its gallery says nothing, so there is none without. */
export const retrieval = z.strictObject({
  referenceSet: v.shortText,
  direction: z.enum(['I2G', 'G2I']),
  k: z.int().positive(),
  value: z.number().min(0).max(1),
  gallerySize: z.int().positive(),
  chance: z.number().min(0).max(1),
  split: v.text,
});

/** Under what settings zero-shot contrasts were calibrated: another prototype or another background gives another number, which no record is of. */
export const zeroShot = z.strictObject({
  referenceSet: v.shortText,
  shift: z.number().positive(),
  background: z.int().positive(),
  seed: z.int().nonnegative(),
  sets: z
    .array(
      z.strictObject({
        target: v.shortText,
        genes: v.digest.meta({
          description:
            "SHA-256 over the vocabulary's names of the member genes that vary in the reference set, in the order of the vocabulary, each with a line feed",
        }),
      }),
    )
    .min(1),
});

/** Group 9: two or more towers into one space. */
export const alignment = z.strictObject({
  towers: z.array(tower).min(2),
  embedDim: z.int().positive(),
  l2Normalised: z.boolean().meta({ description: 'whether the served vectors have length 1' }),
  normalisedInTraining: z.boolean().optional().meta({ description: 'whether the loss saw vectors of length 1' }),
  loss: z.enum(['CLIP', 'SIGLIP', 'OTHER']),
  logitScale: logitScale.nullable(),
  logitBias: z.number().nullable(),
  referenceSets: z.array(referenceSet),
  retrieval: z.array(retrieval),
  zeroShot: zeroShot.optional(),
  cautions: z.array(
    z.enum(['DEGRADES_EXPRESSION', 'SAME_PATIENT', 'MEMORISES', 'NOT_TRANSFERABLE', 'BATCH_DEPENDENT', 'STOCHASTIC']),
  ),
});
