import { InvalidInferenceMessage, ModelUnavailable } from '#libs/errors';
import {
  loadInferenceService,
  modelConfigOf,
  modelMetadataOf,
  repositoryIndexOf,
  requestToWire,
  responseFromWire,
  serverMetadataOf,
  statisticsOf,
  type GrpcMethod,
  type InferenceResponse,
  type InferenceService,
  type ModelConfig,
  type ModelMetadata,
  type ModelStatistics,
  type Outgoing,
  type RepositoryEntry,
  type ServerMetadata,
} from '#libs/inference-protocol';
import type { CheckedRequest } from './check-request.js';
import type { Deadline } from './deadline.js';
import type { GrpcChannel, GrpcFailed, GrpcOptions } from './grpc-channel.js';
import type { InferenceWay, ServedModel } from './options.js';
import { timeoutOf } from './rest-transport.js';
import type { InferenceTransport } from './transport.js';

type Loaded = {
  readonly channel: GrpcChannel;
  readonly service: InferenceService;
  readonly translate: (error: unknown, model: string, deadline: Deadline) => unknown;
  readonly isUnimplemented: (error: unknown) => boolean;
};

/** The Open Inference Protocol over gRPC, tensors raw. The gRPC library is loaded with the first call. */
export class GrpcTransport implements InferenceTransport {
  private loaded: Promise<Loaded> | undefined;
  private ready: Loaded | undefined;
  private isClosed = false;

  constructor(private readonly options: GrpcOptions) {}

  async infer(request: CheckedRequest, _way: InferenceWay, deadline: Deadline): Promise<InferenceResponse> {
    const { model, id, inputs, outputs } = request;
    const wanted = outputs.map((name) => ({ name, parameters: {} }));
    await this.load();
    // From here to the bytes there is no other turn: views on the tensors' data cannot lose it in between.
    const parameters = { timeout: timeoutOf(deadline) };
    const message = requestToWire(model.name, model.version, { id, parameters, inputs, outputs: wanted });
    return responseFromWire(await this.call('ModelInfer', message, model.name, deadline));
  }

  async isLive(deadline: Deadline): Promise<boolean> {
    return (await this.call('ServerLive', {}, '', deadline)).live;
  }

  async isReady(deadline: Deadline): Promise<boolean> {
    return (await this.call('ServerReady', {}, '', deadline)).ready;
  }

  async isModelReady(model: ServedModel, deadline: Deadline): Promise<boolean> {
    return (await this.call('ModelReady', wireName(model), model.name, deadline)).ready;
  }

  async serverMetadata(deadline: Deadline): Promise<ServerMetadata> {
    return serverMetadataOf(await this.call('ServerMetadata', {}, '', deadline));
  }

  async modelMetadata(model: ServedModel, deadline: Deadline): Promise<ModelMetadata> {
    return modelMetadataOf(await this.call('ModelMetadata', wireName(model), model.name, deadline));
  }

  async repositoryIndex(deadline: Deadline): Promise<readonly RepositoryEntry[] | null> {
    const answer = await this.extension('RepositoryIndex', {}, '', deadline);
    return answer === null ? null : repositoryIndexOf(answer);
  }

  async statistics(model: ServedModel | null, deadline: Deadline): Promise<readonly ModelStatistics[] | null> {
    const asked = model === null ? {} : wireName(model);
    const answer = await this.extension('ModelStatistics', asked, model?.name ?? '', deadline);
    return answer === null ? null : statisticsOf(answer);
  }

  async modelConfig(model: ServedModel, deadline: Deadline): Promise<ModelConfig | null> {
    const answer = await this.extension('ModelConfig', wireName(model), model.name, deadline);
    if (answer?.config === null) throw new InvalidInferenceMessage('the model configuration is missing');
    return answer === null ? null : modelConfigOf(answer);
  }

  async changeRepository(change: 'load' | 'unload', model: string, deadline: Deadline): Promise<boolean> {
    const method = change === 'load' ? 'RepositoryModelLoad' : 'RepositoryModelUnload';
    return (await this.extension(method, { model_name: model }, model, deadline)) !== null;
  }

  async close(): Promise<void> {
    this.isClosed = true;
    (await this.loaded)?.channel.close();
  }

  private async call<Name extends keyof InferenceService>(
    name: Name,
    message: Outgoing<RequestOf<Name>>,
    model: string,
    deadline: Deadline,
  ): Promise<ResponseOf<Name>> {
    if (this.isClosed) throw new ModelUnavailable(this.options.id, { progress: 'unsent' });
    const { channel, service, translate } = this.ready ?? (await this.load());
    deadline.signal.throwIfAborted();
    const method: GrpcMethod<RequestOf<Name>, ResponseOf<Name>> = methodOf(service, name);
    try {
      return await channel.call(method, message, deadline);
    } catch (error) {
      throw translate(error, model, deadline);
    }
  }

  private async extension<Name extends keyof InferenceService>(
    name: Name,
    message: Outgoing<RequestOf<Name>>,
    model: string,
    deadline: Deadline,
  ): Promise<ResponseOf<Name> | null> {
    const { isUnimplemented } = await this.load();
    try {
      return await this.call(name, message, model, deadline);
    } catch (error) {
      if (error instanceof Error && isUnimplemented(error.cause)) return null;
      throw error;
    }
  }

  private load(): Promise<Loaded> {
    this.loaded ??= this.open();
    return this.loaded;
  }

  private async open(): Promise<Loaded> {
    const [{ GrpcChannel, GrpcFailed }, { GRPC, refuseGrpc }, service] = await Promise.all([
      import('./grpc-channel.js'),
      import('./refuse-grpc.js'),
      loadInferenceService(),
    ]);
    const isFailed = (error: unknown): error is GrpcFailed => error instanceof GrpcFailed;
    this.ready = {
      channel: new GrpcChannel(this.options),
      service,
      translate: (error, model, deadline) =>
        isFailed(error) ? refuseGrpc(error, this.options, model, deadline) : error,
      isUnimplemented: (error) => isFailed(error) && error.status === GRPC.UNIMPLEMENTED,
    };
    return this.ready;
  }
}

type RequestOf<Name extends keyof InferenceService> =
  InferenceService[Name] extends GrpcMethod<infer Request, infer _Response> ? Request : never;
type ResponseOf<Name extends keyof InferenceService> =
  InferenceService[Name] extends GrpcMethod<infer _Request, infer Response> ? Response : never;

function methodOf<Name extends keyof InferenceService>(
  service: InferenceService,
  name: Name,
): GrpcMethod<RequestOf<Name>, ResponseOf<Name>> {
  const method: unknown = service[name];
  // The compiler does not see that a member's request and response are those of the member.
  return method as GrpcMethod<RequestOf<Name>, ResponseOf<Name>>;
}

function wireName({ name, version }: ServedModel): { readonly name: string; readonly version: string } {
  return { name, version: version ?? '' };
}
