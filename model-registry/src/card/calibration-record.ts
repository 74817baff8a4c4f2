import { z } from 'zod';
import * as v from './vocabulary.js';

const probability = z.number().min(0).max(1);

const fittedMaps = [
  z.strictObject({ method: z.literal('none') }),
  z.strictObject({ method: z.literal('temperature'), temperature: z.number() }),
  z.strictObject({ method: z.literal('platt'), a: z.number(), b: z.number() }),
  z.strictObject({ method: z.literal('beta'), a: z.number(), b: z.number(), c: z.number() }),
  z.strictObject({
    method: z.literal('isotonic'),
    scale: z.enum(['LOGIT', 'PROBABILITY']),
    knots: z.array(z.strictObject({ x: z.number(), y: probability })).min(2),
  }),
] as const;

/** From a logit to a calibrated probability (science section 2). */
const map = z.discriminatedUnion('method', [
  ...fittedMaps,
  z.strictObject({
    method: z.literal('prior-shift'),
    trainingPrevalence: z
      .number()
      .gt(0)
      .lt(1)
      .meta({ description: 'share of positives at which the map of the member `of` holds' }),
    targetPrevalence: z.number().gt(0).lt(1).meta({ description: 'share of positives that the probability is for' }),
    of: z
      .discriminatedUnion('method', fittedMaps)
      .meta({ description: 'the map whose probability is shifted; none for the raw probability' }),
  }),
]);

/** Counts, not rates: intervals and predictive values can be computed from them. */
const evidence = z.strictObject({
  cohort: v.text,
  unit: v.shortText,
  truePositives: z.int().nonnegative(),
  falseNegatives: z.int().nonnegative(),
  trueNegatives: z.int().nonnegative(),
  falsePositives: z.int().nonnegative(),
  note: v.text.nullable(),
});

/** A rate as it was published, for where the counts were not. Counts are never worked back from it. */
const publishedRate = z.strictObject({
  metric: z.enum(['PPA', 'NPA', 'PPV', 'NPV', 'ACCURACY', 'F1']),
  cohort: v.text,
  published: v.shortText.meta({ description: 'as the source writes it, word for word' }),
  value: probability.nullable(),
  range: z
    .tuple([probability, probability])
    .nullable()
    .meta({ description: 'low and high, where the source gives several values or about one; no confidence interval' }),
  interval: z.tuple([probability, probability]).nullable().meta({ description: 'published confidence interval' }),
  note: v.text.nullable(),
});

const cohort = z.strictObject({
  name: v.text,
  unit: v.shortText,
  n: z.int().positive().nullable(),
  positives: z.int().nonnegative().nullable(),
  date: v.isoDate.nullable(),
});

/** How raw scores were distributed where they were registered: what a population stability index is against. */
const scoreDistribution = z.strictObject({
  cohort: v.text,
  n: z.int().positive(),
  scale: z
    .enum(['LOGIT', 'RAW_PROBABILITY', 'RISK', 'VALUE'])
    .meta({ description: 'RISK and VALUE for targets of the kinds RISK and SCALAR' }),
  edges: z.array(z.number()).min(1).max(99).meta({
    description:
      'rising, one fewer than bins: bin i holds scores from edge i - 1, included, to edge i; the first and last bins are open',
  }),
  shares: z.array(probability).min(2).max(100).meta({ description: 'of each bin; they sum to 1' }),
});

const operatingPoint = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/),
  threshold: z.number(),
  scale: z
    .enum(['LOGIT', 'RAW_PROBABILITY', 'CALIBRATED_PROBABILITY', 'RISK', 'VALUE'])
    .meta({ description: 'RISK and VALUE are the scales of targets of the kinds RISK and SCALAR' }),
  comparator: z.enum(['GE', 'GT']),
  policy: z.enum(['YOUDEN', 'FIXED_SENSITIVITY', 'FIXED_SPECIFICITY', 'FIXED', 'COHORT_MEDIAN', 'OTHER']),
  positiveWeight: z.number().positive().nullable(),
  evidence: z.array(evidence),
  publishedRates: z.array(publishedRate).optional().meta({ description: 'rates whose counts nobody published' }),
  cohort: cohort.optional().meta({
    description: 'for COHORT_MEDIAN: the cohort whose median the threshold is; it is never taken over other slides',
  }),
});

/** One calibration of one target of one version in one stratum. Immutable: it is retired, never edited. */
export const calibrationRecordSchema = z.strictObject({
  recordVersion: z.literal(1),
  id: z.string().regex(/^[a-z0-9][a-z0-9._-]{0,99}$/),
  model: v.modelName,
  version: v.modelVersion,
  target: v.shortText,
  class: v.shortText.optional().meta({
    description:
      'for MULTICLASS and ORDINAL: the class that it is of, against the rest; of ORDINAL, that class or a higher one against the lower. Absent: a map of all classes together',
  }),
  statement: v.text.meta({ description: 'what it holds for, in one or two sentences that a clinician reads' }),
  map,
  stratum: z.strictObject({
    specimen: v.specimen.nullable().meta({ description: 'null holds for any' }),
    scanner: v.shortText.nullable(),
    site: v.shortText.nullable(),
  }),
  fallback: z.array(v.shortText).meta({ description: 'ids of records to try, in order, where no stratum matches' }),
  operatingPoints: z.array(operatingPoint).min(1),
  defaultOperatingPoint: v.shortText,
  greyZone: z
    .strictObject({ low: probability, high: probability })
    .nullable()
    .meta({ description: 'of the calibrated probability; inside it the call is INDETERMINATE' }),
  trainingPrevalence: probability.nullable(),
  fittedOn: cohort.nullable().meta({ description: 'null where the map has nothing that was fitted' }),
  validatedOn: z.array(cohort),
  metrics: z.array(
    z.strictObject({
      name: v.shortText,
      cohort: v.text,
      value: z.number(),
      interval: z.tuple([z.number(), z.number()]).nullable(),
    }),
  ),
  scoreDistribution: scoreDistribution
    .optional()
    .meta({ description: 'of raw scores, before the map; a cohort is compared with it' }),
  createdAt: v.isoDate,
  source: v.text,
});

export type CalibrationRecord = z.infer<typeof calibrationRecordSchema>;
export type OperatingPoint = CalibrationRecord['operatingPoints'][number];
export type PublishedRate = NonNullable<OperatingPoint['publishedRates']>[number];
export type ScoreDistribution = NonNullable<CalibrationRecord['scoreDistribution']>;
export type OperatingPointEvidence = OperatingPoint['evidence'][number];
