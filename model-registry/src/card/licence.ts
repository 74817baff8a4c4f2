import { z } from 'zod';
import * as v from './vocabulary.js';

/** Group 3, and what a reference set may state of itself. */
export const licence = z.strictObject({
  spdxOrName: v.shortText,
  nonCommercial: z.boolean(),
  gated: z.boolean(),
  derivativeOutputs: z.boolean().meta({ description: 'whether the terms count outputs as derivatives' }),
  url: z.url().nullable(),
  attribution: v.text.nullable(),
});
