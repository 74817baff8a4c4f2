import { InvalidInferenceMessage } from '#libs/errors';
import { responseToWire, type GrpcMethod, type InferenceService, type Outgoing } from '#libs/inference-protocol';
import { Refusal } from '../refusal.js';
import { statisticsOf } from '../statistics/describe-statistics.js';
import { controlModel, indexOf } from './control-models.js';
import { describeConfig, describeModel, describeServer } from './describe.js';
import { runInference, withVersion } from './run-inference.js';
import type { ServerParts } from './server-parts.js';

/** Who calls: `life` ends when they are gone, and how long they wait. */
export interface Caller {
  readonly life: AbortController;
  readonly limitMs: number;
}

/** From the bytes of a request to those of its answer. @throws what a refusal can be made of */
export type GrpcCall = (bytes: Buffer, caller: Caller) => Promise<Buffer>;

/** The calls of the service that this server answers; the others are UNIMPLEMENTED. */
export function grpcCalls(
  parts: ServerParts,
  service: InferenceService,
  isDraining: () => boolean,
): Readonly<Partial<Record<keyof InferenceService, GrpcCall>>> {
  const { repository, config, version } = parts;
  return {
    ServerLive: unary(service.ServerLive, () => ({ live: true })),
    ServerReady: unary(service.ServerReady, () => ({ ready: repository.isSettled && !isDraining() })),
    ModelReady: unary(service.ModelReady, (model) => ({ ready: isReady(parts, model.name, orNull(model.version)) })),
    ServerMetadata: unary(service.ServerMetadata, () => describeServer(version)),
    ModelMetadata: unary(service.ModelMetadata, (model) =>
      describeModel(repository, model.name, orNull(model.version)),
    ),
    ModelConfig: unary(service.ModelConfig, (model) => ({
      config: describeConfig(repository, config, model.name, orNull(model.version)),
    })),
    ModelStatistics: unary(service.ModelStatistics, (model) => ({
      model_stats: statisticsOf(parts, orNull(model.name), orNull(model.version)),
    })),
    RepositoryIndex: unary(service.RepositoryIndex, ({ ready }) => ({ models: indexOf(parts, ready) })),
    RepositoryModelLoad: unary(service.RepositoryModelLoad, async ({ model_name, parameters }) => {
      await controlModel(parts, 'load', model_name, Object.keys(parameters));
      return {};
    }),
    RepositoryModelUnload: unary(service.RepositoryModelUnload, async ({ model_name, parameters }) => {
      await controlModel(parts, 'unload', model_name, Object.keys(parameters));
      return {};
    }),
    ModelInfer: async (bytes, caller) => {
      if (isDraining()) throw new Refusal('draining', 'the server is shutting down');
      return infer(parts, service, bytes, caller);
    },
  };
}

function unary<Request, Response>(
  method: GrpcMethod<Request, Response>,
  act: (request: Request) => Outgoing<Response> | Promise<Outgoing<Response>>,
): GrpcCall {
  return async (bytes) => method.responseSerialize(await act(read(method, bytes)));
}

function read<Request, Response>(method: GrpcMethod<Request, Response>, bytes: Buffer): Request {
  try {
    return method.requestDeserialize(bytes);
  } catch (error) {
    throw new InvalidInferenceMessage('the message is not the one that this call takes', { cause: error });
  }
}

async function infer(
  parts: ServerParts,
  { ModelInfer }: InferenceService,
  bytes: Buffer,
  { life, limitMs }: Caller,
): Promise<Buffer> {
  const { modelName, modelVersion, request } = await parts.codec.decodeGrpc(bytes);
  return withVersion(parts, { name: modelName, version: modelVersion }, life, async (inference) => {
    const answer = await runInference(parts, inference, request, limitMs);
    return ModelInfer.responseSerialize(responseToWire(answer));
  });
}

/** As Triton: what is unknown is not ready, and no error. */
function isReady({ repository }: ServerParts, name: string, version: string | null): boolean {
  try {
    repository.require(name, version);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

function orNull(text: string): string | null {
  return text === '' ? null : text;
}
