import type { MlflowReleases } from '#libs/mlflow-client';

/** The write that made a version: what one write made beside its own number is nobody's. */
export const STRAY_TAG = 'tessera.write';

/** What a write was to make. */
export interface MadeBy {
  readonly name: string;
  readonly version: string;
  /** The id of its intent. */
  readonly intent: string;
}

/**
 * Takes away what a write made under another number than the card's. No gateway accepts such a version.
 * @returns the numbers that the server did not let go
 * @throws RegistryWriteFailed, RegistryWriteRefused, RegistryBadResponse, or the signal's reason when the server cannot be looked at
 */
export async function removeStrays(
  releases: MlflowReleases,
  { name, version, intent }: MadeBy,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const left: string[] = [];
  for (const found of await releases.versions(name, signal)) {
    if (found.tags[STRAY_TAG] !== intent || found.version === version) continue;
    const { kind } = await releases.removeVersion(name, found.version, signal);
    if (kind !== 'DONE') left.push(found.version);
  }
  return left;
}
