import type { FastifyRequest } from 'fastify';
import { BadRequest, MethodNotAllowed, UnsupportedMediaType } from '#libs/errors';
import { parseJsonObject } from './json-body.js';

export const GRAPHQL_PATH = '/graphql';

// A browser sends these only after asking, and this gateway never agrees: a page of another site cannot make a GET query.
const PREFLIGHT_HEADERS = ['apollo-require-preflight', 'x-apollo-operation-name'];

/** Whether the router takes it for GraphQL, however the path is written, or would if the method were another. */
export function isGraphqlRequest(request: FastifyRequest): boolean {
  return request.routeOptions.url === GRAPHQL_PATH || request.url.split('?', 1)[0] === GRAPHQL_PATH;
}

/**
 * What can be said of a GraphQL request before its body is read.
 * @throws MethodNotAllowed, BadRequest, UnsupportedMediaType
 */
export function checkGraphqlHead(request: FastifyRequest): void {
  if (request.method !== 'GET' && request.method !== 'POST') throw new MethodNotAllowed(['GET', 'POST']);
  if (request.method === 'GET' && !PREFLIGHT_HEADERS.some((name) => Boolean(request.headers[name]))) {
    throw new BadRequest('A query by GET needs the header `apollo-require-preflight` with any value.');
  }
  if (request.method === 'POST' || request.headers['content-type'] !== undefined) {
    checkContentType(request.headers['content-type'] ?? '');
  }
  checkAccept(request.headers.accept);
}

function checkContentType(header: string): void {
  const [essence = '', ...parameters] = header.split(';').map((part) => part.trim().toLowerCase());
  if (essence !== 'application/json') throw new BadRequest('Send the request as `content-type: application/json`.');
  const charset = parameters.find((parameter) => parameter.startsWith('charset='))?.slice('charset='.length);
  if (charset === undefined || /^"?utf-?8"?$/.test(charset)) return;
  throw new UnsupportedMediaType('The only character set that is read is UTF-8.');
}

function checkAccept(header: string | undefined): void {
  if (header === undefined || /(?:application|\*)\/(?:json|graphql-response\+json|\*)/i.test(header)) return;
  throw new BadRequest('The header `accept` must allow application/json.');
}

/** @throws BadRequest when a body is no GraphQL request */
export function checkGraphqlBody(body: Readonly<Record<string, unknown>>): void {
  const { query, operationName, variables, extensions } = body;
  requireType('query', query === undefined || query === null || typeof query === 'string', 'text');
  requireType('operationName', isAbsent(operationName) || typeof operationName === 'string', 'text');
  requireType('variables', isAbsent(variables) || isObject(variables), 'an object');
  requireType('extensions', isAbsent(extensions) || isObject(extensions), 'an object');
  const persisted = isObject(extensions) ? extensions['persistedQuery'] : undefined;
  if (persisted !== undefined) checkPersistedQuery(persisted);
  else if (typeof query !== 'string' || query === '')
    throw new BadRequest('`query` must be there: a GraphQL document.');
}

/** @throws BadRequest when the parameters of a GET are no GraphQL request */
export function checkGraphqlParameters(url: string, mostNesting: number): void {
  const parameters = new URLSearchParams(url.includes('?') ? url.slice(url.indexOf('?') + 1) : '');
  const body: Record<string, unknown> = {};
  for (const name of ['query', 'operationName', 'variables', 'extensions']) {
    const values = parameters.getAll(name);
    if (values.length > 1) throw new BadRequest(`The parameter \`${name}\` may stand once.`);
    const [value] = values;
    if (value === undefined) continue;
    const isJson = name === 'variables' || name === 'extensions';
    body[name] = isJson ? parseJsonObject(Buffer.from(value), mostNesting) : value;
  }
  checkGraphqlBody(body);
}

function checkPersistedQuery(persisted: unknown): void {
  const hash = isObject(persisted) && persisted['version'] === 1 ? persisted['sha256Hash'] : undefined;
  if (typeof hash === 'string' && /^[0-9a-f]{64}$/.test(hash)) return;
  throw new BadRequest(
    '`extensions.persistedQuery` must hold `version` 1 and `sha256Hash`, 64 lower-case hexadecimal digits.',
  );
}

function requireType(name: string, isRight: boolean, expected: string): void {
  if (!isRight) throw new BadRequest(`\`${name}\` must be ${expected}.`);
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
