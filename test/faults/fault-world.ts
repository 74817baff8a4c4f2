import { DEMO_MODELS, type GraphQLFault, openTestGateway, type TestGateway } from '#test/open-test-gateway';
import { type Json } from '#test/json';
import { type MadeSlide, SlideMaker } from '#test/many-slides';
import { storeKinds } from '#test/stores';

/** One prediction, as a caller sees it. */
export interface Outcome {
  readonly prediction: Json;
  /** Code of its error; null for an answer. */
  readonly code: string | null;
  readonly error: GraphQLFault | null;
  readonly ms: number;
}

/** A server, and the versions on it. */
export interface Placed {
  readonly id: string;
  readonly url: string;
  /** Certificates to trust, in PEM. */
  readonly ca?: string;
  /** As `demo-dense-focus/2`; the server knows them by the same names. */
  readonly models: readonly string[];
}

/** A gateway whose model servers fail as a test wants. */
export interface FaultWorld {
  readonly gateway: TestGateway;
  readonly maker: SlideMaker;
  predict(slide: MadeSlide, model: string, timeoutMs?: number, signal?: AbortSignal): Promise<Outcome>;
  server(id: string): Promise<Json>;
  close(): Promise<void>;
}

const QUERY = `query P($id: ID!, $model: ModelRef!) { slide(id: $id) { prediction(model: $model) {
  targets { ... on BinaryCall { logit } } provenance { isReused server { id reportedVersion } } } } }`;
const SERVERS = `{ modelServers { id state breaker inFlight queued calls errors { code count }
  placements { model state reason breaker } } }`;

export async function openFaultWorld(
  servers: readonly Placed[],
  limits: Partial<TestGateway['config']['limits']> = {},
): Promise<FaultWorld> {
  const modelServers = servers.map(({ id, url, ca, models }) => ({
    ...{ id, url, placements: models.map(placementOf) },
    ...(ca === undefined ? {} : { tls: { ca } }),
  }));
  // Whatever the store is, the road to the model servers is the same.
  const [kind] = storeKinds;
  if (!kind) throw new Error('a store was expected');
  const gateway = await openTestGateway(kind, { modelServers, modelDirs: [DEMO_MODELS], limits });
  const maker = await SlideMaker.of(gateway);
  const { url } = gateway.gateway;
  return {
    gateway,
    maker,
    predict: ({ id }, model, timeoutMs, signal) => predict(url, { id, model: `local:${model}` }, timeoutMs, signal),
    server: async (id) => {
      const { modelServers: all } = await gateway.data(SERVERS);
      return all.find((server: Json) => server.id === id);
    },
    close: () => gateway.close(),
  };
}

function placementOf(ref: string) {
  const [name = '', version = ''] = ref.split('/');
  return { model: `local:${ref}`, as: { name, version } };
}

async function predict(
  url: string,
  variables: { readonly id: string; readonly model: string },
  timeoutMs = 10_000,
  signal: AbortSignal | null = null,
): Promise<Outcome> {
  const startedAt = performance.now();
  const answer = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'tessera-timeout-ms': String(timeoutMs) },
    body: JSON.stringify({ query: QUERY, variables }),
    signal,
  });
  const { data, errors = [] } = JSON.parse(await answer.text());
  const error: GraphQLFault | null = errors[0] ?? null;
  const ms = performance.now() - startedAt;
  const code = error ? String(error.extensions['code']) : null;
  return { prediction: data?.slide?.prediction ?? null, code, error, ms };
}
