import { open, stat } from 'node:fs/promises';
import type { ClusterMeansInput } from '#graphql/generated/schema-types';
import { decodeNpy } from '#libs/array-files';
import { BadUserInput } from '#libs/errors';
import { parseModelRef, type RegistrySnapshot } from '#model-registry';
import type { Uploads } from '#gateway/uploads';
import type { GivenMeans } from '#gateway/pipeline';

/** 1,000 clusters of 4,096 numbers. */
const MOST_BYTES = 17 * 1024 * 1024;

/**
 * Cluster means that a caller has sent.
 * @throws NotFound for an upload that is none, BadUserInput for a file that is no `[clusters, dim]` of finite float32
 */
export async function givenMeans(
  { upload, encoder }: ClusterMeansInput,
  uploads: Uploads,
  { tenant, snapshot }: { readonly tenant: string; readonly snapshot: RegistrySnapshot },
): Promise<GivenMeans> {
  const version = snapshot.resolve(parseModelRef(encoder));
  const array = decode(await read(await uploads.pathOf(tenant, upload)));
  const [, dim = 0] = array.shape;
  const isMatrix = array.shape.length === 2 && array.data instanceof Float32Array && array.data.length > 0;
  if (!isMatrix || !(array.data instanceof Float32Array)) throw new BadUserInput('clusterMeans.upload', RULE);
  if (!array.data.every(Number.isFinite))
    throw new BadUserInput('clusterMeans.upload', 'must hold finite numbers only');
  return { means: array.data, dim, encoder: version };
}

const RULE = 'must be a `.npy` file of float32, `[clusters, dim]`, row by row';

function decode(bytes: Uint8Array) {
  try {
    return decodeNpy(bytes);
  } catch {
    throw new BadUserInput('clusterMeans.upload', RULE);
  }
}

async function read(path: string): Promise<Uint8Array> {
  if ((await stat(path)).size > MOST_BYTES)
    throw new BadUserInput('clusterMeans.upload', `must have at most ${MOST_BYTES} bytes`);
  const handle = await open(path, 'r');
  try {
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}
