import { z } from 'zod';
import * as described from './described-contracts.js';
import { licence as releasedLicence } from './licence.js';
import * as released from './model-card.js';
import * as v from './vocabulary.js';

/** What a description has in the member `cardKind`, and no other card has that member. */
export const DESCRIPTION = 'DESCRIPTION';

const licence = z.strictObject({
  ...releasedLicence.shape,
  spdxOrName: v.shortText.nullable(),
  nonCommercial: z.boolean().nullable(),
  gated: z.boolean().nullable(),
  derivativeOutputs: z.boolean().nullable(),
});

const vocabulary = z.strictObject({
  ...released.vocabulary.shape,
  path: v.artifactPath.nullable(),
  digest: v.digest.nullable(),
  size: z.int().positive().nullable(),
  namespace: released.vocabulary.shape.namespace.nullable(),
});

const serving = z.strictObject({
  ...released.serving.shape,
  maxBatch: z.int().positive().nullable(),
  deterministic: z.boolean().nullable(),
});

/**
 * What is published of a model whose files are not here. The same twelve groups; a fact that nobody published is null, and there are no
 * artifacts. It is for people and for whoever releases the model: the registry serves none.
 */
export const describedCardSchema = z.strictObject({
  ...released.modelCardSchema.shape,
  cardKind: z.literal(DESCRIPTION),
  task: released.task.extend({ level: v.level.nullable() }),
  licence,
  extractor: described.extractor.nullable(),
  input: described.input,
  output: described.output,
  vocabulary: vocabulary.nullable(),
  alignment: described.alignment.nullable(),
  domain: z.null(),
  provenance: released.provenance.extend({ createdAt: v.isoDate.nullable() }),
  serving,
  artifacts: z.array(z.never()).max(0).meta({ description: 'a description has no files' }),
});

export type DescribedCard = z.infer<typeof describedCardSchema>;

/** A card of either kind, as the rules see it that hold for both: what is null is unknown, and breaks none of them. */
export type AnyCard = released.ModelCard | DescribedCard;

/** Whether a document says of itself that it is a description. */
export function isDescription(json: unknown): boolean {
  return typeof json === 'object' && json !== null && Reflect.get(json, 'cardKind') === DESCRIPTION;
}
