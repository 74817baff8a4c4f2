import { randomUUID } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import type { IncomingMessage } from 'node:http';
import type { FastifyRequest } from 'fastify';
import { BadRequest, DeadlineExceeded, type DomainError } from '#libs/errors';
import { requireRole, type Caller } from '#gateway/access';
import type { Role } from '#graphql/generated/schema-types';

/** What belongs to one request from its headers to its last byte: an id, a deadline, a signal, and who asks. */
export class RequestScope {
  readonly requestId = randomUUID();
  readonly startedAt = performance.now();
  /** End of the request's time, in milliseconds since the epoch. */
  readonly deadlineAt: number;
  /** Rejects when the signal aborts, with the same reason. */
  readonly expired: Promise<never>;
  /** What metrics say of the request in the end. */
  readonly outcome: { kind: string; code: string } = { kind: 'none', code: 'OK' };
  private readonly controller = new AbortController();
  private readonly timer: NodeJS.Timeout;

  /** @param authenticate finds out who asks; called where it matters, for not every route needs it */
  constructor(
    readonly timeoutMs: number,
    readonly authenticate: () => Caller,
  ) {
    this.deadlineAt = Date.now() + timeoutMs;
    // Every field of an operation listens; Node would call more than ten of them a leak.
    setMaxListeners(0, this.signal);
    this.expired = new Promise((_, reject) => {
      this.signal.addEventListener('abort', () => reject(this.signal.reason), { once: true });
    });
    this.expired.catch(() => {}); // nobody may be waiting for it
    this.timer = setTimeout(() => this.abort(new DeadlineExceeded(timeoutMs)), timeoutMs);
  }

  /** Aborts when the client goes away, the time is over, or the gateway stops waiting at its own end. */
  get signal(): AbortSignal {
    return this.controller.signal;
  }

  abort(reason: DomainError): void {
    this.controller.abort(reason);
  }

  end(): void {
    clearTimeout(this.timer);
  }
}

// By the raw message, which hooks, parsers, controllers and GraphQL all see.
const scopes = new WeakMap<IncomingMessage, RequestScope>();

export function openScope(request: FastifyRequest, scope: RequestScope): void {
  scopes.set(request.raw, scope);
}

/** The scope of a request that came in by the front. */
export function requestScope(request: FastifyRequest): RequestScope {
  const scope = scopes.get(request.raw);
  if (!scope) throw new Error('the request did not come in by the front');
  return scope;
}

/** The id of a request; a fresh one where it never reached the front, as with a URL that cannot be read. */
export function requestIdOf(request: FastifyRequest): string {
  return scopes.get(request.raw)?.requestId ?? randomUUID();
}

/**
 * Who asks, by the same rule as on `/graphql`. For HTTP routes: call it first.
 * @throws Unauthenticated, Forbidden
 */
export function authenticateRequest(request: FastifyRequest, role: Role = 'READER'): Caller {
  const caller = requestScope(request).authenticate();
  requireRole({ caller }, role);
  return caller;
}

/**
 * The time of a request: the header `tessera-timeout-ms` may lower it, never raise it.
 * @throws BadRequest when the header is no whole number of at least 1
 */
export function readTimeout(header: string | readonly string[] | undefined, longestMs: number): number {
  if (header === undefined) return longestMs;
  if (typeof header !== 'string' || !/^[1-9][0-9]{0,8}$/.test(header)) {
    throw new BadRequest('The header `tessera-timeout-ms` must be a whole number of milliseconds, at least 1.');
  }
  return Math.min(Number(header), longestMs);
}
