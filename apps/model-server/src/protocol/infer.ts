import type { IncomingMessage, ServerResponse } from 'node:http';
import { InvalidInferenceMessage } from '#libs/errors';
import type { EncodedMessage, InferenceResponse, TensorEncoding } from '#libs/inference-protocol';
import { Refusal } from '../refusal.js';
import { chooseEncodings } from './check-request.js';
import { readInferenceRequest } from './read-request.js';
import { runInference, withVersion } from './run-inference.js';
import { sendMessage } from './send.js';
import type { ServerParts } from './server-parts.js';

/**
 * POST .../infer: read, check, run, answer.
 * @throws Refusal, InvalidInferenceMessage, BodyTooLarge
 */
export async function infer(
  parts: ServerParts,
  target: { readonly name: string; readonly version: string | null },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const client = clientOf(response);
  try {
    await withVersion(parts, target, client.life, async (inference) => {
      const message = await readInferenceRequest(request, parts);
      const encodingOf = chooseEncodings(message);
      const answer = await runInference(parts, inference, message);
      await sendMessage(response, await encode(parts, answer, encodingOf));
    });
  } finally {
    client.end();
  }
}

/** Fires with a Refusal when the connection closes. */
function clientOf(response: ServerResponse): { readonly life: AbortController; end(): void } {
  const life = new AbortController();
  const leave = (): void => life.abort(new Refusal('client-gone', 'the client closed the connection'));
  response.once('close', leave);
  if (response.destroyed) leave();
  return { life, end: () => void response.off('close', leave) };
}

async function encode(
  { codec }: ServerParts,
  answer: InferenceResponse,
  encodingOf: (output: string) => TensorEncoding,
): Promise<EncodedMessage> {
  const binary = answer.outputs.map(({ name }) => name).filter((name) => encodingOf(name) === 'binary');
  try {
    return await codec.encode(answer, binary);
  } catch (error) {
    if (!(error instanceof InvalidInferenceMessage)) throw error;
    // Not the client's fault: the model made values that JSON has no words for.
    throw new Refusal('model-failed', `the model ran, and ${error.rule}; ask for binary output`, { cause: error });
  }
}
