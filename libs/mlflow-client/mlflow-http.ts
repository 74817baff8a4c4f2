import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import axios, { type AxiosInstance, type AxiosResponse } from 'axios';
import { RegistryBadResponse } from '#libs/errors';
import { digestOf, payload, type HttpBody } from './http-body.js';
import { tooSlow, translate } from './http-faults.js';
import type { MlflowClientOptions, MlflowCredentials } from './options.js';

const TIMEOUT_MS = 10_000;
const MAX_CONCURRENT = 4;
const RETRIES = 2;
const RETRIED = new Set([408, 429, 502, 503, 504]);
const BACKOFF_MS = 200;
const MAX_RETRY_AFTER_MS = 5_000;
/** A body may come as slowly as this; the time limit of the library is of silence only, and a server may drip for ever. */
const SLOWEST_BYTES_PER_MS = 2 ** 20 / 1000;

export interface HttpAnswer {
  readonly status: number;
  /** The media type without its parameters, in lower case; empty where none was said. */
  readonly mediaType: string;
  readonly body: Buffer;
  /** What the server says the body's length is, in bytes, where it does. */
  readonly contentLength: number | null;
}

export interface HttpCall {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** Below the server's address. */
  readonly path: string;
  readonly query: Readonly<Record<string, string | readonly string[]>>;
  /** The largest body that is read, in bytes, decompressed. */
  readonly maxBytes: number;
  readonly body?: HttpBody;
  /** Keeps the SHA-256 of the answer's body in its place, for a file of any size. */
  readonly isDigested?: boolean;
}

type Agent = HttpAgent | HttpsAgent;

/** The requests to one server: one pool of connections, a time limit for each, few retries, no redirects. Close it. */
export class MlflowHttp {
  private readonly agent: Agent;
  private readonly http: AxiosInstance;
  private readonly timeoutMs: number;

  constructor(options: MlflowClientOptions) {
    const { url, credentials, headers, timeoutMs = TIMEOUT_MS } = options;
    this.agent = agentOf(options);
    this.timeoutMs = timeoutMs;
    this.http = axios.create({
      baseURL: url.replace(/\/+$/, ''),
      timeout: timeoutMs,
      headers: { accept: 'application/json', ...headers, ...authorization(credentials) },
      httpAgent: this.agent,
      httpsAgent: this.agent,
      // A redirect would carry the credentials elsewhere; a proxy of the environment would see them.
      maxRedirects: 0,
      proxy: false,
      paramsSerializer: { indexes: null },
      validateStatus: () => true,
    });
  }

  /**
   * One answer, whatever its status. A reading that failed is sent again, twice at most; what may change something is sent once.
   * @throws RegistryUnavailable if there is no answer, RegistryBadResponse if it is larger than was allowed, or the signal's reason
   */
  async send(call: HttpCall, signal: AbortSignal): Promise<HttpAnswer> {
    const retries = call.method === 'GET' || call.method === 'HEAD' ? RETRIES : 0;
    for (let attempt = 0; ; attempt++) {
      const outcome = await this.sendOnce(call, signal);
      if (attempt === retries || outcome.kind === 'FINAL') return finish(outcome);
      // Between half and one and a half of it: clients that were refused together do not come back together.
      const backoffMs = BACKOFF_MS * 2 ** attempt * (0.5 + Math.random());
      await sleep(Math.min(outcome.retryAfterMs ?? backoffMs, MAX_RETRY_AFTER_MS), undefined, { signal });
    }
  }

  close(): void {
    this.agent.destroy();
  }

  private async sendOnce(call: HttpCall, signal: AbortSignal): Promise<Outcome> {
    const { method, path, query, maxBytes, isDigested = false } = call;
    const { data, headers = {}, sizeBytes } = payload(call.body);
    const timeout = this.timeoutMs + Math.ceil(sizeBytes / SLOWEST_BYTES_PER_MS);
    const limit = AbortSignal.timeout(timeout + Math.ceil(maxBytes / SLOWEST_BYTES_PER_MS));
    const either = AbortSignal.any([signal, limit]);
    try {
      const answer = await this.http.request({
        ...{ method, url: path, params: query, headers, timeout },
        ...(data === undefined ? {} : { data }),
        signal: either,
        maxContentLength: maxBytes,
        responseType: isDigested ? 'stream' : 'arraybuffer',
      });
      const body: Buffer = isDigested ? await digestOf(answer.data, maxBytes, either) : answer.data;
      const value = toAnswer(answer, body);
      if (!RETRIED.has(answer.status)) return { kind: 'FINAL', value };
      return { kind: 'RETRY', value, retryAfterMs: retryAfter(answer.headers['retry-after']) };
    } catch (error) {
      signal.throwIfAborted();
      const fault = limit.aborted ? tooSlow(error) : translate(error);
      if (fault instanceof RegistryBadResponse) throw fault;
      return { kind: 'RETRY', fault, retryAfterMs: null };
    } finally {
      // An answer may come before all was sent: the file that is read for it is closed.
      if (data instanceof Readable) data.destroy();
    }
  }
}

function toAnswer({ status, headers }: Pick<AxiosResponse, 'status' | 'headers'>, body: Buffer): HttpAnswer {
  const length = String(headers['content-length'] ?? '');
  const mediaType = String(headers['content-type'] ?? '').split(';')[0] ?? '';
  return {
    status,
    mediaType: mediaType.trim().toLowerCase(),
    body,
    contentLength: /^\d{1,15}$/.test(length) ? Number(length) : null,
  };
}

type Outcome =
  | { readonly kind: 'FINAL'; readonly value: HttpAnswer }
  | { readonly kind: 'RETRY'; readonly value: HttpAnswer; readonly retryAfterMs: number | null }
  | { readonly kind: 'RETRY'; readonly fault: Error; readonly retryAfterMs: null };

function finish(outcome: Outcome): HttpAnswer {
  if ('fault' in outcome) throw outcome.fault;
  return outcome.value;
}

function agentOf({ url, ca, clientCertificate, maxConcurrent = MAX_CONCURRENT }: MlflowClientOptions): Agent {
  const pool = { keepAlive: true, maxSockets: maxConcurrent };
  if (!url.startsWith('https:')) return new HttpAgent(pool);
  return new HttpsAgent({ ...pool, ...(ca === undefined ? {} : { ca }), ...clientCertificate });
}

function authorization(credentials: MlflowCredentials = { kind: 'none' }): Readonly<Record<string, string>> {
  if (credentials.kind === 'none') return {};
  if (credentials.kind === 'bearer') return { authorization: `Bearer ${credentials.token}` };
  const pair = Buffer.from(`${credentials.username}:${credentials.password}`, 'utf8').toString('base64');
  return { authorization: `Basic ${pair}` };
}

function retryAfter(header: unknown): number | null {
  return typeof header === 'string' && /^\d{1,6}$/.test(header) ? Number(header) * 1000 : null;
}
