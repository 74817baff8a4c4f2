import type { Datatype, Tensor } from './datatypes.js';

/** The server metadata extension that says a server speaks the binary tensor extension. */
export const BINARY_EXTENSION = 'binary_tensor_data';

/** The header that holds the byte length of the JSON part of a message with binary tensors. */
export const HEADER_LENGTH_HEADER = 'inference-header-content-length';

export const JSON_CONTENT_TYPE = 'application/json';
export const BINARY_CONTENT_TYPE = 'application/octet-stream';

/** The only kinds of value that `parameters` may hold. */
export type ParameterValue = string | number | boolean;
export type Parameters = Readonly<Record<string, ParameterValue>>;

/** An output that a request asks for by name. */
export interface RequestedOutput {
  readonly name: string;
  readonly parameters: Parameters;
}

/** A decoded inference request. `outputs` empty means all outputs of the model. */
export interface InferenceRequest {
  readonly id: string | null;
  readonly parameters: Parameters;
  readonly inputs: readonly Tensor[];
  readonly outputs: readonly RequestedOutput[];
}

/** A decoded inference response. `modelVersion` is null when the server did not say. */
export interface InferenceResponse {
  readonly modelName: string;
  readonly modelVersion: string | null;
  readonly id: string | null;
  readonly outputs: readonly Tensor[];
}

/** GET /v2 */
export interface ServerMetadata {
  readonly name: string;
  readonly version: string;
  readonly extensions: readonly string[];
}

/** A tensor of a model's signature; -1 in `shape` stands for any size. `datatype` is a foreign server's word: it may be one we do not speak. */
export interface TensorMetadata {
  readonly name: string;
  readonly datatype: string;
  readonly shape: readonly number[];
}

/** GET /v2/models/{name}[/versions/{version}] */
export interface ModelMetadata {
  readonly name: string;
  readonly versions: readonly string[];
  readonly platform: string;
  readonly inputs: readonly TensorMetadata[];
  readonly outputs: readonly TensorMetadata[];
  /** sha-256 of the model file, lower-case hex, where the server says it (Tessera's own does); null elsewhere. */
  readonly sha256: string | null;
}

/** A tensor that a model takes or gives, of a datatype that we speak; -1 in `shape` stands for any size. */
export interface TensorSignature {
  readonly name: string;
  readonly datatype: Datatype;
  readonly shape: readonly number[];
}
