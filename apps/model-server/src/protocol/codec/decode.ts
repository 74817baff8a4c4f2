import { InvalidInferenceMessage } from '#libs/errors';
import {
  decodeInferenceRequest,
  loadInferenceService,
  requestFromWire,
  type AddressedRequest,
  type InferenceRequest,
} from '#libs/inference-protocol';

/** More texts than any model of ours reads at once; each costs the event loop on its way to the worker. */
const MAX_TEXTS = 2 ** 16;

/** Decodes the body of a REST request. @throws InvalidInferenceMessage */
export function decodeRest(body: Uint8Array, headerLength: number | null): InferenceRequest {
  return guardTexts(decodeInferenceRequest(body, headerLength));
}

/** Decodes a ModelInfer message. Raw tensors are views on `bytes` where they are aligned. @throws InvalidInferenceMessage */
export async function decodeGrpc(bytes: Buffer): Promise<AddressedRequest> {
  const { ModelInfer } = await loadInferenceService();
  let wire: ReturnType<typeof ModelInfer.requestDeserialize>;
  try {
    wire = ModelInfer.requestDeserialize(bytes);
  } catch (error) {
    throw new InvalidInferenceMessage('the message is not a ModelInferRequest', { cause: error });
  }
  refuseSharedMemory(wire.inputs.flatMap(({ parameters }) => Object.keys(parameters)));
  const addressed = requestFromWire(wire);
  guardTexts(addressed.request);
  return addressed;
}

function guardTexts(request: InferenceRequest): InferenceRequest {
  const texts = request.inputs.reduce((sum, { datatype, data }) => sum + (datatype === 'BYTES' ? data.length : 0), 0);
  if (texts > MAX_TEXTS) throw new InvalidInferenceMessage(`the inputs have more than ${MAX_TEXTS} BYTES elements`);
  return request;
}

function refuseSharedMemory(parameters: readonly string[]): void {
  if (parameters.some((name) => name.startsWith('shared_memory')))
    throw new InvalidInferenceMessage('an input is in shared memory, which is not supported');
}
