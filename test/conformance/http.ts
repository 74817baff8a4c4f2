import { Agent, request, type ClientRequest, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';

/** One HTTP request, as the check wants it on the wire. */
export interface Sent {
  readonly method?: 'GET' | 'POST' | 'PUT';
  /** With a leading slash. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** What came back. */
export interface Heard {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** Whether the connection had served a request before. */
  readonly isReused: boolean;
}

/** The server closed the connection, or said nothing in time. */
export class NoAnswer extends Error {}

const ANSWER_MS = 15_000;

/** One kept-alive connection at a time to one server, by Node's own HTTP: none of the project's client takes part. */
export class HttpPeer {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 8, maxFreeSockets: 1 });
  private readonly url: string;

  constructor(url: string) {
    this.url = url.replace(/\/+$/, '');
  }

  /**
   * One exchange. On a connection that the server closed after its last answer the request is sent once more, on a new one.
   * @param signal of a caller that leaves
   * @throws NoAnswer
   */
  async send(sent: Sent, signal?: AbortSignal): Promise<Heard> {
    const limit = AbortSignal.timeout(ANSWER_MS);
    const either = signal ? AbortSignal.any([limit, signal]) : limit;
    try {
      return await this.exchange(sent, either, true);
    } catch (error) {
      if (limit.aborted) throw new NoAnswer(`no answer in ${ANSWER_MS / 1000} s`, { cause: error });
      if (signal?.aborted) throw new NoAnswer('the caller left', { cause: error });
      throw new NoAnswer('the connection was closed without an answer', { cause: error });
    }
  }

  close(): void {
    this.agent.destroy();
  }

  private async exchange(sent: Sent, signal: AbortSignal, mayRetry: boolean): Promise<Heard> {
    const call = this.begin(sent, signal);
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      call.on('response', resolve).on('error', reject);
    }).catch((error: unknown) => {
      if (mayRetry && call.reusedSocket && !signal.aborted) return null;
      throw error;
    });
    if (response === null) return this.exchange(sent, signal, false);
    const chunks: Buffer[] = [];
    for await (const chunk of response) chunks.push(chunk);
    const { statusCode: status = 0, headers } = response;
    return { status, headers, body: Buffer.concat(chunks), isReused: call.reusedSocket };
  }

  private begin({ method, path, headers = {}, body }: Sent, signal: AbortSignal): ClientRequest {
    const bytes = Buffer.from(body ?? '');
    const call = request(this.url + path, {
      method: method ?? (body === undefined ? 'GET' : 'POST'),
      agent: this.agent,
      signal,
      headers: {
        'accept-encoding': 'identity',
        ...headers,
        ...(body !== undefined && { 'content-length': bytes.length }),
      },
    });
    call.end(bytes);
    return call;
  }
}
