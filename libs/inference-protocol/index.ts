export * from './datatypes.js';
export * from './messages.js';
export { halfToNumber, numberToHalf, halvesToFloats, floatsToHalves } from './float16.js';
export { brainToNumber, numberToBrain, brainsToFloats, floatsToBrains } from './bfloat16.js';
export { countElements, matchesShape } from './shape.js';
export {
  MAX_HEADER_BYTES,
  parseHeaderLength,
  decodeInferenceRequest,
  decodeInferenceResponse,
} from './decode-message.js';
export {
  encodeInferenceRequest,
  encodeInferenceResponse,
  type EncodedMessage,
  type TensorEncoding,
} from './encode-message.js';
export { modelMetadataOf, parseModelMetadata, parseServerMetadata, serverMetadataOf } from './parse-metadata.js';
export {
  modelConfigOf,
  repositoryIndexOf,
  type ModelConfig,
  type RepositoryEntry,
  type RepositoryState,
  type VersionPolicy,
} from './parse-repository.js';
export { statisticsOf, type ModelStatistics, type Tally } from './parse-statistics.js';
export { isJsonObject, parseJson, type JsonObject } from './parse-fields.js';
export { bytesOfTensor, tensorFromBytes, type TensorHead } from './tensor-bytes.js';
export { isAllFinite } from './finite.js';
export { BodyBuffer, type BodyOptions, BodyTooLarge, readIntoBuffer } from './read-into-buffer.js';
export { loadInferenceService } from './grpc/load-service.js';
export type { GrpcMethod, InferenceService, Outgoing } from './grpc/service.js';
export type * from './grpc/messages.js';
export {
  requestFromWire,
  requestToWire,
  responseFromWire,
  responseToWire,
  type AddressedRequest,
} from './grpc/wire-messages.js';
export type { ConfigTensor, ModelConfigFile, VersionChoice } from './config/model-config.js';
export { parseModelConfig } from './config/read-model-config.js';
export { configTypeOf, writeModelConfig } from './config/write-model-config.js';
export { InvalidModelConfig } from './config/text-format.js';
