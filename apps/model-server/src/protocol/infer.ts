import type { IncomingMessage, ServerResponse } from 'node:http';
import { InvalidInferenceMessage } from '#libs/errors';
import {
  encodeInferenceResponse,
  type EncodedMessage,
  type InferenceResponse,
  type TensorEncoding,
} from '#libs/inference-protocol';
import { Refusal } from '../refusal.js';
import type { ModelRepository } from '../repository/model-repository.js';
import type { SessionPool } from '../sessions/session-pool.js';
import { checkInputs, chooseEncodings, chooseOutputs, timeoutMsOf } from './check-request.js';
import { readInferenceRequest } from './read-request.js';
import { sendMessage } from './send.js';

export interface InferContext {
  readonly repository: ModelRepository;
  readonly pool: SessionPool;
  readonly maxBodyBytes: number;
}

/**
 * POST .../infer: read, check, run, answer. The version that ran is always named in the answer.
 * @throws Refusal, InvalidInferenceMessage, BodyTooLarge
 */
export async function infer(
  context: InferContext,
  target: { readonly name: string; readonly version: string | null },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { key, name, version, model } = context.repository.require(target.name, target.version);
  const startedAt = performance.now();
  const message = await readInferenceRequest(request, context.maxBodyBytes);
  checkInputs(message.inputs, model);
  const names = chooseOutputs(message, model);
  const encodingOf = chooseEncodings(message);
  const limit = startLimit(response, timeoutMsOf(message) - (performance.now() - startedAt));
  try {
    const outputs = await context.pool.run(key, message.inputs, names, limit.signal);
    await sendMessage(
      response,
      encode({ modelName: name, modelVersion: version, id: message.id, outputs }, encodingOf),
    );
  } finally {
    limit.end();
  }
}

/** Fires with a Refusal when the client leaves or the request's own time is over. */
function startLimit(response: ServerResponse, timeoutMs: number): { readonly signal: AbortSignal; end(): void } {
  const controller = new AbortController();
  const leave = (): void => controller.abort(new Refusal('client-gone', 'the client closed the connection'));
  const expire = (): void => controller.abort(new Refusal('timed-out', 'the time that the request allowed is over'));
  const timer = setTimeout(expire, Math.max(0, timeoutMs));
  response.once('close', leave);
  if (response.destroyed) leave();
  return {
    signal: controller.signal,
    end: () => {
      clearTimeout(timer);
      response.off('close', leave);
    },
  };
}

function encode(answer: InferenceResponse, encodingOf: (output: string) => TensorEncoding): EncodedMessage {
  try {
    return encodeInferenceResponse(answer, encodingOf);
  } catch (error) {
    if (!(error instanceof InvalidInferenceMessage)) throw error;
    // Not the client's fault: the model made values that JSON has no words for.
    throw new Refusal('model-failed', `the model ran, and ${error.rule}; ask for binary output`, { cause: error });
  }
}
