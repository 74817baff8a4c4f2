import { InvalidInferenceMessage } from '#libs/errors';
import type { ModelMetadata, ServerMetadata, TensorMetadata } from './messages.js';
import { isJsonObject, parseJson, parseList, parseName, parseObject, parseOptionalText } from './parse-fields.js';

/**
 * Reads the answer to `GET /v2`. Servers leave members out: absent text is "", absent extensions are none.
 * @throws InvalidInferenceMessage
 */
export function parseServerMetadata(body: Uint8Array): ServerMetadata {
  return serverMetadataOf(parseJson(body));
}

/** `parseServerMetadata` for parsed JSON, or a gRPC message. @throws InvalidInferenceMessage */
export function serverMetadataOf(value: unknown): ServerMetadata {
  const object = parseObject(value, 'the server metadata');
  return {
    name: parseOptionalText(object['name'], '`name`') ?? '',
    version: parseOptionalText(object['version'], '`version`') ?? '',
    extensions: parseTexts(object['extensions'], '`extensions`'),
  };
}

/**
 * Reads the answer to `GET /v2/models/{name}[/versions/{version}]`.
 * @throws InvalidInferenceMessage
 */
export function parseModelMetadata(body: Uint8Array): ModelMetadata {
  return modelMetadataOf(parseJson(body));
}

/** `parseModelMetadata` for parsed JSON, or a gRPC message. @throws InvalidInferenceMessage */
export function modelMetadataOf(value: unknown): ModelMetadata {
  const object = parseObject(value, 'the model metadata');
  const properties = isJsonObject(object['properties']) ? object['properties'] : {};
  const sha256 = properties['sha256'];
  return {
    name: parseName(object['name'], '`name`'),
    versions: parseTexts(object['versions'], '`versions`'),
    platform: parseOptionalText(object['platform'], '`platform`') ?? '',
    inputs: parseSignature(object['inputs'], 'inputs'),
    outputs: parseSignature(object['outputs'], 'outputs'),
    sha256: typeof sha256 === 'string' && /^[0-9a-f]{64}$/.test(sha256) ? sha256 : null,
  };
}

function parseTexts(value: unknown, where: string): readonly string[] {
  if (value === undefined || value === null) return [];
  return parseList(value, where).map((item) => {
    if (typeof item !== 'string') throw new InvalidInferenceMessage(`${where} holds a value that is not a string`);
    return item;
  });
}

function parseSignature(value: unknown, member: string): readonly TensorMetadata[] {
  if (value === undefined || value === null) return [];
  return parseList(value, `\`${member}\``).map((item, i) => {
    const where = `${member}[${i}]`;
    const object = parseObject(item, where);
    const name = parseName(object['name'], `${where}.name`);
    const datatype = parseName(object['datatype'], `${where}.datatype`);
    return {
      name,
      datatype,
      shape: parseList(object['shape'], `${where}.shape`).map((size) => parseSize(size, where)),
    };
  });
}

function parseSize(value: unknown, where: string): number {
  // gRPC messages hold 64-bit integers as decimal text.
  const size = typeof value === 'string' && /^-?\d{1,16}$/.test(value) ? Number(value) : value;
  if (typeof size === 'number' && Number.isSafeInteger(size) && size >= -1) return size;
  throw new InvalidInferenceMessage(`${where}.shape holds a value that is not an integer of -1 or more`);
}
