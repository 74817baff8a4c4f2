import { readFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { z } from 'zod';
import { InvalidConfig } from '#libs/errors';
import { checkTogether } from './check-together.js';
import { parseConfigFile, type ConfigFile } from './gateway.config-file.js';
import { LIMITS, type GatewayLimits } from './gateway.limits.js';
import { loadModelServer, type ModelServerSettings, printableModelServer } from './model-servers.js';
import { packageRoot } from './package-root.js';
import { loadRegistrySource, printableSource, type RegistrySourceSettings } from './registry-sources.js';
import { parseBlobUrl, parseDatabaseUrl, parseRedisUrl } from './store-urls.js';

export type { CallerBudget } from './caller-budget.js';
export { configFileJsonSchema } from './gateway.config-file.js';
export { LIMITS, type GatewayLimits } from './gateway.limits.js';
export { isLoopback } from './loopback.js';
export type { RegistrySourceSettings } from './registry-sources.js';

/** Where the whole configuration is injected. */
export const GATEWAY_CONFIG = Symbol('GatewayConfig');

/** A caller who may come in with a key. */
export type ApiKey = Readonly<ConfigFile['access']['apiKeys'][number]>;

/** The configuration as typed values: read once at the start, frozen. Paths are absolute. */
export interface GatewayConfig {
  readonly host: string;
  /** 0 stands for any free port. */
  readonly port: number;
  readonly role: 'api' | 'worker' | 'all';
  readonly dataDir: string;
  /** PostgreSQL, or undefined for the embedded database. Holds a password: never print it. */
  readonly databaseUrl: string | undefined;
  readonly blobDir: string;
  /** Redis that several gateways share, or undefined. Holds a password: never print it. */
  readonly redisUrl: string | undefined;
  /** What the keys and the channel in Redis begin with. */
  readonly redisPrefix: string;
  readonly slideRoots: readonly string[];
  readonly modelDirs: readonly string[];
  /** HGNC's complete set, as text or gzipped; null: genes are found by the names that models have for them, and by no other. */
  readonly geneSymbols: string | null;
  /** Folders under which directories may lie that are registered. */
  readonly modelRoots: readonly string[];
  readonly modelServer: 'embedded' | 'none';
  /** With their secrets: never print them. */
  readonly modelServers: readonly ModelServerSettings[];
  /** MLflow servers, with their secrets: never print them. */
  readonly registrySources: readonly RegistrySourceSettings[];
  readonly apiKeys: readonly ApiKey[];
  /** What each caller may ask for in a while, where its key states nothing else; undefined is no bound. */
  readonly perCaller: Readonly<ConfigFile['limits']['perCaller']>;
  /** Which licences the operator allows. */
  readonly licences: Readonly<ConfigFile['licences']>;
  /** Aliases that one administrator proposes to move and another one approves. */
  readonly approvals: readonly string[];
  /** How model servers are asked. */
  readonly routing: Readonly<ConfigFile['routing']>;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  readonly limits: GatewayLimits;
}

/** HGNC's table as it ships. */
const GENE_SYMBOLS = 'model-registry/gene-symbols/hgnc.tsv.gz';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the environment and the file that TESSERA_CONFIG names.
 * @throws InvalidConfig that names the variable and the rule, never the value
 */
export function loadConfig(environment: Environment = process.env): GatewayConfig {
  const file = readConfigFile(setting(environment, 'TESSERA_CONFIG'));
  const dataDir = resolve(setting(environment, 'TESSERA_DATA_DIR') ?? 'data');
  const config: GatewayConfig = {
    host: parse(environment, 'TESSERA_HOST', hostName, '127.0.0.1', 'must be a host name or an IP address'),
    port: parse(environment, 'TESSERA_PORT', portNumber, '4000', 'must be a port number from 0 to 65535'),
    role: choice(environment, 'TESSERA_ROLE', ['api', 'worker', 'all'], 'all'),
    dataDir,
    databaseUrl: parseDatabaseUrl(setting(environment, 'TESSERA_DATABASE_URL')),
    blobDir: parseBlobUrl(setting(environment, 'TESSERA_BLOB_URL')) ?? join(dataDir, 'blobs'),
    redisUrl: parseRedisUrl(setting(environment, 'TESSERA_REDIS_URL')),
    redisPrefix: parse(environment, 'TESSERA_REDIS_PREFIX', keyPrefix, 'tessera', PREFIX_RULE),
    slideRoots: folders(environment, 'TESSERA_SLIDE_ROOTS', join(dataDir, 'slides')),
    modelRoots: folders(environment, 'TESSERA_MODEL_ROOTS', join(dataDir, 'models')),
    modelDirs: folders(environment, 'TESSERA_MODEL_DIRS', join(packageRoot(), 'model-registry/models')),
    geneSymbols: setting(environment, 'TESSERA_GENE_SYMBOLS') ?? join(packageRoot(), GENE_SYMBOLS),
    modelServer: choice(environment, 'TESSERA_MODEL_SERVER', ['embedded', 'none'], 'embedded'),
    modelServers: file.modelServers.map((server, i) => loadModelServer(server, i, environment)),
    registrySources: file.registrySources.map((source, i) => loadRegistrySource(source, i, environment)),
    apiKeys: file.access.apiKeys,
    perCaller: file.limits.perCaller,
    licences: file.licences,
    approvals: file.registry.approvals,
    routing: file.routing,
    logLevel: choice(environment, 'TESSERA_LOG_LEVEL', ['debug', 'info', 'warn', 'error', 'silent'], 'info'),
    limits: parseLimits(environment),
  };
  checkTogether(config);
  return deepFreeze(config);
}

/** The configuration as it may be shown: no password, no key digest. */
export function printableConfig(config: GatewayConfig): Readonly<Record<string, unknown>> {
  return {
    ...config,
    databaseUrl: config.databaseUrl === undefined ? 'embedded' : '(set)',
    redisUrl: config.redisUrl === undefined ? 'none' : '(set)',
    modelServers: config.modelServers.map(printableModelServer),
    registrySources: config.registrySources.map(printableSource),
    apiKeys: config.apiKeys.map(({ id, tenant, roles, limits }) => ({ id, tenant, roles, limits })),
  };
}

const hostName = z.string().regex(/^(?:[A-Za-z0-9](?:[A-Za-z0-9.-]{0,252})|[0-9a-fA-F:]{2,45})$/);
const PREFIX_RULE = 'must be 1 to 50 letters, digits or : _ -';
const keyPrefix = z.string().regex(/^[A-Za-z0-9:_-]{1,50}$/);
const digits = z.string().regex(/^[0-9]{1,15}$/);
const portNumber = digits.transform(Number).pipe(z.number().max(65_535));
const positiveInteger = digits.transform(Number).pipe(z.number().min(1));

// An empty variable counts as unset: compose files pass those on.
function setting(environment: Environment, name: string): string | undefined {
  return environment[name] === '' ? undefined : environment[name];
}

function parse<T>(environment: Environment, name: string, schema: z.ZodType<T>, standard: string, rule: string): T {
  const result = schema.safeParse(setting(environment, name) ?? standard);
  if (!result.success) throw new InvalidConfig(name, rule);
  return result.data;
}

function choice<const T extends string>(env: Environment, name: string, options: readonly T[], standard: T): T {
  return parse(env, name, z.enum(options), standard, `must be one of ${options.join(', ')}`);
}

function folders(environment: Environment, name: string, standard: string): readonly string[] {
  const parts = (setting(environment, name) ?? standard).split(delimiter);
  if (parts.some((part) => part.trim() === ''))
    throw new InvalidConfig(name, `must be folders, \`${delimiter}\` between`);
  return parts.map((part) => resolve(part));
}

function parseLimits(environment: Environment): GatewayLimits {
  const read = (name: keyof typeof LIMITS): number => {
    const limit = LIMITS[name];
    return parse(
      environment,
      limit.variable,
      positiveInteger,
      String(limit.default),
      'must be a whole number of at least 1',
    );
  };
  const names = Object.keys(LIMITS) as readonly (keyof typeof LIMITS)[];
  return Object.fromEntries(names.map((name) => [name, read(name)])) as GatewayLimits;
}

function readConfigFile(path: string | undefined): ConfigFile {
  if (path === undefined) return parseConfigFile('{}');
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new InvalidConfig('TESSERA_CONFIG', 'must name a file that can be read');
  }
  return parseConfigFile(text);
}

function deepFreeze<T extends object>(value: T): T {
  for (const part of Object.values(value)) if (typeof part === 'object' && part !== null) deepFreeze(part);
  return Object.freeze(value);
}
