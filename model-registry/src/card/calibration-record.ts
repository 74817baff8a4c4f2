import { z } from 'zod';
import * as v from './vocabulary.js';

const probability = z.number().min(0).max(1);

/** From a logit to a calibrated probability (science section 2). */
const map = z.discriminatedUnion('method', [
  z.strictObject({ method: z.literal('none') }),
  z.strictObject({ method: z.literal('temperature'), temperature: z.number() }),
  z.strictObject({ method: z.literal('platt'), a: z.number(), b: z.number() }),
  z.strictObject({ method: z.literal('beta'), a: z.number(), b: z.number(), c: z.number() }),
  z.strictObject({
    method: z.literal('isotonic'),
    scale: z.enum(['LOGIT', 'PROBABILITY']),
    knots: z.array(z.strictObject({ x: z.number(), y: probability })).min(2),
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

const operatingPoint = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/),
  threshold: z.number(),
  scale: z.enum(['LOGIT', 'RAW_PROBABILITY', 'CALIBRATED_PROBABILITY']),
  comparator: z.enum(['GE', 'GT']),
  policy: z.enum(['YOUDEN', 'FIXED_SENSITIVITY', 'FIXED_SPECIFICITY', 'FIXED', 'OTHER']),
  positiveWeight: z.number().positive().nullable(),
  evidence: z.array(evidence),
});

const cohort = z.strictObject({
  name: v.text,
  unit: v.shortText,
  n: z.int().positive(),
  positives: z.int().nonnegative(),
  date: v.isoDate.nullable(),
});

/** One calibration of one target of one version in one stratum. Immutable: it is retired, never edited. */
export const calibrationRecordSchema = z.strictObject({
  recordVersion: z.literal(1),
  id: z.string().regex(/^[a-z0-9][a-z0-9._-]{0,99}$/),
  model: v.modelName,
  version: v.modelVersion,
  target: v.shortText,
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
  fittedOn: cohort,
  validatedOn: z.array(cohort),
  metrics: z.array(
    z.strictObject({
      name: v.shortText,
      cohort: v.text,
      value: z.number(),
      interval: z.tuple([z.number(), z.number()]).nullable(),
    }),
  ),
  createdAt: v.isoDate,
  source: v.text,
});

export type CalibrationRecord = z.infer<typeof calibrationRecordSchema>;
export type OperatingPoint = CalibrationRecord['operatingPoints'][number];
export type OperatingPointEvidence = OperatingPoint['evidence'][number];
