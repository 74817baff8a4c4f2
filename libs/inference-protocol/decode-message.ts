import { InvalidInferenceMessage } from '#libs/errors';
import { decodeTensors, type TensorData } from './decode-tensors.js';
import { liftNumberLists } from './json/lift-number-lists.js';
import type { InferenceRequest, InferenceResponse, RequestedOutput } from './messages.js';
import {
  parseMessageJson,
  parseList,
  parseName,
  parseObject,
  parseOptionalText,
  parseParameters,
  requireUnique,
  type JsonObject,
} from './parse-fields.js';

/** The JSON part of a message with binary tensors holds names and shapes only: 1 MiB is far beyond any. */
export const MAX_HEADER_BYTES = 2 ** 20;

/**
 * Reads the header `Inference-Header-Content-Length`.
 * @returns null when absent: the whole body is JSON
 * @throws InvalidInferenceMessage when it is not a decimal integer from 1 to 1 MiB
 */
export function parseHeaderLength(header: string | readonly string[] | undefined): number | null {
  if (header === undefined) return null;
  const length = typeof header === 'string' && /^[0-9]{1,10}$/.test(header) ? Number(header) : NaN;
  if (Number.isNaN(length)) throw new InvalidInferenceMessage('the inference header length is not a decimal number');
  if (length === 0)
    throw new InvalidInferenceMessage('the inference header length is 0, and raw requests are not spoken here');
  if (length > MAX_HEADER_BYTES) throw new InvalidInferenceMessage('the inference header length is over 1 MiB');
  return length;
}

/**
 * Decodes the body of `POST .../infer`. Binary tensors become views on `body` where they are aligned.
 * @param headerLength bytes of the JSON part, or null when all of the body is JSON
 * @throws InvalidInferenceMessage
 */
export function decodeInferenceRequest(body: Uint8Array, headerLength: number | null): InferenceRequest {
  const { object, ...data } = splitMessage(body, headerLength, 'the request');
  const inputs = decodeTensors(object['inputs'], 'inputs', data);
  const outputs = decodeRequestedOutputs(object['outputs']);
  return {
    id: parseOptionalText(object['id'], '`id`'),
    parameters: parseParameters(object['parameters'], 'the request'),
    inputs,
    outputs,
  };
}

/**
 * Decodes the answer to `POST .../infer`. Binary tensors become views on `body` where they are aligned.
 * @param headerLength bytes of the JSON part, or null when all of the body is JSON (the server has no binary extension)
 * @throws InvalidInferenceMessage
 */
export function decodeInferenceResponse(body: Uint8Array, headerLength: number | null): InferenceResponse {
  const { object, ...data } = splitMessage(body, headerLength, 'the response');
  return {
    modelName: parseName(object['model_name'], '`model_name`'),
    modelVersion: parseOptionalText(object['model_version'], '`model_version`'),
    id: parseOptionalText(object['id'], '`id`'),
    outputs: decodeTensors(object['outputs'], 'outputs', data),
  };
}

function splitMessage(
  body: Uint8Array,
  headerLength: number | null,
  where: string,
): TensorData & { readonly object: JsonObject } {
  if (headerLength !== null && headerLength > body.byteLength)
    throw new InvalidInferenceMessage('the inference header length is beyond the end of the body');
  const { json, lists } = liftNumberLists(headerLength === null ? body : body.subarray(0, headerLength));
  const object = parseObject(parseMessageJson(json), where);
  return { object, lists, binary: headerLength === null ? null : body.subarray(headerLength) };
}

function decodeRequestedOutputs(list: unknown): readonly RequestedOutput[] {
  if (list === undefined || list === null) return [];
  const outputs = parseList(list, '`outputs`').map((item, i) => {
    const where = `outputs[${i}]`;
    const object = parseObject(item, where);
    return {
      name: parseName(object['name'], `${where}.name`),
      parameters: parseParameters(object['parameters'], where),
    };
  });
  requireUnique(
    outputs.map((output) => output.name),
    '`outputs`',
  );
  return outputs;
}
