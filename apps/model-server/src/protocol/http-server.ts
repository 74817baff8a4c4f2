import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Refusal } from '../refusal.js';
import { Metrics } from '../statistics/metrics.js';
import { answer, type AnswerContext } from './answer.js';
import { refuseBrowsers } from './read-request.js';
import { refusalOf } from './refusal-of.js';
import { parseRoute } from './route.js';
import { sendJson } from './send.js';
import type { ServerParts } from './server-parts.js';

// Longer than any client keeps an idle socket, so that it is the client who closes.
const KEEP_ALIVE_MS = 65_000;
const SLOWEST_REQUEST_MS = 120_000;
/** How long a refused body may go on: on a busy machine one of many megabytes that came with nineteen others needs more than half a second. */
const LINGER_MS = 3_000;
const IDLE_SWEEP_MS = 50;

/** The REST face of Open Inference Protocol v2. */
export class HttpServer {
  private readonly server: Server;
  /** Open connections, with the number of answers that are due on each. */
  private readonly due = new Map<Socket, number>();
  private isDraining = false;

  private readonly context: AnswerContext;

  constructor(private readonly parts: ServerParts) {
    this.context = { ...parts, metrics: new Metrics(parts), isDraining: () => this.isDraining };
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
    const { port, host } = this.parts.config;
    this.server.listen(port, host);
    await once(this.server, 'listening');
    const address = this.server.address();
    return typeof address === 'object' && address !== null ? address.port : port;
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
      refuseBrowsers(request, this.parts.config.host);
      if (this.isDraining) response.setHeader('connection', 'close');
      await answer(this.context, parseRoute(request.method ?? '', request.url ?? ''), request, response);
    } catch (error) {
      refuse(request, response, refusalOf(error, this.parts.log));
    }
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
