import { Readable } from 'node:stream';
import { Client, Pool, type Dispatcher } from 'undici';
import { HEADER_LENGTH_HEADER, parseHeaderLength, readIntoBuffer, type EncodedMessage } from '#libs/inference-protocol';
import { InvalidInferenceMessage, type CallFault } from '#libs/errors';
import { ExchangeFailed } from './exchange-failed.js';
import type { TlsOptions } from './options.js';
import { retryAfterOf } from './retry-after.js';

const CONNECT_TIMEOUT_MS = 900;
// Below the 5 s after which Node and uvicorn close an idle socket; a server that announces more is believed up to the maximum.
const KEEP_ALIVE_MS = 3000;
const KEEP_ALIVE_MAX_MS = 30_000;
// Health checks must not queue behind inference.
const CONTROL_CONNECTIONS = 2;

export interface HttpCall {
  readonly method: 'GET' | 'POST';
  /** Below the server's address, with a leading slash. */
  readonly path: string;
  readonly message?: EncodedMessage;
}

export interface HttpAnswer {
  readonly status: number;
  readonly body: Uint8Array;
  /** Bytes of the JSON part, or null when all of the body is JSON. */
  readonly headerLength: number | null;
  readonly contentType: string;
  readonly retryAfterMs: number | null;
}

export interface TransportOptions {
  readonly url: string;
  readonly maxResponseBytes: number;
  readonly maxInFlight: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly tls: TlsOptions;
}

/** Signals whose latest request went out on a socket that had served before. A signal has one request at a time. */
const onReusedSocket = new WeakSet<AbortSignal>();

class ReuseAwareClient extends Client {
  override dispatch(options: Dispatcher.DispatchOptions, handler: Dispatcher.DispatchHandler): boolean {
    if ('signal' in options && options.signal instanceof AbortSignal && this.stats.connected)
      onReusedSocket.add(options.signal);
    return super.dispatch(options, handler);
  }
}

/** How far one attempt has come. */
interface Attempt {
  progress: CallFault['progress'];
}

/** One keep-alive connection pool to one model server. Follows no redirects, accepts no compression. */
export class HttpTransport {
  private readonly pool: Pool;
  private readonly prefix: string;

  constructor(private readonly options: TransportOptions) {
    const { origin, pathname } = new URL(options.url);
    this.prefix = pathname.replace(/\/+$/, '');
    this.pool = new Pool(origin, {
      connections: options.maxInFlight + CONTROL_CONNECTIONS,
      pipelining: 1,
      keepAliveTimeout: KEEP_ALIVE_MS,
      keepAliveMaxTimeout: KEEP_ALIVE_MAX_MS,
      // The caller's deadline is the only clock of a request.
      headersTimeout: 0,
      bodyTimeout: 0,
      connect: { timeout: CONNECT_TIMEOUT_MS, ...options.tls },
      factory: (target: URL, clientOptions: Client.Options) => new ReuseAwareClient(target, clientOptions),
    });
  }

  /**
   * One exchange. A connection that had served before and is reset before the answer begins was closed by the server while idle: such a
   * call is sent once more (inference changes nothing on the server).
   * @throws ExchangeFailed around the network's error, `BodyTooLarge`, `InvalidInferenceMessage`, or the signal's abort
   */
  async exchange(call: HttpCall, signal: AbortSignal): Promise<HttpAnswer> {
    try {
      return await this.exchangeOnce(call, signal);
    } catch (error) {
      const isStale = error instanceof ExchangeFailed && error.progress !== 'answered' && isReset(error.cause);
      if (!isStale || !onReusedSocket.has(signal)) throw error;
      return this.exchangeOnce(call, signal);
    }
  }

  /** Ends calls in flight and closes all connections. */
  async close(): Promise<void> {
    await this.pool.destroy();
  }

  private async exchangeOnce(call: HttpCall, signal: AbortSignal): Promise<HttpAnswer> {
    onReusedSocket.delete(signal);
    const attempt: Attempt = { progress: call.message === undefined ? 'sent' : 'unsent' };
    let answer: Dispatcher.ResponseData | undefined;
    try {
      answer = await this.begin(call, attempt, signal);
      attempt.progress = 'answered';
      return await this.read(answer);
    } catch (error) {
      // Destroyed unread it would raise its own error, with nobody to hear it.
      answer?.body.on('error', () => undefined).destroy();
      throw new ExchangeFailed(error, attempt.progress);
    }
  }

  private begin(call: HttpCall, attempt: Attempt, signal: AbortSignal): Promise<Dispatcher.ResponseData> {
    const { method, path, message } = call;
    const headers = { ...this.options.headers, accept: '*/*', 'accept-encoding': 'identity' };
    const target = { method, path: this.prefix + path, signal };
    if (message === undefined) return this.pool.request({ ...target, headers });
    const length = { 'content-length': String(message.contentLength) };
    // A stream of the pieces: nothing is joined, and each is handed to the socket as it is.
    const body = Readable.from(piecesOf(message, attempt));
    return this.pool.request({ ...target, headers: { ...headers, ...message.headers, ...length }, body });
  }

  private async read({ statusCode, headers, body }: Dispatcher.ResponseData): Promise<HttpAnswer> {
    const head = {
      status: statusCode,
      contentType: String(headers['content-type'] ?? ''),
      retryAfterMs: retryAfterOf(headers['retry-after']),
    };
    if (!isIdentity(headers['content-encoding'])) {
      if (statusCode === 200) throw new InvalidInferenceMessage('it is compressed although that was not accepted');
      // The status says enough; the words of the error are not worth inflating.
      await body.dump({ limit: this.options.maxResponseBytes });
      return { ...head, body: new Uint8Array(), headerLength: null };
    }
    const headerLength = parseHeaderLength(headers[HEADER_LENGTH_HEADER]);
    const announced = Number(headers['content-length'] ?? NaN);
    const bytes = await readIntoBuffer(body, {
      contentLength: Number.isSafeInteger(announced) ? announced : null,
      maxBytes: this.options.maxResponseBytes,
      alignAt: headerLength ?? 0,
    });
    return { ...head, body: bytes, headerLength };
  }
}

/** The pieces of a body; they are asked for when there is a connection to write them to. */
function* piecesOf(message: EncodedMessage, attempt: Attempt): Generator<Uint8Array> {
  attempt.progress = 'sent';
  yield* message.pieces;
}

function isIdentity(encoding: string | string[] | undefined): boolean {
  return encoding === undefined || String(encoding).trim().toLowerCase() === 'identity';
}

function isReset(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error)) return false;
  return error.code === 'ECONNRESET' || error.code === 'EPIPE' || error.code === 'UND_ERR_SOCKET';
}
