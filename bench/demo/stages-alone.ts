import { join } from 'node:path';
import { InferenceClient } from '#libs/inference-client';
import { type TileBatch, tileSlide } from '#libs/slides';
import { TileEncoder, tilingOf } from '#gateway/ingest';
import { DEMO_SLIDES } from '../support/folders.js';
import { ENCODER } from '../support/prepared-slide.js';
import { modelVersion } from '../support/registry.js';
import { startModelServer } from '../support/servers.js';

/** The two halves of making features, each without the other. */
export interface StagesAlone {
  readonly tilesMs: number;
  readonly encoderMs: number;
  readonly tileCount: number;
  /** `[tileCount, dim]`, of the tiles in their order. */
  readonly features: Float32Array;
}

// As the gateway's job does it: 16 tiles a batch, two batches at the encoder.
const BATCH_SIZE = 16;
const IN_FLIGHT = 2;

/** Cuts the tiles of C6 into memory, then sends these to the encoder. */
export async function measureStagesAlone(signal: AbortSignal): Promise<StagesAlone> {
  const encoder = await modelVersion(ENCODER);
  const tiling = tilingOf(encoder);
  const startedAt = performance.now();
  const { batches } = await tileSlide(join(DEMO_SLIDES, 'C6.tiff'), tiling, { batchSize: BATCH_SIZE, signal });
  const kept: TileBatch[] = [];
  for await (const batch of batches) kept.push(batch);
  const tilesMs = performance.now() - startedAt;

  const process = await startModelServer();
  const client = new InferenceClient({ id: 'bench', url: process.url });
  try {
    const { name, version } = encoder.card.identity;
    const alone: ConstructorParameters<typeof TileEncoder>[0] = {
      infer: async (_version, tensors, limits) => ({
        ...(await client.infer({ ...tensors, model: { name, version } }, limits)),
        serverId: 'bench',
      }),
    };
    const tiles = new TileEncoder(alone, encoder);
    while (!(await client.modelReady(name, version, signal))) signal.throwIfAborted();
    const encode = async (batch: TileBatch) => (await tiles.encode(batch, tiling.tileSizePx, signal)).features;
    const encoderStartedAt = performance.now();
    const features = await inOrder(kept, encode);
    const encoderMs = performance.now() - encoderStartedAt;
    return { tilesMs, encoderMs, tileCount: features.length / tiles.dim, features };
  } finally {
    await client.close();
    await process.stop();
  }
}

async function inOrder(
  batches: readonly TileBatch[],
  encode: (batch: TileBatch) => Promise<Float32Array>,
): Promise<Float32Array> {
  const results: Float32Array[] = [];
  const waiting = [...batches.entries()];
  const lane = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) results[next[0]] = await encode(next[1]);
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, lane));
  return Float32Array.from(results.flatMap((part) => Array.from(part)));
}
