import { z } from 'zod';
import { InferenceClient } from '#libs/inference-client';
import { KeepAliveClient } from '../../support/keep-alive-client.js';
import { type Cells, type GridBag, regionOf } from './bags.js';
import { type Question } from './questions.js';
import { refOf, type ServingWorld } from './serving-world.js';
import { DIM, GENES, logitOf, WIDE } from './stub-behaviour.js';

const TIMEOUT_MS = 60_000;

export const PREDICT = `query Bench($id: ID!, $model: ModelRef!, $features: Digest, $region: RegionInput) {
  slide(id: $id) { prediction(model: $model, features: $features, region: $region) {
    targets { ... on BinaryCall { logit } } provenance { isReused } } } }`;

export const predicted = z.object({
  targets: z.tuple([z.object({ logit: z.number() })]),
  provenance: z.object({ isReused: z.boolean() }),
});
const answered = z.object({ data: z.object({ slide: z.object({ prediction: predicted }) }) });

interface Model {
  readonly name: string;
  readonly version: string;
}

/** The same question straight at the model server, and through the gateway. */
export class BothRoads {
  private readonly server: InferenceClient;
  private readonly gateway: KeepAliveClient;

  /** @param transport of the direct road */
  constructor(
    private readonly world: ServingWorld,
    transport: 'binary' | 'json' = 'binary',
  ) {
    this.server = new InferenceClient({ id: 'bench', url: world.stub.url, transport });
    this.gateway = new KeepAliveClient(world.gateway.url);
  }

  variables(model: Model, bag: GridBag, cells: Cells): Readonly<Record<string, unknown>> {
    const { slideId: id } = this.world;
    return { id, model: refOf(model), features: bag.digest, region: regionOf(cells) };
  }

  /** @throws Error when the answer is not this tensor's */
  async direct(model: Model, { tensor }: Question, signal: AbortSignal): Promise<void> {
    const outputs = [{ name: 'logit', datatype: 'FP32' as const, shape: [1, 1] }];
    if (model.name === WIDE) outputs.push({ name: 'genes', datatype: 'FP32', shape: [1, GENES] });
    const shape = [1, tensor.length / DIM, DIM];
    const inputs = [{ name: 'features', datatype: 'FP32' as const, shape, data: tensor }];
    const answer = await this.server.infer({ model, inputs, outputs }, { signal, timeoutMs: TIMEOUT_MS });
    checkLogit(Number(answer.outputs.get('logit')?.data[0]), tensor);
  }

  /** @throws Error when the answer is not this tensor's, or was stored before */
  async through(model: Model, bag: GridBag, { cells, tensor }: Question): Promise<void> {
    const answer = answered.parse(await this.gateway.ask(PREDICT, this.variables(model, bag, cells)));
    const { targets, provenance } = answer.data.slide.prediction;
    if (provenance.isReused) throw new Error('an answer was reused that nobody had asked for before');
    checkLogit(targets[0].logit, tensor);
  }

  async stop(): Promise<void> {
    this.gateway.close();
    await this.server.close();
  }
}

export function checkLogit(logit: number, tensor: Float32Array): void {
  if (logit !== logitOf(tensor)) throw new Error('the answer is not that of the features that were asked about');
}
