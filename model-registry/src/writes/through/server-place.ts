import type { MlflowPlace } from '#libs/mlflow-client';
import { RegistryUnavailable } from '#libs/errors';
import { z } from 'zod';

const name = z.string();
const place = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ALIAS'), name, alias: z.string() }),
  z.object({ kind: z.literal('MODEL_TAG'), name, key: z.string() }),
  z.object({ kind: z.literal('DESCRIPTION'), name }),
  z.object({ kind: z.literal('VERSION'), name, version: z.string(), key: z.string() }),
  z.object({ kind: z.literal('VERSION_TAG'), name, version: z.string(), key: z.string() }),
]);

/**
 * Reads what a stored intent is written to.
 * @throws RegistryUnavailable for a kind that this release does not know
 */
export function parseServerPlace(stored: unknown): MlflowPlace {
  const result = place.safeParse(stored);
  if (!result.success) throw new RegistryUnavailable('a write to it is of a kind that this release does not know');
  return result.data;
}
