import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { InvalidInferenceMessage } from '#libs/errors';
import { BodyTooLarge, isJsonObject, parseJson } from '#libs/inference-protocol';
import { Refusal } from '../refusal.js';
import { describeModel, describeServer } from './describe.js';
import { infer, type InferContext } from './infer.js';
import { readBody, refuseBrowsers } from './read-request.js';
import { parseRoute, type Route } from './route.js';
import { sendJson } from './send.js';

// Longer than any client keeps an idle socket, so that it is the client who closes.
const KEEP_ALIVE_MS = 65_000;
const SLOWEST_REQUEST_MS = 120_000;
const MAX_INDEX_BODY_BYTES = 4096;
/** How long a refused body may go on. */
const LINGER_MS = 500;
const IDLE_SWEEP_MS = 50;

export interface HttpServerOptions extends InferContext {
  readonly host: string;
  readonly port: number;
  readonly version: string;
  readonly log: (line: string) => void;
}

/** The REST face of Open Inference Protocol v2. */
export class HttpServer {
  private readonly server: Server;
  /** Open connections, with the number of answers that are due on each. */
  private readonly due = new Map<Socket, number>();
  private isDraining = false;

  constructor(private readonly options: HttpServerOptions) {
    this.server = createServer(
      { keepAliveTimeout: KEEP_ALIVE_MS, requestTimeout: SLOWEST_REQUEST_MS, noDelay: true },
      (request, response) => void this.handle(request, response),
    );
    this.server.on('clientError', refuseBrokenHttp);
    this.server.on('connection', (socket) => {
      this.due.set(socket, 0);
      socket.once('close', () => this.due.delete(socket));
    });
  }

  /** Starts to listen. @returns the port @throws the system's error when the address cannot be had */
  async listen(): Promise<number> {
    this.server.listen(this.options.port, this.options.host);
    await once(this.server, 'listening');
    const address = this.server.address();
    return typeof address === 'object' && address !== null ? address.port : this.options.port;
  }

  /** Takes no new inference, lets running requests finish for `drainMs`, then closes what is left. */
  async drain(drainMs: number): Promise<void> {
    this.isDraining = true;
    const closed = new Promise((resolve) => this.server.close(resolve));
    const sweep = setInterval(() => this.closeIdle(), IDLE_SWEEP_MS);
    const timer = setTimeout(() => this.server.closeAllConnections(), drainMs);
    await closed;
    clearInterval(sweep);
    clearTimeout(timer);
  }

  /** Node's own closeIdleConnections leaves those alone that never sent a request. */
  private closeIdle(): void {
    for (const [socket, answers] of this.due) {
      if (answers === 0) socket.destroySoon();
    }
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { socket } = request;
    this.due.set(socket, (this.due.get(socket) ?? 0) + 1);
    response.once('close', () => {
      const answers = this.due.get(socket);
      if (answers !== undefined) this.due.set(socket, answers - 1);
    });
    try {
      refuseBrowsers(request, this.options.host);
      if (this.isDraining) response.setHeader('connection', 'close');
      await this.answer(parseRoute(request.method ?? '', request.url ?? ''), request, response);
    } catch (error) {
      refuse(request, response, this.toRefusal(error));
    }
  }

  private answer(route: Route, request: IncomingMessage, response: ServerResponse): Promise<void> | void {
    const { repository } = this.options;
    switch (route.kind) {
      case 'server-metadata':
        return sendJson(response, 200, describeServer(this.options.version));
      case 'server-live':
        return sendJson(response, 200, { live: true });
      case 'server-ready': {
        const ready = repository.isSettled && !this.isDraining;
        return sendJson(response, ready ? 200 : 503, { ready });
      }
      case 'index':
        return this.answerIndex(request, response);
      case 'model-metadata':
        return sendJson(response, 200, describeModel(repository, route.name, route.version));
      case 'model-ready':
        return sendJson(response, 200, { name: repository.require(route.name, route.version).name, ready: true });
      case 'infer':
        if (this.isDraining) throw new Refusal('draining', 'the server is shutting down');
        return infer(this.options, route, request, response);
    }
  }

  private async answerIndex(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request, MAX_INDEX_BODY_BYTES, 0);
    const filter = body.byteLength === 0 ? {} : parseJson(body);
    const entries = this.options.repository.index();
    const onlyReady = isJsonObject(filter) && filter['ready'] === true;
    sendJson(response, 200, onlyReady ? entries.filter(({ state }) => state === 'READY') : entries);
  }

  /** The one place where errors become refusals with a status. */
  private toRefusal(error: unknown): Refusal {
    if (error instanceof Refusal) return error;
    if (error instanceof InvalidInferenceMessage) return new Refusal('bad-request', error.rule);
    if (error instanceof BodyTooLarge) return new Refusal('too-large', `the body is over ${error.maxBytes} bytes`);
    this.options.log(`a bug: ${error instanceof Error ? (error.stack ?? error.message) : 'not an error'}`);
    return new Refusal('model-failed', 'the server failed; its log says how');
  }
}

function refuse(request: IncomingMessage, response: ServerResponse, refusal: Refusal): void {
  if (refusal.kind === 'client-gone' || response.destroyed) return void response.destroy();
  if (response.headersSent) return void response.destroy();
  if (refusal.kind === 'queue-full' || refusal.kind === 'draining') response.setHeader('retry-after', '1');
  if (!request.complete) lingerOver(request, response);
  sendJson(response, refusal.status, { error: refusal.message });
}

/**
 * The answer goes out while the body is still coming in. A socket that is closed over unread bytes is reset, and the client would see a broken
 * connection in place of the answer: so what comes is discarded, and only a body that outlasts the time is cut off.
 */
function lingerOver(request: IncomingMessage, response: ServerResponse): void {
  request.resume();
  response.once('finish', () => {
    const timer = setTimeout(() => void (request.complete || request.socket.destroySoon()), LINGER_MS);
    request.socket.once('close', () => clearTimeout(timer));
  });
}

function refuseBrokenHttp(error: Error, socket: Socket): void {
  const status =
    'code' in error && error.code === 'HPE_HEADER_OVERFLOW' ? '431 Request Header Fields Too Large' : '400 Bad Request';
  const body = '{"error":"this is not an HTTP/1.1 request that can be read"}';
  if (!socket.writable) return void socket.destroy();
  socket.end(
    `HTTP/1.1 ${status}\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\nconnection: close\r\n\r\n${body}`,
  );
}
