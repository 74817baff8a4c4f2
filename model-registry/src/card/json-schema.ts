import { z } from 'zod';
import { calibrationRecordSchema } from './calibration-record.js';
import { modelCardSchema } from './model-card.js';

/** The published JSON Schemas (draft 2020-12), by file name. Written to model-registry/card by the code generation step. */
export function cardJsonSchemas(): Readonly<Record<string, unknown>> {
  return {
    'model-card.schema.json': { title: 'Tessera model card, version 1', ...z.toJSONSchema(modelCardSchema) },
    'calibration-record.schema.json': {
      title: 'Tessera calibration record, version 1',
      ...z.toJSONSchema(calibrationRecordSchema),
    },
  };
}
