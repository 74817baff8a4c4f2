import { z } from 'zod';
import { alignment } from './alignment-head.js';
import { extractor, input, output, spatial } from './contracts.js';
import { licence } from './licence.js';
import * as v from './vocabulary.js';

/** What a member's raw probability of the positive class must reach, so that it votes for it. */
const voteThreshold = z.strictObject({
  target: v.shortText.meta({ description: 'a BINARY target' }),
  thresholds: z
    .array(z.number().gt(0).lt(1))
    .min(2)
    .meta({ description: 'on the raw probability; one a member, in their order' }),
  comparator: z.enum(['GE', 'GT']),
});

/** Group 1. */
const identity = z.strictObject({
  name: v.modelName,
  version: v.modelVersion,
  title: v.shortText,
  description: v.text,
  parent: v.versionRef.nullable(),
  ensemble: z
    .strictObject({
      members: z.array(v.versionRef).min(2),
      combine: z.enum(['MEAN_OF_VALUES', 'MEAN_OF_PROBS', 'MAJORITY', 'OOF_BY_PATIENT']),
      voteThresholds: z.array(voteThreshold).min(1).optional().meta({
        description: 'for MAJORITY; of a target that is not named, a member votes for its largest class',
      }),
    })
    .nullable(),
});

export const task = z.strictObject({ kind: v.taskKind, level: v.level });

/** Group 2. An empty list means that the card's author stated nothing, not that everything is allowed. */
const intendedUse = z.strictObject({
  statement: v.text,
  organs: z.array(v.shortText),
  stains: z.array(v.stain),
  preservation: z.array(v.preservation),
  specimens: z.array(v.specimen),
  scanners: z.array(v.shortText),
  population: v.text.nullable(),
  limitations: z.array(v.text),
  medicalUse: z.boolean().meta({ description: 'true only for a version that is approved for medical use' }),
});

/** Group 7. The file is the ordered list, one term a line; its digest is over the file's bytes. */
export const vocabulary = z.strictObject({
  kind: z.enum(['GENES', 'PATHWAYS', 'MARKERS', 'CLASSES']),
  path: v.artifactPath,
  digest: v.digest,
  size: z.int().positive(),
  namespace: z.enum(['HGNC_AND_CLONES', 'HGNC', 'ENSG', 'GENE_SET', 'MARKER']),
  qualityPath: v.artifactPath
    .nullable()
    .meta({ description: 'per-term evidence as TSV: term, r, p, q, rmse, n, passed, cohort' }),
  source: v.text.optional().meta({ description: 'where the list is published, and the order that it is in' }),
});

/** The reference of the domain guard (science section 8): a safetensors file, see docs/model-card.md for its tensors. */
const domain = z.strictObject({
  method: z.literal('MAHALANOBIS_PCA'),
  path: v.artifactPath,
  limitPercentile: z.number().gt(0).max(100),
  reference: v.text,
  size: z.int().positive(),
});

const evaluation = z.strictObject({
  protocol: v.shortText,
  cohort: v.text,
  target: v.shortText.nullable(),
  metric: v.shortText,
  value: z.number(),
  interval: z.tuple([z.number(), z.number()]).nullable(),
  n: z.int().positive().nullable(),
  unit: v.shortText.meta({ description: 'what one of the n is: slide, bag, spot, patient' }),
  note: v.text.nullable(),
});

/** Group 11. */
export const provenance = z.strictObject({
  trainedOn: v.text,
  trainingPatientsDigest: v.digest.nullable(),
  trainingPatients: z
    .strictObject({ path: v.artifactPath, salt: v.shortText, size: z.int().positive() })
    .optional()
    .meta({
      description:
        'a text file, a line a patient: SHA-256, in lower-case hexadecimal, of the salt followed by the id; sorted, each once',
    }),
  recipe: v.text,
  codeCommit: v.shortText.nullable(),
  createdAt: v.isoDate,
  evaluation: z.array(evaluation),
});

/** Group 12. */
export const serving = z.strictObject({
  server: v.shortText.nullable().meta({ description: 'a hint: the id of a configured server; never an address' }),
  modelName: v.modelName.nullable(),
  modelVersion: v.modelVersion.nullable(),
  maxBatch: z.int().positive(),
  deterministic: z.boolean(),
  device: z.enum(['CPU', 'GPU', 'ANY']),
  maxTiles: z.int().positive().optional().meta({ description: 'rows of one bag that its memory is made for' }),
});

/** A file of the version. The card's digest covers it through this line. */
const artifact = z.strictObject({
  path: v.artifactPath,
  sha256: v.digest,
  sizeBytes: z.int().nonnegative(),
  role: z.enum([
    'MODEL',
    'VOCABULARY',
    'QUALITY',
    'DOMAIN_REFERENCE',
    'REFERENCE_SET',
    'LICENCE',
    'RECIPE',
    'TRAINING_PATIENTS',
    'OTHER',
  ]),
});

/** The contract of one model version: twelve groups, and the list of files that its digest covers. */
export const modelCardSchema = z.strictObject({
  cardVersion: z.literal(1),
  identity,
  task,
  intendedUse,
  licence,
  extractor: extractor.nullable(),
  input,
  output,
  vocabulary: vocabulary.nullable(),
  alignment: alignment.nullable(),
  spatial: z.array(spatial),
  domain: domain.nullable(),
  provenance,
  serving,
  artifacts: z.array(artifact),
});

export type ModelCard = z.infer<typeof modelCardSchema>;
export type ModelArtifact = ModelCard['artifacts'][number];
export type ExtractorContract = NonNullable<ModelCard['extractor']>;
export type Tiling = NonNullable<ModelCard['input']['tiling']>;
export type CardTarget = ModelCard['output']['targets'][number];
export type AlignmentHead = NonNullable<ModelCard['alignment']>;
export type CardTensor = ModelCard['output']['tensors'][number];
