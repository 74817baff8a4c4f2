import type { Socket } from 'node:net';
import { randomUUID } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  BadRequest,
  isDomainError,
  MethodNotAllowed,
  NotFound,
  PayloadTooLarge,
  UnsupportedMediaType,
} from '#libs/errors';
import { describeError, entry, refusalStatus, retryAfter, routeStatus } from './error-body.js';
import { isGraphqlRequest } from './graphql-request.js';

/** Long enough for the answer to arrive before a client that is still sending is cut off. */
const LINGER_MS = 200;
const LARGEST_UNREAD_BYTES = 1_048_576;

/**
 * Answers with an error: JSON `{ errors: [{ message, extensions }] }`, the status of its code, and `retry-after` where the error names it.
 * A connection whose body would not be read to its end is closed.
 */
export function sendError(reply: FastifyReply, error: unknown, requestId: string): void {
  const described = describeError(error, requestId);
  const isGraphql = isGraphqlRequest(reply.request);
  const status = isGraphql ? refusalStatus(described.extensions.code) : routeStatus(described.extensions.code);
  const seconds = retryAfter(described);
  if (seconds !== undefined) void reply.header('retry-after', String(seconds));
  if (error instanceof MethodNotAllowed) void reply.header('allow', error.allowed.join(', '));
  void reply.header('x-request-id', requestId).header('cache-control', 'no-store');
  const body = JSON.stringify({ errors: [described] });
  if (hasUnreadBody(reply.request)) return sendAndClose(reply, status, body);
  void reply.code(status).header('content-type', 'application/json; charset=utf-8').send(body);
}

/** Says what an error of the framework means in our words; domain errors pass through. */
export function translateFrameworkError(error: unknown): unknown {
  if (isDomainError(error)) return error;
  switch (statusOf(error)) {
    case 404:
      return new NotFound('route');
    case 405:
      return new MethodNotAllowed(['GET']);
    case 413:
      return new PayloadTooLarge(LARGEST_UNREAD_BYTES);
    case 415:
      return new UnsupportedMediaType('This route takes no body of that type.');
    case 400:
    case 414:
      return new BadRequest('The request cannot be read: its URL or its headers are broken.');
    default:
      return error;
  }
}

/** For requests that Node could not even parse: there is only a socket to write to. */
export function answerBrokenRequest(error: Error, socket: Socket): void {
  if (!socket.writable || ('code' in error && error.code === 'ECONNRESET')) return void socket.destroy();
  const isHeaderOverflow = 'code' in error && error.code === 'HPE_HEADER_OVERFLOW';
  const status = isHeaderOverflow ? '431 Request Header Fields Too Large' : '400 Bad Request';
  const message = isHeaderOverflow
    ? 'The headers are too large.'
    : 'The request is not HTTP that can be read, or too slow.';
  const body = JSON.stringify({ errors: [entry(message, 'BAD_REQUEST', randomUUID())] });
  const head = `content-type: application/json; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close`;
  socket.end(`HTTP/1.1 ${status}\r\n${head}\r\n\r\n${body}`);
}

function statusOf(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  if ('getStatus' in error && typeof error.getStatus === 'function') return Number(error.getStatus());
  return 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : undefined;
}

/** A small rest is read and dropped by Node, so that the connection can be used again; a large or open-ended one is not. */
function hasUnreadBody(request: FastifyRequest): boolean {
  if (request.raw.complete) return false;
  const isOpenEnded = request.headers['transfer-encoding'] !== undefined;
  return isOpenEnded || Number(request.headers['content-length'] ?? 0) > LARGEST_UNREAD_BYTES;
}

// The whole answer goes out with its length, then the connection ends: a reset would otherwise overtake the answer.
function sendAndClose(reply: FastifyReply, status: number, body: string): void {
  const { raw, request } = reply;
  const headers = { ...reply.getHeaders(), 'content-type': 'application/json; charset=utf-8', connection: 'close' };
  reply.hijack();
  request.raw.pause();
  for (const [name, value] of Object.entries(headers)) if (value !== undefined) raw.setHeader(name, value);
  raw.writeHead(status, { 'content-length': Buffer.byteLength(body) });
  raw.write(body);
  setTimeout(() => {
    raw.end();
    request.raw.socket.destroy();
  }, LINGER_MS);
}
