import { InvalidInferenceMessage } from '#libs/errors';
import {
  matchesShape,
  type InferenceRequest,
  type Parameters,
  type Tensor,
  type TensorEncoding,
} from '#libs/inference-protocol';
import type { ReadyVersion } from '../repository/ready-version.js';
import type { LoadedModel, SessionTensor } from '../sessions/worker-messages.js';

/** Longest time that a request may set for itself, and the time of one that sets none. */
const MAX_TIMEOUT_MS = 600_000;

/**
 * Holds a request's inputs against the model's signature: all there, none else, datatype and shape right, and equal symbols of equal size.
 * @throws InvalidInferenceMessage
 */
export function checkInputs(inputs: readonly Tensor[], { model, config }: ReadyVersion): void {
  const maxBatchSize = config?.maxBatchSize ?? 0;
  const sizes = new Map<string, number>();
  inputs.forEach((tensor, i) => {
    const expected = model.inputs.find(({ name }) => name === tensor.name);
    if (expected === undefined) throw new InvalidInferenceMessage(`inputs[${i}] is not an input of the model`);
    if (tensor.datatype !== expected.datatype) {
      throw new InvalidInferenceMessage(`inputs[${i}] is ${tensor.datatype} and the model takes ${expected.datatype}`);
    }
    if (!matchesShape(tensor.shape, expected.shape)) {
      throw new InvalidInferenceMessage(
        `inputs[${i}] has another shape than the model takes, ${JSON.stringify(expected.shape)}`,
      );
    }
    if (maxBatchSize > 0 && (tensor.shape[0] ?? 0) > maxBatchSize)
      throw new InvalidInferenceMessage(`inputs[${i}] has more rows than max_batch_size, ${maxBatchSize}`);
    if (!agree(tensor.shape, expected, sizes)) {
      throw new InvalidInferenceMessage(`inputs[${i}] has a size that disagrees with another size of the request`);
    }
  });
  if (inputs.length < model.inputs.length) throw new InvalidInferenceMessage('an input of the model is missing');
}

/** The names of the outputs to compute: those asked for, else all. @throws InvalidInferenceMessage for one that the model does not have */
export function chooseOutputs(request: InferenceRequest, model: LoadedModel): readonly string[] {
  const names = model.outputs.map(({ name }) => name);
  if (request.outputs.length === 0) return names;
  return request.outputs.map(({ name, parameters }, i) => {
    for (const parameter of ['classification', 'shared_memory_region']) {
      // Left aside it would give another answer than the one that was asked for.
      if (parameters[parameter] !== undefined && parameters[parameter] !== 0)
        throw new InvalidInferenceMessage(`outputs[${i}] asks for ${parameter}, which is not supported`);
    }
    if (!names.includes(name)) throw new InvalidInferenceMessage(`outputs[${i}] is not an output of the model`);
    return name;
  });
}

/** How each output travels: its own `binary_data`, else the request's `binary_data_output`, else JSON. @throws InvalidInferenceMessage */
export function chooseEncodings(request: InferenceRequest): (output: string) => TensorEncoding {
  const fallback = flag(request.parameters, 'binary_data_output', 'the request') ?? false;
  const own = new Map(
    request.outputs.map(({ name, parameters }, i) => [
      name,
      flag(parameters, 'binary_data', `outputs[${i}]`) ?? fallback,
    ]),
  );
  return (output) => ((own.get(output) ?? fallback) ? 'binary' : 'json');
}

/** The request parameter `timeout`, in microseconds on the wire. @throws InvalidInferenceMessage */
export function timeoutMsOf(request: InferenceRequest): number {
  const timeout = request.parameters['timeout'];
  // Triton takes 0 for "none".
  if (timeout === undefined || timeout === 0) return MAX_TIMEOUT_MS;
  if (typeof timeout !== 'number' || !Number.isSafeInteger(timeout) || timeout < 0) {
    throw new InvalidInferenceMessage('the parameter `timeout` is not a number of microseconds');
  }
  return Math.min(timeout / 1000, MAX_TIMEOUT_MS);
}

function agree(shape: readonly number[], expected: SessionTensor, sizes: Map<string, number>): boolean {
  return expected.dimensions.every((dimension, i) => {
    if (typeof dimension === 'number' || dimension === '') return true;
    const size = shape[i] ?? 0;
    const known = sizes.get(dimension) ?? size;
    sizes.set(dimension, known);
    return known === size;
  });
}

function flag(parameters: Parameters, name: string, where: string): boolean | undefined {
  const value = parameters[name];
  if (value === undefined || typeof value === 'boolean') return value;
  throw new InvalidInferenceMessage(`${where} has a parameter \`${name}\` that is not a boolean`);
}
