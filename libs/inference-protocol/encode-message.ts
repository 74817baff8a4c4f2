import type { Tensor } from './datatypes.js';
import { jsonOfData } from './json-tensor.js';
import {
  BINARY_CONTENT_TYPE,
  HEADER_LENGTH_HEADER,
  JSON_CONTENT_TYPE,
  type InferenceRequest,
  type InferenceResponse,
} from './messages.js';
import { bytesOfTensor } from './tensor-bytes.js';

/** Tensors start on an address that suits every datatype, so that the receiver need not copy. */
const ALIGNMENT = 8;

/** An encoded message: its HTTP headers and its body in pieces that are written one after the other, never joined. */
export interface EncodedMessage {
  readonly headers: Readonly<Record<string, string>>;
  readonly contentLength: number;
  readonly pieces: readonly Uint8Array[];
}

/** How a tensor travels. */
export type TensorEncoding = 'binary' | 'json';

/**
 * Encodes an inference request. With `binary` every input goes as raw bytes and binary outputs are asked for; the pieces are views on
 * the tensors' data, so do not change these before the body is sent.
 * @throws InvalidInferenceMessage when `json` cannot carry a value (NaN, infinity, BYTES that are not UTF-8)
 */
export function encodeInferenceRequest(request: InferenceRequest, encoding: TensorEncoding): EncodedMessage {
  const outputs = request.outputs.map(({ name, parameters }) => ({
    name,
    parameters: encoding === 'binary' ? { ...parameters, binary_data: true } : parameters,
  }));
  const head = {
    ...(request.id === null ? {} : { id: request.id }),
    parameters: encoding === 'binary' ? { ...request.parameters, binary_data_output: true } : request.parameters,
    ...(outputs.length === 0 ? {} : { outputs }),
  };
  return encodeMessage(head, 'inputs', request.inputs, () => encoding);
}

/**
 * Encodes an inference response; each output in the encoding that `encodingOf` names.
 * @throws InvalidInferenceMessage when `json` cannot carry a value
 */
export function encodeInferenceResponse(
  response: InferenceResponse,
  encodingOf: (output: string) => TensorEncoding,
): EncodedMessage {
  const head = {
    model_name: response.modelName,
    ...(response.modelVersion === null ? {} : { model_version: response.modelVersion }),
    ...(response.id === null ? {} : { id: response.id }),
  };
  return encodeMessage(head, 'outputs', response.outputs, encodingOf);
}

function encodeMessage(
  head: Readonly<Record<string, unknown>>,
  member: 'inputs' | 'outputs',
  tensors: readonly Tensor[],
  encodingOf: (name: string) => TensorEncoding,
): EncodedMessage {
  const binary: Uint8Array[] = [];
  const texts = tensors.map((tensor, i) => {
    if (encodingOf(tensor.name) === 'json')
      return tensorText(tensor, `"data":${jsonOfData(tensor, `${member}[${i}]`)}`);
    const bytes = bytesOfTensor(tensor);
    binary.push(bytes);
    return tensorText(tensor, `"parameters":{"binary_data_size":${bytes.byteLength}}`);
  });
  const rest = JSON.stringify(head).slice(1);
  const text = `{"${member}":[${texts.join(',')}]${rest === '}' ? rest : `,${rest}`}`;
  if (binary.length === 0) return jsonMessage(new TextEncoder().encode(text));
  return binaryMessage(new TextEncoder().encode(text), binary);
}

function tensorText(tensor: Tensor, data: string): string {
  const { name, datatype, shape } = tensor;
  return `{"name":${JSON.stringify(name)},"datatype":"${datatype}","shape":${JSON.stringify(shape)},${data}}`;
}

function jsonMessage(json: Uint8Array): EncodedMessage {
  return { headers: { 'content-type': JSON_CONTENT_TYPE }, contentLength: json.byteLength, pieces: [json] };
}

function binaryMessage(json: Uint8Array, tensors: readonly Uint8Array[]): EncodedMessage {
  // Spaces behind the closing brace are still JSON.
  const header = new Uint8Array(Math.ceil(json.byteLength / ALIGNMENT) * ALIGNMENT).fill(0x20);
  header.set(json);
  const pieces = [header, ...tensors.filter((bytes) => bytes.byteLength > 0)];
  return {
    headers: { 'content-type': BINARY_CONTENT_TYPE, [HEADER_LENGTH_HEADER]: String(header.byteLength) },
    contentLength: pieces.reduce((sum, piece) => sum + piece.byteLength, 0),
    pieces,
  };
}
