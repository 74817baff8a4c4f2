import {
  AnswerWithErrors,
  GatewayBadAnswer,
  GatewayTimeout,
  GatewayUnreachable,
  TesseraError,
} from './tessera-error.js';
import { parseAnswer } from './parse-answer.js';

/** Where a gateway is and how to speak to it. */
export interface Connection {
  /** Origin and path of the GraphQL endpoint. */
  readonly endpoint: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  readonly fetch: typeof fetch;
}

/** How one call may be bounded. The caller's abort always wins, with the signal's own reason. */
export interface CallOptions {
  readonly signal?: AbortSignal;
  readonly timeoutMs?: number;
}

/**
 * Finds the endpoint of a gateway.
 * @param url `http(s)://host[:port]`, with `/graphql` or without
 * @throws TypeError when it is no such address, or carries a user or password
 */
export function parseEndpoint(url: string): URL {
  const endpoint = URL.canParse(url) ? new URL(url) : null;
  if (!endpoint || !/^https?:$/.test(endpoint.protocol) || endpoint.username !== '' || endpoint.password !== '') {
    throw new TypeError('The address of a gateway looks like http://127.0.0.1:4000.');
  }
  if (endpoint.pathname === '/') endpoint.pathname = '/graphql';
  return endpoint;
}

/** Sends one operation. @returns `data`; @throws TesseraError with a code, or the reason of the caller's signal */
export async function post(connection: Connection, body: object, options: CallOptions): Promise<object> {
  const init = {
    method: 'POST',
    headers: { ...connection.headers, 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(body),
  };
  return await exchange(connection, connection.endpoint, init, options, async (response) =>
    parseAnswer(await response.text()),
  );
}

/**
 * Fetches what a link of an answer points at, and hands the response to `read` while the time limit still runs.
 * @throws GatewayBadAnswer for a link that leaves the gateway: the API key is sent to nobody else
 */
export async function get<T>(
  connection: Connection,
  href: string,
  options: CallOptions & { readonly headers?: Readonly<Record<string, string>> },
  read: (response: Response, signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const url = new URL(href, connection.endpoint);
  if (url.origin !== connection.endpoint.origin) throw new GatewayBadAnswer('a link in it leaves the gateway');
  return await exchange(
    connection,
    url,
    { headers: { ...options.headers, ...connection.headers } },
    options,
    async (response, signal) => {
      if (response.ok) return await read(response, signal);
      parseAnswer(await response.text()); // the gateway's refusals have one shape everywhere
      throw new GatewayBadAnswer(`the link answered with status ${response.status}`);
    },
  );
}

/** Sends bytes as they are to a path of the gateway. @returns the JSON that it answers */
export async function sendBytes(
  connection: Connection,
  path: string,
  body: Blob,
  options: CallOptions,
): Promise<unknown> {
  const headers = { ...connection.headers, 'content-type': 'application/octet-stream', accept: 'application/json' };
  const init = { method: 'POST', headers, body };
  return await exchange(connection, new URL(path, connection.endpoint), init, options, async (response) => {
    const text = await response.text();
    if (response.ok) return JSON.parse(text);
    parseAnswer(text); // the gateway's refusals have one shape everywhere
    throw new GatewayBadAnswer(`it answered with status ${response.status}`);
  });
}

async function exchange<T>(
  connection: Connection,
  url: URL,
  init: RequestInit,
  options: CallOptions,
  read: (response: Response, signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const timeoutMs = options.timeoutMs ?? connection.timeoutMs;
  const timer = AbortSignal.timeout(timeoutMs);
  const signal = options.signal ? AbortSignal.any([options.signal, timer]) : timer;
  try {
    // A redirect would carry the key elsewhere, and a gateway never sends one.
    const response = await connection.fetch(url, { ...init, signal, redirect: 'error' });
    return await read(response, signal);
  } catch (error) {
    if (options.signal?.aborted) throw options.signal.reason;
    if (timer.aborted) throw new GatewayTimeout(timeoutMs, { cause: error });
    if (error instanceof TesseraError) throw error;
    if (error instanceof TypeError) throw new GatewayUnreachable(url.origin, { cause: error });
    throw error;
  }
}

/** Whether data came with the errors, so that a part of the answer can be used. */
export function hasPartialData(error: unknown): error is AnswerWithErrors & { readonly data: object } {
  return error instanceof AnswerWithErrors && typeof error.data === 'object' && error.data !== null;
}
