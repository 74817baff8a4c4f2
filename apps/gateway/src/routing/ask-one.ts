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

/** For a try that is the second one already. */
export const NONE_LEFT = (): boolean => false;

/**
 * One try at one replica. Where rows are joined, a try that failed for all of them is made once more for this question alone.
 * @param takeSecondTry takes the question's one second try, if it is left and the budget has it
 */
export async function askOne(
  { server, as, batcher }: Replica,
  tensors: Tensors,
  limits: CallLimits,
  takeSecondTry: () => boolean,
): Promise<ServedAnswer> {
  const answer = await (batcher ? batcher.infer(tensors, limits, takeSecondTry) : server.infer(as, tensors, limits));
  return { ...answer, serverId: server.id };
}
