import { Client, credentials, status, type ServiceError } from '@grpc/grpc-js';
import { loadInferenceService, type GrpcMethod, type InferenceService, type Outgoing } from '#libs/inference-protocol';
import { NotSupported } from './verdict.js';

/** A call that ended otherwise than with OK. */
export class GrpcRefused extends Error {
  /** Such as `NOT_FOUND`. */
  readonly status: string;

  constructor(error: ServiceError) {
    super('the gRPC call was refused', { cause: error });
    this.status = status[error.code] ?? String(error.code);
  }
}

const CALL_MS = 15_000;
const MAX_BYTES = 64 * 2 ** 20;

/** The gRPC side of one server: grpc-js and the service's messages, none of the project's client. */
export class GrpcPeer {
  private readonly client: Client;

  private constructor(
    address: string,
    readonly service: InferenceService,
  ) {
    this.client = new Client(address, credentials.createInsecure(), {
      'grpc.max_receive_message_length': MAX_BYTES,
      'grpc.enable_http_proxy': 0,
    });
  }

  /** @throws NotSupported without an address */
  static async open(address: string | undefined): Promise<GrpcPeer> {
    if (address === undefined) throw new NotSupported('no gRPC');
    return new GrpcPeer(address, await loadInferenceService());
  }

  /** @throws GrpcRefused */
  call<Request, Response>(
    method: GrpcMethod<Request, Response>,
    message: Outgoing<Request>,
    withinMs = CALL_MS,
  ): Promise<Response> {
    return new Promise((resolve, reject) => {
      const { path, requestSerialize, responseDeserialize } = method;
      const options = { deadline: Date.now() + withinMs };
      this.client.makeUnaryRequest(path, requestSerialize, responseDeserialize, message, options, (error, answer) => {
        if (error) return reject(new GrpcRefused(error));
        if (answer === undefined) return reject(new Error('a call ended with OK and without an answer'));
        resolve(answer);
      });
    });
  }

  close(): void {
    this.client.close();
  }
}
