import type { InferenceRequest, InferenceResponse, Parameters, ParameterValue } from '../messages.js';
import { parseName, requireUnique } from '../parse-fields.js';
import { bytesOfTensor } from '../tensor-bytes.js';
import type { WireInferRequest, WireInferResponse, WireParameter, WireParameters } from './messages.js';
import type { Outgoing } from './service.js';
import { tensorsOfWire, wireHeadOf } from './wire-tensors.js';

/** A request that came by gRPC, with the model it is for. */
export interface AddressedRequest {
  readonly modelName: string;
  /** Null when the caller left the version to the server. */
  readonly modelVersion: string | null;
  readonly request: InferenceRequest;
}

/** An inference request as a gRPC message, tensors raw. The raw contents are views on the tensors' data. */
export function requestToWire(
  modelName: string,
  modelVersion: string | null,
  request: InferenceRequest,
): Outgoing<WireInferRequest> {
  return {
    model_name: modelName,
    model_version: modelVersion ?? '',
    id: request.id ?? '',
    parameters: wireParametersOf(request.parameters),
    inputs: request.inputs.map(wireHeadOf),
    outputs: request.outputs.map(({ name, parameters }) => ({ name, parameters: wireParametersOf(parameters) })),
    raw_input_contents: request.inputs.map(bytesOfTensor),
  };
}

/**
 * Reads a request that came by gRPC, raw or typed.
 * @throws InvalidInferenceMessage
 */
export function requestFromWire(wire: WireInferRequest): AddressedRequest {
  const outputs = wire.outputs.map(({ name, parameters }, i) => ({
    name: parseName(name, `outputs[${i}].name`),
    parameters: parametersOfWire(parameters),
  }));
  requireUnique(
    outputs.map((output) => output.name),
    '`outputs`',
  );
  return {
    modelName: parseName(wire.model_name, '`model_name`'),
    modelVersion: orNull(wire.model_version),
    request: {
      id: orNull(wire.id),
      parameters: parametersOfWire(wire.parameters),
      inputs: tensorsOfWire(wire.inputs, wire.raw_input_contents, 'inputs'),
      outputs,
    },
  };
}

/** An inference response as a gRPC message, tensors raw. */
export function responseToWire(response: InferenceResponse): Outgoing<WireInferResponse> {
  return {
    model_name: response.modelName,
    model_version: response.modelVersion ?? '',
    id: response.id ?? '',
    outputs: response.outputs.map(wireHeadOf),
    raw_output_contents: response.outputs.map(bytesOfTensor),
  };
}

/**
 * Reads a response that came by gRPC, raw or typed.
 * @throws InvalidInferenceMessage
 */
export function responseFromWire(wire: WireInferResponse): InferenceResponse {
  return {
    modelName: parseName(wire.model_name, '`model_name`'),
    modelVersion: orNull(wire.model_version),
    id: orNull(wire.id),
    outputs: tensorsOfWire(wire.outputs, wire.raw_output_contents, 'outputs'),
  };
}

/** An absent string is an empty one on this wire. */
function orNull(text: string): string | null {
  return text === '' ? null : text;
}

function wireParametersOf(parameters: Parameters): WireParameters {
  return Object.fromEntries(Object.entries(parameters).map(([key, value]) => [key, wireParameterOf(value)]));
}

function wireParameterOf(value: ParameterValue): WireParameter {
  if (typeof value === 'boolean') return { bool_param: value };
  if (typeof value === 'string') return { string_param: value };
  return Number.isSafeInteger(value) ? { int64_param: value } : { double_param: value };
}

function parametersOfWire(parameters: WireParameters): Parameters {
  const known = Object.entries(parameters).flatMap(([key, parameter]) => {
    const value = parameterOfWire(parameter);
    return value === null ? [] : [[key, value] as const];
  });
  return Object.fromEntries(known);
}

function parameterOfWire(parameter: WireParameter): ParameterValue | null {
  switch (parameter.parameter_choice) {
    case 'bool_param':
      return parameter.bool_param ?? null;
    case 'string_param':
      return parameter.string_param ?? null;
    case 'double_param':
      return parameter.double_param ?? null;
    case 'int64_param':
      return Number(parameter.int64_param);
    case 'uint64_param':
      return Number(parameter.uint64_param);
    default:
      return null;
  }
}
