import { fromJSON, type PackageDefinition } from '@grpc/proto-loader';
import type {
  WireInferRequest,
  WireInferResponse,
  WireModelConfig,
  WireModelMetadata,
  WireModelName,
  WireModelStatistics,
  WireRepositoryCommand,
  WireRepositoryEntry,
  WireServerMetadata,
  WireStreamInferResponse,
} from './messages.js';
import { SERVICE_DESCRIPTOR } from './service-descriptor.js';

/** A message to send: what is left out has its default. */
export type Outgoing<T> = T extends Uint8Array
  ? T
  : T extends readonly (infer Item)[]
    ? readonly Outgoing<Item>[]
    : T extends object
      ? { readonly [K in keyof T]?: Outgoing<T[K]> }
      : T;

/** One call: its path, and the way of its messages to bytes and back. It is what grpc-js takes as a method definition, at either end. */
export interface GrpcMethod<Request, Response> {
  readonly path: string;
  readonly requestStream: boolean;
  readonly responseStream: boolean;
  readonly requestSerialize: (message: Outgoing<Request>) => Buffer;
  readonly requestDeserialize: (bytes: Buffer) => Request;
  readonly responseSerialize: (message: Outgoing<Response>) => Buffer;
  readonly responseDeserialize: (bytes: Buffer) => Response;
}

type Nothing = Readonly<Record<string, never>>;

/** `inference.GRPCInferenceService`: the core calls and the extensions that Tessera uses. */
export interface InferenceService {
  readonly ServerLive: GrpcMethod<Nothing, { readonly live: boolean }>;
  readonly ServerReady: GrpcMethod<Nothing, { readonly ready: boolean }>;
  readonly ModelReady: GrpcMethod<WireModelName, { readonly ready: boolean }>;
  readonly ServerMetadata: GrpcMethod<Nothing, WireServerMetadata>;
  readonly ModelMetadata: GrpcMethod<WireModelName, WireModelMetadata>;
  readonly ModelInfer: GrpcMethod<WireInferRequest, WireInferResponse>;
  readonly ModelStreamInfer: GrpcMethod<WireInferRequest, WireStreamInferResponse>;
  readonly ModelConfig: GrpcMethod<WireModelName, { readonly config: WireModelConfig | null }>;
  readonly ModelStatistics: GrpcMethod<WireModelName, { readonly model_stats: readonly WireModelStatistics[] }>;
  readonly RepositoryIndex: GrpcMethod<
    { readonly repository_name: string; readonly ready: boolean },
    { readonly models: readonly WireRepositoryEntry[] }
  >;
  readonly RepositoryModelLoad: GrpcMethod<WireRepositoryCommand, Nothing>;
  readonly RepositoryModelUnload: GrpcMethod<WireRepositoryCommand, Nothing>;
}

/** Builds the service from its descriptor; some 25 ms, so it is done once. */
export function buildService(): InferenceService {
  const definition = fromJSON(JSON.parse(SERVICE_DESCRIPTOR), {
    longs: String,
    enums: String,
    defaults: true,
    oneofs: true,
  });
  return parseService(definition);
}

function parseService(definition: PackageDefinition): InferenceService {
  const service: unknown = definition['inference.GRPCInferenceService'];
  // The descriptor is generated from the file that the interfaces above restate; service.spec.ts holds the two together.
  return service as InferenceService;
}
