import { type MadeSlide, SlideMaker } from './many-slides.js';
import { openTestGateway, type GraphQLFault, type TestGateway } from './open-test-gateway.js';
import { type Json } from './json.js';
import { type StoreKind } from './stores.js';
import { WatchedModelServer } from './watched-model-server.js';

/** What a request may say beside its query. */
export interface AskOptions {
  /** The request's time. */
  readonly timeoutMs?: number;
  /** Ends the connection. */
  readonly signal?: AbortSignal;
}

export interface TimedReply {
  readonly data: Json;
  readonly errors: readonly GraphQLFault[];
  readonly ms: number;
}

/** A gateway with many slides, its model server watched. */
export interface ManyWorld {
  readonly gateway: TestGateway;
  readonly watched: WatchedModelServer;
  readonly maker: SlideMaker;
  /** All of them can be asked, and each has other features. The first one's are PyTorch's own. */
  readonly slides: readonly MadeSlide[];
  ask(query: string, ids: readonly string[], options?: AskOptions): Promise<TimedReply>;
  close(): Promise<void>;
}

const PLACED = ['demo-dense-focus/1', 'demo-dense-focus/2', 'demo-lite0-mean/1'];

/** @param serverUrl a real model server, which runs the demonstration models */
export async function openManyWorld(kind: StoreKind, serverUrl: string, count: number): Promise<ManyWorld> {
  const watched = await WatchedModelServer.before(serverUrl);
  const placements = PLACED.map((ref) => {
    const [name = '', version = ''] = ref.split('/');
    return { model: `local:${ref}`, as: { name, version } };
  });
  const modelServers = [{ id: 'watched', url: watched.url, placements }];
  const gateway = await openTestGateway(kind, { modelServers });
  const maker = await SlideMaker.of(gateway);
  const slides = [maker.imported, ...(await maker.many(count - 1))];
  return {
    gateway,
    watched,
    maker,
    slides,
    ask: (query, ids, options) => ask(`${gateway.gateway.url}/graphql`, { query, variables: { ids } }, options),
    close: async () => {
      await gateway.close();
      await watched.close();
    },
  };
}

async function ask(url: string, body: object, { timeoutMs, signal }: AskOptions = {}): Promise<TimedReply> {
  const startedAt = performance.now();
  const timeout = timeoutMs === undefined ? {} : { 'tessera-timeout-ms': String(timeoutMs) };
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...timeout },
    body: JSON.stringify(body),
    signal: signal ?? null,
  });
  const { data, errors = [] } = JSON.parse(await answer.text());
  return { data, errors, ms: performance.now() - startedAt };
}
