import type { z } from 'zod';
import { downloadUri, runAnswer } from './answers.js';

type Ask = <T>(path: string, query: Readonly<Record<string, string>>, schema: z.ZodType<T>) => Promise<T>;

/**
 * The folder of a version's artifacts below the server's own proxy of artifacts, encoded for an address. Null where they lie elsewhere:
 * nobody here writes to a store that the server does not stand before.
 */
export async function artifactFolder(
  version: { readonly name: string; readonly version: string },
  ask: Ask,
): Promise<string | null> {
  const { artifact_uri: uri } = await ask('/model-versions/get-download-uri', version, downloadUri);
  // MLflow leaves these as they are; where they lie is the run's to say.
  const [, runId, tail] = /^runs:\/+([0-9a-f]{32})\/(.+?)\/*$/.exec(uri) ?? [];
  if (runId === undefined || tail === undefined) return proxied(uri);
  const { run } = await ask('/runs/get', { run_id: runId }, runAnswer);
  return proxied(`${run.info.artifact_uri.replace(/\/+$/, '')}/${tail}`);
}

/** The folder that an address of the server's own proxy means, encoded; null for any other address. */
export function proxied(uri: string): string | null {
  const folder = /^mlflow-artifacts:\/(?!\/)(.+?)\/*$/.exec(uri)?.[1];
  if (folder === undefined || folder.split('/').includes('..')) return null;
  return folder.split('/').map(encodeURIComponent).join('/');
}
