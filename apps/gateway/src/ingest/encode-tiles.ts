import { type ModelVersion } from '#model-registry';
import { ModelNotReady } from '#libs/errors';
import { type OutputExpectation } from '#libs/inference-client';
import { type TileBatch } from '#libs/slides';
import { type Router } from '#gateway/routing';

const BATCH_TIMEOUT_MS = 120_000;

/** A batch of tiles as `[count, dim]` features. */
export interface EncodedBatch {
  readonly features: Float32Array;
  readonly coords: Int32Array;
  readonly count: number;
}

/** Sends tiles to an encoder as they are, uint8 NHWC: the graph does its own normalisation (science: from a slide to features). */
export class TileEncoder {
  private readonly input: string;
  private readonly output: OutputExpectation;
  readonly dim: number;

  constructor(
    private readonly router: Pick<Router, 'infer'>,
    private readonly encoder: ModelVersion,
  ) {
    const { input, output } = encoder.card;
    const tensor = input.tensors[0];
    if (!tensor || tensor.datatype !== 'UINT8' || !output.embedding)
      throw new ModelNotReady(encoder.ref, 'its card does not take uint8 tiles and give an embedding');
    this.input = tensor.name;
    this.dim = output.embedding.dim;
    this.output = { name: output.embedding.tensor, datatype: 'FP32', shape: [-1, this.dim] };
  }

  async encode({ tiles, coords, count }: TileBatch, tileSizePx: number, signal: AbortSignal): Promise<EncodedBatch> {
    const response = await this.router.infer(
      this.encoder,
      {
        inputs: [{ name: this.input, datatype: 'UINT8', shape: [count, tileSizePx, tileSizePx, 3], data: tiles }],
        outputs: [{ ...this.output, shape: [count, this.dim] }],
      },
      { signal, timeoutMs: BATCH_TIMEOUT_MS },
    );
    const features = response.outputs.get(this.output.name)?.data;
    if (!(features instanceof Float32Array)) throw new TypeError('the encoder was expected to answer with FP32');
    return { features, coords, count };
  }
}
