import {
  Server,
  ServerCredentials,
  status,
  type sendUnaryData,
  type ServerUnaryCall,
  type ServiceDefinition,
} from '@grpc/grpc-js';
import { InvalidConfig } from '#libs/errors';
import { loadInferenceService, type InferenceService } from '#libs/inference-protocol';
import { Refusal, type RefusalKind } from '../refusal.js';
import { grpcCalls, type GrpcCall } from './grpc-calls.js';
import { refusalOf } from './refusal-of.js';
import type { ServerParts } from './server-parts.js';

const MAX_STREAMS = 256;

/** The gRPC status of a refusal, as Triton chooses them. */
const STATUS_OF = {
  'bad-request': status.INVALID_ARGUMENT,
  'foreign-origin': status.PERMISSION_DENIED,
  'not-found': status.NOT_FOUND,
  'wrong-method': status.UNIMPLEMENTED,
  'too-large': status.RESOURCE_EXHAUSTED,
  'unsupported-media': status.INVALID_ARGUMENT,
  'client-gone': status.CANCELLED,
  'load-failed': status.INVALID_ARGUMENT,
  'model-failed': status.INTERNAL,
  unsupported: status.UNIMPLEMENTED,
  'not-ready': status.UNAVAILABLE,
  'queue-full': status.UNAVAILABLE,
  draining: status.UNAVAILABLE,
  'timed-out': status.DEADLINE_EXCEEDED,
} as const satisfies Record<RefusalKind, status>;

type Handler = (call: ServerUnaryCall<Buffer, Buffer>, callback: sendUnaryData<Buffer>) => void;

/** The gRPC face of Open Inference Protocol v2, with the same limits and refusals as the REST face. */
export class GrpcServer {
  private readonly server: Server;
  private isDraining = false;

  constructor(private readonly parts: ServerParts) {
    this.server = new Server({
      'grpc.max_receive_message_length': parts.config.maxBodyBytes,
      'grpc.max_send_message_length': -1,
      'grpc.max_concurrent_streams': MAX_STREAMS,
    });
  }

  /** Starts to listen. @returns the port @throws InvalidConfig when the address cannot be had */
  async listen(port: number): Promise<number> {
    const { host } = this.parts.config;
    const service = await loadInferenceService();
    const calls = Object.entries(grpcCalls(this.parts, service, () => this.isDraining));
    const handlers = calls.map(([name, act]) => [name, this.handlerOf(act)] as const);
    this.server.addService(definitionOf(service), Object.fromEntries(handlers));
    const address = `${host.includes(':') ? `[${host}]` : host}:${port}`;
    return new Promise((resolve, reject) => {
      this.server.bindAsync(address, ServerCredentials.createInsecure(), (error, bound) =>
        error === null
          ? resolve(bound)
          : reject(new InvalidConfig('--grpc-port', 'names a port that cannot be listened on; choose another')),
      );
    });
  }

  /** Takes no new inference, lets running calls finish for `drainMs`, then closes what is left. */
  async drain(drainMs: number): Promise<void> {
    this.isDraining = true;
    const timer = setTimeout(() => this.server.forceShutdown(), drainMs);
    await new Promise<void>((resolve) => this.server.tryShutdown(() => resolve()));
    clearTimeout(timer);
  }

  private handlerOf(act: GrpcCall): Handler {
    return (call, callback) => {
      this.answer(act, call).then(
        (message) => callback(null, message),
        (error: unknown) => {
          const refusal = refusalOf(error, this.parts.log);
          callback({ code: STATUS_OF[refusal.kind], details: refusal.message });
        },
      );
    };
  }

  private async answer(act: GrpcCall, call: ServerUnaryCall<Buffer, Buffer>): Promise<Buffer> {
    const life = new AbortController();
    const leave = (): void => life.abort(new Refusal('client-gone', 'the caller cancelled the call'));
    call.once('cancelled', leave);
    if (call.cancelled) leave();
    try {
      const limitMs = Number(call.getDeadline()) - Date.now();
      return await act(call.request, { life, limitMs });
    } finally {
      call.off('cancelled', leave);
    }
  }
}

/** Messages go in and out as bytes: what cannot be read is then refused in the server's own words. */
function definitionOf(service: InferenceService): ServiceDefinition {
  const methods = Object.entries(service).map(([name, method]) => [
    name,
    { ...method, requestDeserialize: ownMemory, responseSerialize: (message: Buffer) => message },
  ]);
  return Object.fromEntries(methods);
}

/** A message may lie in memory that others use too, and the memory of tensors is handed to another thread. */
function ownMemory(message: Buffer): Buffer {
  const memory = new Uint8Array(message.byteLength);
  memory.set(message);
  return Buffer.from(memory.buffer);
}
