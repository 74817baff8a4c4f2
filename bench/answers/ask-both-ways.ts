import { z } from 'zod';
import { InferenceClient } from '#libs/inference-client';
import { type ModelCard } from '#model-registry';
import { expectedOutputs, featureTensor } from '#gateway/pipeline';
import { type KeepAliveClient } from '../support/keep-alive-client.js';
import { type PreparedSlide } from '../support/prepared-slide.js';
import { rowsOf, type TileRegion } from '../support/regions.js';

/** The same question by GraphQL and straight at the model server. */
export interface BothWays {
  /** The tensor of a region; gathered before anything is timed, for a direct caller has it at hand. */
  tensorOf(region: TileRegion): Float32Array;
  /** @returns the logit */
  direct(rows: Float32Array): Promise<number>;
  gateway(region: TileRegion): Promise<GatewayAnswer>;
}

export interface GatewayAnswer {
  readonly logit: number;
  readonly tileCount: number;
  readonly isReused: boolean;
  /** What the gateway says of itself: until the tiles were chosen, the model server's part, and all of the answer road. */
  readonly timings: { readonly loadMs: number; readonly inferMs: number; readonly totalMs: number };
}

const QUERY = `query Bench($id: ID!, $model: ModelRef!, $region: RegionInput) {
  slide(id: $id) {
    prediction(model: $model, region: $region) {
      tileCount
      targets { name call ... on BinaryCall { logit probability } }
      provenance { answerId isReused timings { loadMs inferMs totalMs } }
    }
  }
}`;

const answerSchema = z.object({
  data: z.object({
    slide: z.object({
      prediction: z.object({
        tileCount: z.number(),
        targets: z.tuple([z.object({ logit: z.number() })]),
        provenance: z.object({
          isReused: z.boolean(),
          timings: z.object({ loadMs: z.number(), inferMs: z.number(), totalMs: z.number() }),
        }),
      }),
    }),
  }),
});

const TIMEOUT_MS = 30_000;

export function bothWays(
  card: ModelCard,
  slide: PreparedSlide,
  clients: { readonly server: InferenceClient; readonly gateway: KeepAliveClient },
  signal: AbortSignal,
): BothWays {
  const { name, version } = card.identity;
  const [target] = card.output.targets;
  const [input] = card.input.tensors;
  if (!target || !input) throw new Error('the card was expected to have an input and a target');
  return {
    tensorOf: (region) => rowsOf(slide, region.rows),
    direct: async (rows) => {
      const shape = { bags: 1, tiles: rows.length / slide.dim };
      const call = {
        model: { name, version },
        inputs: [await featureTensor(input, rows, [1, shape.tiles, slide.dim])],
        outputs: expectedOutputs(card, shape),
      };
      const { outputs } = await clients.server.infer(call, { signal, timeoutMs: TIMEOUT_MS });
      return Number(outputs.get(target.tensor)?.data[0]);
    },
    gateway: async ({ rectangle }) => {
      const variables = { id: slide.id, model: `local:${name}/${version}`, region: rectangle };
      const { prediction } = answerSchema.parse(await clients.gateway.ask(QUERY, variables)).data.slide;
      const { tileCount, targets, provenance } = prediction;
      return { logit: targets[0].logit, tileCount, ...provenance };
    },
  };
}
