import { readFileSync, readdirSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { Lexer, Source, TokenKind, buildSchema, execute, parse, validate, type GraphQLSchema } from 'graphql';
import { fakeAlignment, fakeAlignments } from './fake-alignment.js';
import { COHORT_JOB, fakeCohortJob, fakeCohorts } from './fake-cohorts.js';
import { fakeAcceptance, fakeChanges, fakeModels, fakeVersions, fakeSources, fakeVersion } from './fake-models.js';
import { refusal, type FakeBehaviour } from './fake-parts.js';
import { fakeMeasurementJob, fakeSpatial, MEASUREMENT_JOB } from './fake-spatial.js';
import { FakeWorld } from './fake-world.js';

export interface FakeGatewayOptions extends Partial<FakeBehaviour> {
  /** Demanded of every request when set. */
  readonly apiKey?: string;
  /** The folder of the SDL. */
  readonly schemaDirectory?: string;
  /** Answers every request so, instead of as a gateway. */
  readonly respond?: (request: IncomingMessage, response: ServerResponse) => void;
  readonly port?: number;
}

export interface FakeGateway {
  readonly url: string;
  readonly world: FakeWorld;
  /** Every operation that arrived. */
  readonly operations: { readonly operationName: string; readonly query: string; readonly variables: unknown }[];
  /** Waited for before an operation is carried out, when set. */
  beforeAnswer: ((body: Body) => Promise<void> | undefined) | null;
  close(): Promise<void>;
}

/** A gateway of the real schema with hand-made answers: for tests of its clients. It keeps the API's limits on tokens and aliases. */
export async function startFakeGateway(options: FakeGatewayOptions = {}): Promise<FakeGateway> {
  const schema = readSchema(options.schemaDirectory ?? join(process.cwd(), 'graphql/schema'));
  const world = new FakeWorld({ jobLooks: 3, slideNames: ['her2st C6'], prepared: [], ...options });
  const operations: FakeGateway['operations'] = [];
  const server = createServer((request, response) => {
    if (options.respond) return options.respond(request, response);
    if (options.apiKey && request.headers.authorization !== `Bearer ${options.apiKey}`) {
      return send(response, 401, { errors: [refusal('UNAUTHENTICATED', 'Send a valid API key.').toJSON()] });
    }
    if (request.method === 'GET') return serveFile(request.url ?? '', response);
    return void answer(request, response, async (body) => {
      operations.push(body);
      await gateway.beforeAnswer?.(body);
      return run(schema, world, body);
    });
  });
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const gateway: FakeGateway = {
    beforeAnswer: null,
    url: `http://127.0.0.1:${port}`,
    world,
    operations,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return gateway;
}

interface Body {
  readonly operationName: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  work: (body: Body) => unknown,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const result = await work(JSON.parse(Buffer.concat(chunks).toString('utf8')));
  const hasData = typeof result === 'object' && result !== null && 'data' in result;
  send(response, hasData ? 200 : 400, result);
}

function run(schema: GraphQLSchema, world: FakeWorld, { query, operationName, variables }: Body): unknown {
  const limit = brokenLimit(query);
  if (limit)
    return { errors: [refusal('OPERATION_LIMIT_EXCEEDED', 'The operation is too large.', { limit }).toJSON()] };
  const document = parse(query);
  const problems = validate(schema, document);
  if (problems.length > 0) {
    return { errors: problems.map((problem) => refusal('GRAPHQL_VALIDATION_FAILED', problem.message).toJSON()) };
  }
  const rootValue = {
    viewer: { id: 'local', tenant: 'default', roles: ['ADMINISTRATOR'] },
    slide: (args: { id: string }) => ({ ...world.slide(args), alignment: () => fakeAlignment }),
    slideCatalog: world.slideCatalog.bind(world),
    addSlide: world.addSlide.bind(world),
    prepareFeatures: world.prepareFeatures.bind(world),
    importFeatures: world.importFeatures.bind(world),
    ...fakeCohorts,
    ...fakeAlignments,
    ...fakeSpatial,
    job: (args: { id: string }) => fixedJobs[args.id] ?? world.job(args),
    jobs: world.jobPage.bind(world),
    cancelJob: world.cancelJob.bind(world),
    answer: world.answer.bind(world),
    modelVersion: ({ ref }: { ref: string }) => fakeVersion(ref),
    acceptLicence: fakeAcceptance,
    modelVersions: fakeVersions,
    modelVersionChanges: fakeChanges,
    registeredModels: fakeModels,
    registrySources: fakeSources,
    syncRegistry: fakeSources,
  };
  return execute({ schema, document, rootValue, operationName, variableValues: variables });
}

/** Jobs that are done when they are first looked at. */
const fixedJobs: Readonly<Record<string, object>> = {
  [COHORT_JOB]: fakeCohortJob,
  [MEASUREMENT_JOB]: fakeMeasurementJob,
};

function brokenLimit(query: string): string | null {
  const lexer = new Lexer(new Source(query));
  let tokens = 0;
  while (lexer.advance().kind !== TokenKind.EOF) tokens += lexer.token.kind === TokenKind.COMMENT ? 0 : 1;
  if (tokens > 1000) return 'tokens';
  return (query.match(/^\s*\w+: \w+\(/gm) ?? []).length > 15 ? 'aliases' : null;
}

function readSchema(directory: string): GraphQLSchema {
  const files = readdirSync(directory).filter((name) => name.endsWith('.graphql'));
  return buildSchema(files.map((name) => readFileSync(join(directory, name), 'utf8')).join('\n'));
}

function serveFile(path: string, response: ServerResponse): void {
  if (path.startsWith('/heat-maps/')) return void response.end(Buffer.from('89504e470d0a1a0a', 'hex'));
  if (path === '/arrays/embedding.npy') return void response.end(npyOf([1.5, -2, 0.25]));
  send(response, 404, { errors: [refusal('NOT_FOUND', 'There is no such array, or it is not yours.').toJSON()] });
}

/** Version 1.0, written by hand from the format's description. */
function npyOf(values: readonly number[]): Buffer {
  const header = `{'descr': '<f4', 'fortran_order': False, 'shape': (${values.length},), }`.padEnd(117) + '\n';
  const head = Buffer.from([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0, header.length, 0]);
  return Buffer.concat([head, Buffer.from(header, 'latin1'), Buffer.from(Float32Array.from(values).buffer)]);
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
