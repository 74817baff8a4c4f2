import {
  Client,
  connectivityState,
  credentials,
  Metadata,
  type ChannelCredentials,
  type ClientUnaryCall,
  type ServiceError,
} from '@grpc/grpc-js';
import type { CallFault } from '#libs/errors';
import type { GrpcMethod, Outgoing } from '#libs/inference-protocol';
import type { Deadline } from './deadline.js';
import type { TlsOptions } from './options.js';

const CONNECT_TIMEOUT_MS = 900;
// After a failed connection the next attempt comes this soon: a server that is back is found within a second.
const RECONNECT_MS = 100;
const LONGEST_RECONNECT_MS = 1000;
const FLOW_CONTROL_BYTES = 4 * 2 ** 20;
// Names, shapes and the frame of a message, beside its tensors.
const HEAD_BYTES = 2 ** 20;

export interface GrpcOptions {
  readonly id: string;
  readonly address: string;
  readonly maxRequestBytes: number;
  readonly maxResponseBytes: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly tls: TlsOptions;
}

/** A call that did not end with OK; the text is the server's, or grpc-js's own. */
export class GrpcFailed extends Error {
  constructor(
    readonly status: number,
    readonly text: string,
    readonly progress: CallFault['progress'],
    /** What the server sent behind its answer: how long to stay away. */
    readonly retryAfter: string | undefined,
    cause: Error,
  ) {
    super('the gRPC call failed', { cause });
  }
}

/** One HTTP/2 connection to one model server (more where the address names several). It never tries a call twice by itself. */
export class GrpcChannel {
  private readonly client: Client;
  private readonly metadata = new Metadata();

  constructor({ address, tls, headers, maxRequestBytes, maxResponseBytes }: GrpcOptions) {
    const { target, isTls } = parseAddress(address);
    for (const [name, value] of Object.entries(headers)) this.metadata.set(name, value);
    this.client = new Client(target, isTls ? tlsCredentials(tls) : credentials.createInsecure(), {
      'grpc.max_send_message_length': maxRequestBytes + HEAD_BYTES,
      'grpc.max_receive_message_length': maxResponseBytes,
      'grpc.enable_retries': 0,
      'grpc.service_config_disable_resolution': 1,
      // A proxy of the environment must not see what is sent to a model server.
      'grpc.enable_http_proxy': 0,
      'grpc.initial_reconnect_backoff_ms': RECONNECT_MS,
      'grpc.max_reconnect_backoff_ms': LONGEST_RECONNECT_MS,
      'grpc-node.flow_control_window': FLOW_CONTROL_BYTES,
      'grpc.use_local_subchannel_pool': 1,
    });
  }

  /**
   * One call. The deadline travels with it, and its abort cancels it at the server.
   * @throws GrpcFailed
   */
  call<Request, Response>(
    method: GrpcMethod<Request, Response>,
    message: Outgoing<Request>,
    deadline: Deadline,
  ): Promise<Response> {
    return new Promise((resolve, reject) => {
      let progress: CallFault['progress'] = 'unsent';
      const end = (error: ServiceError | null, value?: Response): void => {
        deadline.signal.removeEventListener('abort', cancel);
        clearTimeout(connecting);
        if (error !== null) return reject(failureOf(error, progress));
        if (value === undefined) return reject(new Error('a gRPC call ended without status and without answer'));
        resolve(value);
      };
      const call: ClientUnaryCall = this.client.makeUnaryRequest(
        method.path,
        method.requestSerialize,
        method.responseDeserialize,
        message,
        this.metadata.clone(),
        { deadline: Date.now() + deadline.remainingMs() },
        end,
      );
      const cancel = (): void => call.cancel();
      call.once('metadata', () => (progress = 'answered'));
      deadline.signal.addEventListener('abort', cancel, { once: true });
      const connecting = setTimeout(() => {
        if (this.client.getChannel().getConnectivityState(false) !== connectivityState.CONNECTING) return;
        end(
          Object.assign(new Error('no connection in time'), {
            code: 14,
            details: NO_CONNECTION,
            metadata: new Metadata(),
          }),
        );
        call.cancel();
      }, CONNECT_TIMEOUT_MS);
    });
  }

  close(): void {
    this.client.close();
  }
}

const NO_CONNECTION = 'No connection established';

/** grpc-js's words for a call that never had a connection. */
const UNSENT = /^(No connection established|Name resolution failed|Failed to (connect|start)|Resolution note)/;

function failureOf(error: ServiceError, progress: CallFault['progress']): GrpcFailed {
  const [wait] = error.metadata?.get('retry-after') ?? [];
  const isUnsent = progress === 'unsent' && UNSENT.test(error.details ?? '');
  const reached = progress === 'unsent' && !isUnsent ? 'sent' : progress;
  return new GrpcFailed(error.code, error.details ?? '', reached, wait?.toString(), error);
}

function tlsCredentials({ ca, cert, key }: TlsOptions): ChannelCredentials {
  const pem = (text: string | undefined): Buffer | null => (text === undefined ? null : Buffer.from(text));
  return credentials.createSsl(pem(ca), pem(key), pem(cert));
}

function parseAddress(address: string): { readonly target: string; readonly isTls: boolean } {
  const [, scheme, target] = /^(grpcs?):\/\/(.+?)\/?$/.exec(address) ?? [];
  return { target: target ?? address, isTls: scheme === 'grpcs' };
}
