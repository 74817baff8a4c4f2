import { z } from 'zod';
import { calibrationRecordSchema } from './calibration-record.js';
import { describedCardSchema, DESCRIPTION } from './described-card.js';
import { modelCardSchema } from './model-card.js';

const DRAFT = 'https://json-schema.org/draft/2020-12/schema';

/** The schema as a part of another, which names the draft for both. */
function partOf(schema: z.ZodType): unknown {
  const { $schema: _, ...rest } = z.toJSONSchema(schema);
  return rest;
}

/** The published JSON Schemas (draft 2020-12), by file name. Written to model-registry/card by the code generation step. */
export function cardJsonSchemas(): Readonly<Record<string, unknown>> {
  return {
    'model-card.schema.json': {
      title: 'Tessera model card, version 1',
      description:
        'The card of a released version; or, with "cardKind": "DESCRIPTION", what is published of a model without its files, where null stands for what nobody published.',
      $schema: DRAFT,
      type: 'object',
      if: { properties: { cardKind: { const: DESCRIPTION } }, required: ['cardKind'] },
      then: partOf(describedCardSchema),
      else: partOf(modelCardSchema),
    },
    'calibration-record.schema.json': {
      title: 'Tessera calibration record, version 1',
      ...z.toJSONSchema(calibrationRecordSchema),
    },
  };
}
