import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { BadRequest, Cancelled, Forbidden, ShuttingDown, UnsupportedMediaType } from '#libs/errors';
import type { Authenticator, Caller } from '#gateway/access';
import type { GatewayConfig } from '#gateway/config';
import type { CallerLimits } from '#gateway/shared-state';
import type { ActiveRequests } from './active-requests.js';
import type { Admission, Release } from './admission.js';
import { describeError, refusalStatus, UNDESCRIBED } from './error-body.js';
import { checkGraphqlBody, checkGraphqlHead, checkGraphqlParameters, isGraphqlRequest } from './graphql-request.js';
import { parseJsonObject } from './json-body.js';
import { readBody } from './read-body.js';
import { openScope, readTimeout, RequestScope, requestScope } from './request-scope.js';
import type { Metrics } from './metrics.js';

/** The one route whose body is a file. */
const UPLOADS_PATH = '/uploads';

/** What the front needs. */
export interface FrontServices {
  readonly config: GatewayConfig;
  readonly authenticator: Authenticator;
  readonly active: ActiveRequests;
  readonly admission: Admission;
  readonly metrics: Metrics;
  readonly limits: CallerLimits;
}

/**
 * What every request meets before any route: an id and a deadline, the guard of a gateway without keys, and on `/graphql` the checks of
 * method, headers and caller, and the reading of the body within its limits. Whatever makes work waits for a place.
 */
export function registerFront(fastify: FastifyInstance, services: FrontServices): void {
  const places = new WeakMap<object, Release>();
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', async (request: FastifyRequest) => readJsonBody(request, services));
  fastify.addContentTypeParser('application/octet-stream', async (request: FastifyRequest, body: Readable) =>
    streamOf(request, body),
  );
  fastify.addHook('onRequest', (request, reply, done) => {
    begin(request, reply, services);
    refuseEarly(request, services);
    done();
  });
  fastify.addHook('onSend', async (request, reply, payload) => {
    places.get(request.raw)?.(); // the work is done: who reads the answer slowly holds no place
    return describeLibraryError(request, reply, payload);
  });
  fastify.addHook('preHandler', async (request, reply) => {
    if (!takesPlace(request)) return;
    if (isGraphqlRequest(request) && request.method === 'GET')
      checkGraphqlParameters(request.url, services.config.limits.jsonNesting);
    const caller = callerOf(request);
    if (caller) await services.limits.takeRequest(caller);
    const release = await services.admission.enter(requestScope(request).signal);
    places.set(request.raw, release);
    if (reply.raw.destroyed) release();
    else reply.raw.once('close', release);
  });
}

function begin(request: FastifyRequest, reply: FastifyReply, services: FrontServices): void {
  const { config, authenticator, active, metrics } = services;
  const scope = new RequestScope(timeoutOf(request, config.limits.deadlineMs), () =>
    authenticator.authenticate(request.headers.authorization),
  );
  openScope(request, scope);
  const isCounted = !isProbe(request);
  if (isCounted && !active.isDraining) active.add(scope);
  void reply.header('x-request-id', scope.requestId).header('x-content-type-options', 'nosniff');
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) scope.abort(new Cancelled());
    scope.end();
    active.remove(scope);
    if (isGraphqlRequest(request)) metrics.observe(scope.outcome, (performance.now() - scope.startedAt) / 1_000);
  });
}

// A header that is wrong is refused below, where the scope exists already.
function timeoutOf(request: FastifyRequest, longestMs: number): number {
  try {
    return readTimeout(request.headers['tessera-timeout-ms'], longestMs);
  } catch {
    return longestMs;
  }
}

function refuseEarly(request: FastifyRequest, { config, authenticator, active }: FrontServices): void {
  if (isProbe(request)) return;
  if (active.isDraining) throw new ShuttingDown();
  readTimeout(request.headers['tessera-timeout-ms'], config.limits.deadlineMs);
  if (!URL.canParse(`http://${request.headers.host ?? ''}/`)) throw new BadRequest('The header `host` cannot be read.');
  if (authenticator.isOpen) refuseForeignHost(request.headers.host);
  if (!isGraphqlRequest(request)) return;
  checkGraphqlHead(request);
  requestScope(request).authenticate();
}

// Without keys whoever reaches the port is the administrator. A web page that had its own name resolved to this machine must not be:
// the name that the browser believes in is in the header `host`.
function refuseForeignHost(host: string | undefined): void {
  const name = (host ?? '').replace(/:\d+$/, '').toLowerCase();
  const isThisMachine = name === 'localhost' || name === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(name);
  if (!isThisMachine) throw new Forbidden('READER');
}

// Whoever watches the gateway must see it when it is full.
function takesPlace(request: FastifyRequest): boolean {
  return !isProbe(request) && request.routeOptions.url !== '/metrics';
}

/** Who asks, or null: whom nobody knows is refused by the route, or it is one that asks for nobody. */
function callerOf(request: FastifyRequest): Caller | null {
  try {
    return requestScope(request).authenticate();
  } catch {
    return null;
  }
}

function isProbe(request: FastifyRequest): boolean {
  return request.routeOptions.url?.startsWith('/health/') ?? false;
}

async function readJsonBody(request: FastifyRequest, { config }: FrontServices): Promise<unknown> {
  const { signal } = requestScope(request);
  const { limits } = config;
  const encoding = request.headers['content-encoding'];
  const bytes = await readBody(request.raw, encoding, limits, Number(request.headers['content-length'] ?? 0), signal);
  if ('rawBody' in request.routeOptions.config) return bytes;
  const body = parseJsonObject(bytes, limits.jsonNesting);
  if (isGraphqlRequest(request)) checkGraphqlBody(body);
  return body;
}

/** A body that its route reads piece by piece, within a limit of its own. */
function streamOf(request: FastifyRequest, body: Readable): Readable {
  if (request.routeOptions.url !== UPLOADS_PATH) {
    throw new UnsupportedMediaType('Send a body of JSON, with the header `content-type: application/json`.');
  }
  return body;
}

/** The server library answers a few broken requests by itself. They leave in our words, with the request's id. */
function describeLibraryError(request: FastifyRequest, reply: FastifyReply, payload: unknown): unknown {
  if (typeof payload !== 'string' || !payload.startsWith(`{"errors":[{"message":"${UNDESCRIBED}"`)) return payload;
  const { requestId, outcome } = requestScope(request);
  const isRefusal = reply.statusCode >= 400 && reply.statusCode < 500;
  const error = isRefusal ? new BadRequest('The request is not one that this gateway understands.') : undefined;
  const described = describeError(error, requestId);
  outcome.code = described.extensions.code;
  void reply.code(refusalStatus(described.extensions.code)).removeHeader('content-length');
  return JSON.stringify({ errors: [described] });
}
