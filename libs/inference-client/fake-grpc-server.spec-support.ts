import {
  Metadata,
  Server,
  ServerCredentials,
  status,
  type ServerUnaryCall,
  type sendUnaryData,
  type UntypedHandleCall,
} from '@grpc/grpc-js';
import { afterEach } from 'vitest';
import {
  loadInferenceService,
  type GrpcMethod,
  type InferenceService,
  type Outgoing,
  type WireInferRequest,
  type WireInferResponse,
} from '#libs/inference-protocol';

type Unary<Request, Answer> = (
  request: Request,
  call: ServerUnaryCall<Request, unknown>,
) => Outgoing<Answer> | Promise<Outgoing<Answer>>;
type Methods = {
  readonly [K in keyof InferenceService]?: InferenceService[K] extends GrpcMethod<infer Request, infer Answer>
    ? Unary<Request, Answer>
    : never;
};
export type GrpcInfer = Unary<WireInferRequest, WireInferResponse>;

/** Fails the call with a status of gRPC. */
export class GrpcStatus extends Error {
  constructor(
    readonly code: number,
    readonly details: string,
    readonly metadata = new Metadata(),
  ) {
    super(details);
  }
}

const servers: Server[] = [];
/** gRPC servers of grpc-js for one test each; they are closed after it. */
afterEach(() => {
  for (const server of servers.splice(0)) server.forceShutdown();
});

/** A server with the calls that are given; the others it does not have. */
export async function serveGrpc(methods: Methods, credentials = ServerCredentials.createInsecure()): Promise<string> {
  const server = new Server({ 'grpc.max_receive_message_length': 2 ** 26 });
  const service = await loadInferenceService();
  const implementation: Record<string, UntypedHandleCall> = {};
  for (const [name, unary] of Object.entries(methods)) implementation[name] = handlerOf(unary);
  server.addService({ ...service }, implementation);
  servers.push(server);
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync('127.0.0.1:0', credentials, (error, bound) => (error === null ? resolve(bound) : reject(error)));
  });
  return `127.0.0.1:${port}`;
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- grpc-js types its table of handlers so
function handlerOf(unary: Unary<any, any>): UntypedHandleCall {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- as above
  return (call: ServerUnaryCall<any, unknown>, done: sendUnaryData<unknown>) => {
    void Promise.resolve()
      .then(() => unary(call.request, call))
      .then(
        (answer: unknown) => done(null, answer),
        (error: unknown) =>
          done(error instanceof GrpcStatus ? error : { code: status.UNKNOWN, details: String(error) }),
      );
  };
}
