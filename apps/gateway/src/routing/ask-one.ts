import { type CallLimits, type InferenceAnswer, type InferenceCall } from '#libs/inference-client';
import { type Clock } from './clock.js';
import { type Rank, type Replica } from './replica.js';

/** The tensors of a call; the model's name is the replica's. */
export type Tensors = Omit<InferenceCall, 'model'>;

/** An answer, and which replica gave it. */
export interface ServedAnswer extends InferenceAnswer {
  readonly serverId: string;
}

/** What asking needs beside the replicas. */
export interface AskingTools {
  readonly clock: Clock;
  readonly rank: Rank;
  readonly hedgeAfterMs: number | null;
  /** Goes up by one with each call. */
  readonly turn: number;
}

/** One try at one replica. */
export async function askOne({ server, as }: Replica, tensors: Tensors, limits: CallLimits): Promise<ServedAnswer> {
  return { ...(await server.infer(as, tensors, limits)), serverId: server.id };
}
