import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Agent, request } from 'undici';
import { DataSource } from 'typeorm';
import type { Role } from '#graphql/generated/schema-types';
import { type Gateway, openGateway } from '#gateway';
import { loadConfig, type GatewayConfig } from '#gateway/config';
import { Log } from '#gateway/logging';
import { Fleet, Router } from '#gateway/routing';
import { ModelRegistry } from '#model-registry';
import { countStatements, type Statements } from './statements.js';
import type { StoreKind, TestStore } from './stores.js';
import { type Json } from './json.js';

export const DEMO_SLIDES = join(process.cwd(), 'demo/slides');
export const DEMO_MODELS = join(process.cwd(), 'model-registry/models');
export const REFERENCE = join(process.cwd(), 'test/fixtures/reference');

/** One error of a GraphQL answer. */
export interface GraphQLFault {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: Readonly<Record<string, Json>>;
}

/** An answer as it came; `data` is not typed, for the tests say what they expect of it. */
export interface Reply {
  readonly status: number;
  readonly text: string;
  readonly data: Json;
  readonly errors: readonly GraphQLFault[];
}

export interface FileReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly bytes: Buffer;
}

export interface TestGatewayOptions {
  /** Further folders under which slides and feature files may lie; `<store>/slides`, the demonstration slides and the reference always are. */
  readonly slideRoots?: readonly string[];
  readonly modelDirs?: readonly string[];
  /** Keys by name: the key is `<name>-key`, the tenant is the name up to the first dash. Without any, the gateway serves one person. */
  readonly keys?: Readonly<Record<string, readonly Role[]>>;
  /** What the operator allows; all, unless stated. */
  readonly licences?: Partial<GatewayConfig['licences']>;
  /** Aliases that take two people. */
  readonly approvals?: readonly string[];
  /** Model servers that stand where the embedded one would; with none given, it runs. */
  readonly modelServers?: GatewayConfig['modelServers'];
  /** Limits that are not the standard ones. */
  readonly limits?: Partial<GatewayConfig['limits']>;
  /** A table of gene symbols, as HGNC's complete set; none, unless stated. */
  readonly symbolTable?: string;
  /** More of the configuration file. */
  readonly file?: Readonly<Record<string, unknown>>;
}

/** A whole gateway in this process, with the embedded model server as its child. */
export interface TestGateway {
  readonly gateway: Gateway;
  readonly config: GatewayConfig;
  /** A folder under which slides may lie, empty at first. */
  readonly slideDir: string;
  readonly logLines: readonly string[];
  readonly statements: Statements;
  /** @param key name of an API key, where the gateway has any */
  ask(query: string, variables?: Readonly<Record<string, unknown>>, key?: string): Promise<Reply>;
  /** As `ask`, and the data. @throws Error with the first error's code */
  data(query: string, variables?: Readonly<Record<string, unknown>>, key?: string): Promise<Json>;
  get(path: string, headers?: Readonly<Record<string, string>>, key?: string): Promise<FileReply>;
  close(): Promise<void>;
}

/** Opens a gateway on a new store of the kind; `close` removes both. */
export async function openTestGateway(kind: StoreKind, options: TestGatewayOptions = {}): Promise<TestGateway> {
  const store = await kind.create();
  const slideDir = join(store.dataDir, 'slides');
  await mkdir(slideDir, { recursive: true });
  const config = await configOf(store, slideDir, options);
  const logLines: string[] = [];
  const gateway = await openGateway(config, new Log('info', { write: (line) => void logLines.push(line) }));
  if (config.modelServer === 'embedded') await modelsLoaded(gateway);
  const agent = new Agent();
  const authorization = (key?: string): Record<string, string> =>
    key === undefined ? {} : { authorization: `Bearer ${key}-key` };

  const ask: TestGateway['ask'] = async (query, variables = {}, key) => {
    const { statusCode, body } = await request(`${gateway.url}/graphql`, {
      method: 'POST',
      dispatcher: agent,
      headers: { 'content-type': 'application/json', ...authorization(key) },
      body: JSON.stringify({ query, variables }),
    });
    const text = await body.text();
    const { data, errors = [] } = JSON.parse(text);
    return { status: statusCode, text, data, errors };
  };
  return {
    gateway,
    config,
    slideDir,
    logLines,
    statements: countStatements(gateway.app.get(DataSource, { strict: false })),
    ask,
    data: async (query, variables, key) => {
      const { data, errors } = await ask(query, variables, key);
      if (errors.length > 0) throw new Error(`${errors[0]?.extensions['code']}: ${errors[0]?.message}`);
      return data;
    },
    get: async (path, headers = {}, key) => {
      const {
        statusCode,
        headers: answered,
        body,
      } = await request(`${gateway.url}${path}`, {
        dispatcher: agent,
        headers: { ...headers, ...authorization(key) },
      });
      return { status: statusCode, headers: answered, bytes: Buffer.from(await body.arrayBuffer()) };
    },
    close: async () => {
      await agent.close();
      await gateway.close();
      await store.remove();
    },
  };
}

async function configOf(store: TestStore, slideDir: string, options: TestGatewayOptions): Promise<GatewayConfig> {
  const {
    file = {},
    slideRoots = [],
    modelDirs = [DEMO_MODELS],
    keys = {},
    licences = {},
    approvals = [],
    modelServers,
    limits = {},
    symbolTable,
  } = options;
  const configFile = join(store.dataDir, 'config.json');
  await writeFile(configFile, JSON.stringify(file));
  const symbols = symbolTable === undefined ? {} : { TESSERA_GENE_SYMBOLS: join(store.dataDir, 'symbols.txt') };
  if (symbolTable !== undefined) await writeFile(join(store.dataDir, 'symbols.txt'), symbolTable);
  const config = loadConfig({
    ...symbols,
    TESSERA_CONFIG: configFile,
    TESSERA_PORT: '0',
    TESSERA_DATA_DIR: store.dataDir,
    TESSERA_DATABASE_URL: store.databaseUrl,
    TESSERA_SLIDE_ROOTS: [slideDir, DEMO_SLIDES, REFERENCE, ...slideRoots].join(':'),
    TESSERA_MODEL_DIRS: modelDirs.join(':'),
  });
  const apiKeys = Object.entries(keys).map(([name, roles]) => ({
    id: name,
    sha256: createHash('sha256').update(`${name}-key`).digest('hex'),
    tenant: name.replace(/-.*/, ''),
    roles: [...roles],
  }));
  return {
    ...config,
    apiKeys,
    approvals,
    limits: { ...config.limits, ...limits },
    licences: { ...config.licences, ...licences },
    ...(modelServers ? { modelServers, modelServer: 'none' } : {}),
  };
}

/** The embedded model server loads while the gateway listens already: a test that asks at once would be told to come back. */
async function modelsLoaded({ app }: Gateway): Promise<void> {
  const router = app.get(Router, { strict: false });
  const { models } = app.get(ModelRegistry, { strict: false }).snapshot();
  const signal = AbortSignal.timeout(60_000);
  for (const version of models.flatMap(({ versions }) => versions)) {
    if (!version.card.artifacts.some(({ role }) => role === 'MODEL')) continue;
    const [replica] = router.replicas(version);
    while (!(await replica?.server.client().ready(signal))) await sleep(25, undefined, { signal });
    return looked(app.get(Fleet, { strict: false }), replica?.server.id ?? '', signal);
  }
}

/** Has the fleet seen what is loaded by now. */
async function looked(fleet: Fleet, server: string, signal: AbortSignal): Promise<void> {
  const since = Date.now();
  fleet.lookSoon();
  while ((fleet.lookAt(server)?.at.getTime() ?? 0) < since) await sleep(25, undefined, { signal });
}
