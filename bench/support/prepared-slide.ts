import { createHash } from 'node:crypto';
import { AddSlideDocument, PrepareFeaturesDocument, TesseraClient, type Job } from '#libs/client';

export const ENCODER = 'demo-lite0/1';

/** The facts of the demonstration's slide C6, as scripts/demo states them. */
export const C6 = {
  name: 'her2st C6',
  stain: 'HE',
  organ: 'breast',
  specimen: 'RESECTION',
  preservation: 'FROZEN',
} as const;

/** A slide whose features are in the gateway's store, and the same arrays as they were downloaded from it. */
export interface PreparedSlide {
  readonly id: string;
  readonly tileCount: number;
  readonly dim: number;
  /** `[tileCount, dim]`, row by row. */
  readonly features: Float32Array;
  /** `[tileCount, 2]`, upper left corners in level-0 pixels. */
  readonly coords: Int32Array;
  readonly tileEdgePx: number;
  /** From the mutation's answer to the look that found the job done. */
  readonly prepareMs: number;
}

/** Adds a slide and makes its features by the API, as a client does. */
export async function prepareSlide(url: string, path: string, signal: AbortSignal): Promise<PreparedSlide> {
  const client = new TesseraClient({ url });
  const { addSlide } = await client.request(AddSlideDocument, { input: { path, ...C6 } }, { signal });
  const input = { slideId: addSlide.id, encoder: `local:${ENCODER}` };
  const { prepareFeatures } = await client.request(PrepareFeaturesDocument, { input }, { signal });
  const startedAt = performance.now();
  const job = await client.waitForJob(prepareFeatures.id, { signal });
  const prepareMs = performance.now() - startedAt;
  const { featuresHref, coordsHref, tileCount, dimension, tileEdgePx } = bagOf(job);
  const features = await client.fetchArray(featuresHref, { signal });
  const coords = await client.fetchArray(coordsHref, { signal });
  if (!(features.data instanceof Float32Array) || !(coords.data instanceof Int32Array))
    throw new Error('the gateway gave features or coordinates of another datatype');
  const arrays = { features: features.data, coords: coords.data };
  return { id: addSlide.id, tileCount, dim: dimension, ...arrays, tileEdgePx, prepareMs };
}

function bagOf({ featureBag }: Job): NonNullable<Job['featureBag']> {
  if (!featureBag) throw new Error('the job made no features');
  return featureBag;
}

/** SHA-256 of an array's bytes: the name of its blob. */
export function digestOf(data: Float32Array): string {
  return createHash('sha256')
    .update(new Uint8Array(data.buffer, data.byteOffset, data.byteLength))
    .digest('hex');
}
