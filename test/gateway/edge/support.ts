import { connect } from 'node:net';
import { createHash, randomUUID } from 'node:crypto';
import { Agent, request } from 'undici';
import { expect } from 'vitest';
import { createGateway, type Gateway } from '#gateway';
import { loadConfig, type GatewayConfig } from '#gateway/config';
import { AuditLog, MemoryAuditSink } from '#gateway/audit';
import type { Role } from '#graphql/generated/schema-types';
import { Log } from '#gateway/logging';
import { Calls, ProbeModule } from './probe.module.js';

export const KEYS = {
  reader: 'reader-key-1',
  operator: 'operator-key-1',
  developer: 'developer-key-1',
  administrator: 'administrator-key-1',
} as const;

/** A gateway with a few resolvers, its log and its audit record in memory. */
export interface Edge {
  readonly gateway: Gateway;
  readonly url: string;
  readonly calls: Calls;
  readonly logLines: string[];
  readonly sink: MemoryAuditSink;
  readonly audit: AuditLog;
  readonly agent: Agent;
  close(): Promise<void>;
}

export interface EdgeOptions {
  readonly keys?: boolean;
  readonly limits?: Partial<GatewayConfig['limits']>;
  /** What each key may ask for in a while. */
  readonly perCaller?: GatewayConfig['perCaller'];
}

export async function startEdge({ keys = true, limits = {}, perCaller }: EdgeOptions = {}): Promise<Edge> {
  const base = loadConfig({ TESSERA_PORT: '0', TESSERA_DATA_DIR: '/nonexistent/tessera' });
  const roles: Record<keyof typeof KEYS, Role[]> = {
    reader: ['READER'],
    operator: ['OPERATOR'],
    developer: ['DEVELOPER', 'READER'],
    administrator: ['ADMINISTRATOR'],
  };
  const names = ['reader', 'operator', 'developer', 'administrator'] as const;
  const apiKeys = names.map((name) => ({
    id: `key-${name}`,
    sha256: createHash('sha256').update(KEYS[name]).digest('hex'),
    tenant: 'tenant-a',
    roles: roles[name],
  }));
  const config: GatewayConfig = {
    ...base,
    perCaller,
    apiKeys: keys ? apiKeys : [],
    limits: { ...base.limits, ...limits },
  };
  const calls = new Calls();
  const sink = new MemoryAuditSink();
  const logLines: string[] = [];
  const log = new Log('debug', { write: (line) => void logLines.push(line) });

  const gateway = await createGateway(config, log, {
    auditSink: { useFactory: () => sink },
    modules: () => [ProbeModule.forRoot(calls)],
  });
  const agent = new Agent({ connections: 300 });
  const close = async (): Promise<void> => {
    await agent.close();
    await gateway.close();
  };
  return { gateway, url: gateway.url, calls, logLines, sink, audit: gateway.app.get(AuditLog), agent, close };
}

export interface Answer {
  readonly status: number;
  readonly text: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly ms: number;
  readonly body: {
    /** Empty where the request was refused. */
    readonly data: Readonly<Record<string, unknown>>;
    readonly errors?: readonly {
      readonly message: string;
      readonly path?: readonly (string | number)[];
      readonly extensions: Readonly<Record<string, unknown>>;
    }[];
  };
}

export interface Send {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'OPTIONS' | 'PATCH';
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  readonly key?: string | null;
  readonly signal?: AbortSignal;
}

/** One HTTP request, as it is. */
export async function send(edge: Edge, options: Send): Promise<Answer> {
  const { method = 'POST', path = '/graphql', headers = {}, body, key = KEYS.reader, signal } = options;
  const start = performance.now();
  const response = await request(`${edge.url}${path}`, {
    method,
    dispatcher: edge.agent,
    headers: { ...(key === null ? {} : { authorization: `Bearer ${key}` }), ...headers },
    ...(body === undefined ? {} : { body }),
    ...(signal ? { signal } : {}),
  });
  const text = await response.body.text();
  const ms = performance.now() - start;
  const isJson = String(response.headers['content-type']).includes('json');
  return { status: response.statusCode, text, headers: response.headers, ms, body: isJson ? JSON.parse(text) : {} };
}

/** A GraphQL request by POST. */
export function ask(
  edge: Edge,
  body: Readonly<Record<string, unknown>> | string,
  { key, headers, signal }: Pick<Send, 'key' | 'headers' | 'signal'> = {},
): Promise<Answer> {
  return send(edge, {
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
    ...(key === undefined ? {} : { key }),
    ...(signal ? { signal } : {}),
  });
}

export const GOOD = {
  query: 'query Good($id: ID!) { slide(id: $id) { id widthPx prediction(model: "local:probe/1") { tileCount } } }',
  variables: { id: 'slide-1' },
};

export const canary = (): string => `ZZPHI-${randomUUID()}`;

/** First code of an answer, with its status: `400 BAD_REQUEST`. */
export function outcome(answer: Answer): string {
  return `${answer.status} ${answer.body.errors?.[0]?.extensions['code'] ?? 'OK'}`;
}

/** Writes bytes on a socket of its own and gives back what came until it closed. */
export function raw(edge: Edge, bytes: string | Buffer, waitMs = 3_000): Promise<{ text: string; isClosed: boolean }> {
  const { hostname, port } = new URL(edge.url);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    let text = '';
    const timer = setTimeout(() => done(false), waitMs);
    const done = (isClosed: boolean): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve({ text, isClosed });
    };
    socket.on('data', (chunk) => (text += chunk.toString()));
    socket.on('error', () => {});
    socket.on('close', () => done(true));
    socket.write(bytes);
  });
}

/** The form of every refusal: its code, JSON, the request's id, no data, and nothing of the request or of our insides. */
export function expectRefusal(answer: Answer, expected: string): void {
  expect(outcome(answer)).toBe(expected);
  expect(answer.headers['content-type']).toMatch(/^application\/json/);
  expect(answer.body.data).toBeUndefined();
  expect(answer.body.errors?.length).toBeLessThanOrEqual(5);
  expect(answer.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  for (const error of answer.body.errors ?? []) {
    expect(error.extensions['requestId']).toBe(answer.headers['x-request-id']);
  }
  expect(answer.text).not.toMatch(
    /ZZPHI|call stack|Did you mean|node_modules|\.ts:|\.js:|Apollo Server|Fastify|<html/i,
  );
}

/** The invariants of every case: alive with the same answer as before, silent in log and audit, and the chain whole. */
export async function expectInvariants(edge: Edge, good: string): Promise<void> {
  const again = await ask(edge, GOOD);
  expect(again.text).toBe(good);
  expect(again.ms).toBeLessThan(2_000);
  expect(edge.logLines.join('')).not.toMatch(/ZZPHI/i);
  expect(JSON.stringify(edge.sink.records)).not.toMatch(/ZZPHI/i);
  expect(await edge.audit.verifyChain()).toMatchObject({ kind: 'intact' });
}
