import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { afterEach } from 'vitest';
import { InferenceClient } from '#libs/inference-client';
import { type Clock } from '../clock.js';
import { GuardedServer } from '../guarded-server.js';
import { type Resilience } from '../resilience.js';

/** What a fake server does with an inference; `answer` is the good one. */
export type Behaviour = (answer: () => void, response: ServerResponse) => void;

/** A fake model server, for faults that a real one does not give when asked to. */
export interface FakeModelServer {
  readonly guarded: GuardedServer;
  readonly url: string;
  /** Inferences that arrived. */
  readonly infers: () => number;
  /** Inferences whose caller went away before the answer. */
  readonly abandoned: () => number;
  behave(behaviour: Behaviour): void;
  /** Other paths than inference, by path; 404 unless given. */
  tell(path: string, body: unknown): void;
}

export const GOOD: Behaviour = (answer) => answer();
export const failing =
  (status: number): Behaviour =>
  (_answer, response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end('{"error":"no"}');
  };
export const SILENT: Behaviour = () => undefined;

const RULES: Resilience = {
  breaker: { windowMs: 10_000, minCalls: 20, failurePercent: 50, openMs: 5_000 },
  retry: { windowMs: 10_000, percent: 20, perSecond: 10 },
  hedgeAfterMs: null,
};

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

export async function fakeModelServer(
  id: string,
  clock: Clock,
  resilience: Partial<Resilience> = {},
): Promise<FakeModelServer> {
  let behaviour = GOOD;
  let infers = 0;
  let abandoned = 0;
  const told = new Map<string, unknown>([['/v2', { name: 'fake', version: '1', extensions: [] }]]);
  const server = createServer((request, response) => {
    if (!request.url?.endsWith('/infer')) return tellOf(told, request, response);
    infers += 1;
    response.on('close', () => response.writableFinished || (abandoned += 1));
    request.resume().on('end', () => behaviour(() => answerInfer(request, response), response));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const url = `http://127.0.0.1:${port}`;
  const client = new InferenceClient({ id, url, transport: 'json' });
  const guarded = new GuardedServer(
    { id, client: () => client, close: () => client.close() },
    { ...RULES, ...resilience },
    clock,
  );
  closers.push(async () => {
    await client.close();
    server.closeAllConnections();
    server.close();
  });
  return {
    guarded,
    url,
    infers: () => infers,
    abandoned: () => abandoned,
    behave: (next) => (behaviour = next),
    tell: (path, body) => void told.set(path, body),
  };
}

function tellOf(told: ReadonlyMap<string, unknown>, request: IncomingMessage, response: ServerResponse): void {
  request.resume();
  const body = told.get(request.url ?? '');
  if (body === undefined) return void response.writeHead(404).end('{"error":"unknown model"}');
  response.end(JSON.stringify(body));
}

function answerInfer({ url = '' }: IncomingMessage, response: ServerResponse): void {
  const [, , , name, , version] = url.split('/');
  const outputs = [{ name: 'Y', datatype: 'FP32', shape: [1, 2], data: [3, -4] }];
  response.end(JSON.stringify({ model_name: name, model_version: version, outputs }));
}
