import { z } from 'zod';
import { scoringSettingsSchema } from '#gateway/expression-matrices';

const region = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });

/** A window of a map, in tiles. */
export const windowSchema = z.object({
  sizeTiles: z.int(),
  strideTiles: z.int(),
  /** A window with fewer tiles is left out. */
  minTiles: z.int(),
  /** What stands in for tiles that a window lacks; null where the version takes any number. */
  padding: z.number().nullable(),
});

export type MapWindow = z.infer<typeof windowSchema>;

/** How gene sets were scored in a map. */
const scoringSchema = z.object({
  map: z.string(),
  collection: z.string(),
  settings: scoringSettingsSchema,
  setCount: z.int(),
  passedOverCount: z.int(),
});

const parametersSchema = z.object({
  bag: z.string(),
  region: region.nullable(),
  unit: z.string(),
  transform: z.string(),
  meaning: z.string(),
  window: windowSchema.nullable(),
  windowCount: z.int().nullable(),
  scoring: scoringSchema.nullable(),
});

/** What went into a map, and what its values are. */
export type MapParameters = z.infer<typeof parametersSchema>;

/** The parameters as a row has them. */
export function mapParametersOf(row: { readonly parameters: unknown }): MapParameters {
  return parametersSchema.parse(row.parameters);
}
