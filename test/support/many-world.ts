import { expect } from 'vitest';
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

/** The fields of a prediction that the tests read. */
export const PREDICTION = `fragment P on SlidePrediction { tileCount domain { distance percentile }
  targets { call ... on BinaryCall { logit probability } } provenance { answerId isReused } }`;
/** Two versions of one model side by side, over many slides. */
export const TWO = `${PREDICTION} query Two($ids: [ID!]!) { slides(ids: $ids) { id
  first: prediction(model: "local:demo-dense-focus/1") { ...P } second: prediction(model: "local:demo-dense-focus/2") { ...P } } }`;
export const VERSIONS = ['first', 'second'] as const;
/** The models that the watched server runs, by the names that queries give them. */
export const MODELS = { first: 'demo-dense-focus/1', second: 'demo-dense-focus/2', mean: 'demo-lite0-mean/1' } as const;

export const idsOf = (slides: readonly MadeSlide[]): readonly string[] => slides.map(({ id }) => id);

/** Nothing is missing, and nothing is an error. */
export function expectWhole({ data, errors }: Pick<TimedReply, 'data' | 'errors'>, fields: readonly string[]): void {
  expect(errors).toEqual([]);
  for (const slide of data.slides) for (const field of fields) expect(slide[field]).not.toBeNull();
}

/** @param serverUrl a real model server, which runs the demonstration models */
export async function openManyWorld(kind: StoreKind, serverUrl: string, count: number): Promise<ManyWorld> {
  const watched = await WatchedModelServer.before(serverUrl);
  const placements = Object.values(MODELS).map((ref) => {
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
