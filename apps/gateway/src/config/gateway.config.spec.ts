import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { InvalidConfig } from '#libs/errors';
import { configFileJsonSchema } from './gateway.config-file.js';
import { isLoopback, LIMITS, loadConfig, printableConfig } from './gateway.config.js';
import { packageRoot } from './package-root.js';

const folder = mkdtempSync(join(tmpdir(), 'tessera-config-'));
afterAll(() => rmSync(folder, { recursive: true }));

function configFile(content: unknown): string {
  const path = join(folder, 'tessera.json');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const key = { id: 'lab', sha256: 'c'.repeat(64), tenant: 'lab', roles: ['READER'] };

function refusal(environment: Record<string, string>): string {
  try {
    loadConfig(environment);
  } catch (error) {
    expect(error).toBeInstanceOf(InvalidConfig);
    return (error as Error).message;
  }
  return 'no refusal';
}

describe('the defaults', () => {
  const config = loadConfig({});

  it('work on one machine', () => {
    expect(config).toMatchObject({ host: '127.0.0.1', port: 4000, role: 'all', modelServer: 'embedded', apiKeys: [] });
    expect(config.dataDir).toBe(join(process.cwd(), 'data'));
    expect(config.blobDir).toBe(join(config.dataDir, 'blobs'));
    expect(config.slideRoots).toEqual([join(config.dataDir, 'slides')]);
    expect(config.modelDirs).toEqual([join(packageRoot(), 'model-registry/models')]);
    expect(config.databaseUrl).toBeUndefined();
  });

  it('are frozen to the bottom', () => {
    expect(Object.isFrozen(config)).toBe(true);
    expect(Object.isFrozen(config.limits)).toBe(true);
    expect(Object.isFrozen(config.slideRoots)).toBe(true);
  });

  it('treat an empty variable as unset', () => {
    expect(loadConfig({ TESSERA_PORT: '', TESSERA_DATABASE_URL: '' })).toEqual(config);
  });
});

describe('a wrong value', () => {
  it.each([
    ['TESSERA_PORT', '65536'],
    ['TESSERA_PORT', '-1'],
    ['TESSERA_PORT', '0x10'],
    ['TESSERA_PORT', '4000 secret'],
    ['TESSERA_HOST', 'a b'],
    ['TESSERA_ROLE', 'master'],
    ['TESSERA_DATABASE_URL', 'mysql://user:secret@host/db'],
    ['TESSERA_DATABASE_URL', 'secret'],
    ['TESSERA_BLOB_URL', 's3://secret/prefix'],
    ['TESSERA_BLOB_URL', '/secret'],
    ['TESSERA_REDIS_URL', 'http://:secret@host'],
    ['TESSERA_REDIS_URL', 'secret'],
    ['TESSERA_REDIS_URL', 'redis://:secret@host/one'],
    ['TESSERA_REDIS_URL', 'rediss://:secret@host/1?family=6'],
    ['TESSERA_REDIS_PREFIX', 'secret room'],
    ['TESSERA_LIMIT_JOB_LEASE_MS', '500'],
    ['TESSERA_SLIDE_ROOTS', '/a::/b'],
    ['TESSERA_MODEL_SERVER', 'triton'],
    ['TESSERA_LOG_LEVEL', 'loud'],
    ['TESSERA_CONFIG', '/nonexistent/secret'],
    ['TESSERA_LIMIT_DEPTH', '0'],
    ['TESSERA_LIMIT_DEPTH', '1.5'],
  ])('of %s stops the start by name (%s)', (name, value) => {
    const message = refusal({ [name]: value });
    expect(message.startsWith(name)).toBe(true);
    expect(message).not.toContain('secret');
  });

  it('says what is not supported yet', () => {
    expect(refusal({ TESSERA_BLOB_URL: 's3://bucket' })).toContain('not supported yet');
  });
});

describe('the file of TESSERA_CONFIG', () => {
  it('is read as typed values', () => {
    const placements = [{ model: 'local:demo/1', as: { name: 'demo', version: '1' } }];
    const content = {
      modelServers: [{ id: 'gpu-1', url: 'http://127.0.0.1:8700', placements }],
      access: { apiKeys: [key] },
    };
    const config = loadConfig({ TESSERA_CONFIG: configFile(content), TESSERA_HOST: '0.0.0.0' });
    expect(config.modelServers).toEqual([{ ...content.modelServers[0], transport: 'probe' }]);
    expect(config.apiKeys).toEqual([key]);
  });

  it.each([
    ['{', 'must name a file that holds JSON'],
    [{ modelServer: [] }, 'at / has keys that are not known: modelServer'],
    [{ access: { apiKey: [] } }, 'at /access has keys that are not known: apiKey'],
    [{ modelServers: [{ id: 'a', url: 'file:///secret' }] }, 'at /modelServers/0/url'],
    [{ modelServers: [{ id: 'a', url: 'http://user:secret@host' }] }, 'must not hold a user name or password'],
    [{ modelServers: [{ id: 'a' }] }, 'must have a url, a grpc address or both'],
    [{ modelServers: [{ id: 'a', grpc: 'secret' }] }, 'at /modelServers/0/grpc'],
    [
      { modelServers: [{ id: 'a', grpc: 'host:1', headers: { key: { variable: 'NOT_SET' } } }] },
      'at /modelServers/0/headers/key names an environment variable that is not set',
    ],
    [{ access: { apiKeys: [{ ...key, sha256: 'secret' }] } }, 'at /access/apiKeys/0/sha256'],
    [{ access: { apiKeys: [{ ...key, roles: ['secret'] }] } }, 'at /access/apiKeys/0/roles/0'],
    [{ access: { apiKeys: [key, key] } }, 'ids must be unique'],
    [{ access: { apiKeys: [key, { ...key, id: 'other' }] } }, 'keys must be unique'],
    [{ limits: { perCaller: {} } }, 'at /limits/perCaller is not as it should be: it needs requestsPerSecond'],
    [{ limits: { perCaller: { requestsPerSecond: 0 } } }, 'at /limits/perCaller/requestsPerSecond'],
    [{ limits: { perCaller: { costPerSecond: 499 } } }, 'must be at least TESSERA_LIMIT_COST, which is 5000'],
    [{ access: { apiKeys: [{ ...key, limits: { costPerSecond: 1 } }] } }, 'at /access/apiKeys/0/limits must have room'],
    [{ registry: { approval: [] } }, 'at /registry has keys that are not known: approval'],
    [{ registry: { approvals: ['champion'] } }, 'at /registry/approvals names aliases that take two people'],
  ])('is refused by place, without its values (%#)', (content, rule) => {
    const message = refusal({ TESSERA_CONFIG: configFile(content) });
    expect(message).toMatch(/^TESSERA_CONFIG/);
    expect(message).toContain(rule);
    expect(message).not.toContain('secret');
  });

  it('names where the secrets of model servers are, and never shows them', () => {
    const content = {
      modelServers: [
        { id: 'gpu-1', grpc: 'grpcs://host:8001', transport: 'grpc', headers: { 'x-key': { variable: 'GPU_KEY' } } },
      ],
    };
    const config = loadConfig({ TESSERA_CONFIG: configFile(content), GPU_KEY: 'secret-of-gpu' });
    expect(config.modelServers[0]?.headers).toEqual({ 'x-key': 'secret-of-gpu' });
    expect(JSON.stringify(printableConfig(config))).not.toContain('secret-of-gpu');
    expect(printableConfig(config)).toMatchObject({ modelServers: [{ id: 'gpu-1', headers: ['x-key'] }] });
  });

  it('bounds what callers may ask for in a while, one of them otherwise', () => {
    const perCaller = { requestsPerSecond: 20, costPerSecond: 500 };
    const own = { requestsPerSecond: 200, burstSeconds: 5 };
    const content = { limits: { perCaller }, access: { apiKeys: [{ ...key, limits: own }] } };
    const config = loadConfig({ TESSERA_CONFIG: configFile(content) });
    expect(config.perCaller).toEqual({ ...perCaller, burstSeconds: 10 });
    expect(config.apiKeys[0]?.limits).toEqual(own);
    expect(loadConfig({}).perCaller).toBeUndefined();
  });

  it('has a JSON Schema that refuses unknown keys too', () => {
    expect(configFileJsonSchema()).toMatchObject({ type: 'object', additionalProperties: false });
  });
});

describe('listening for others', () => {
  it.each(['0.0.0.0', '::', '10.0.0.5', 'gateway.example'])('is refused on %s without keys', (host) => {
    expect(refusal({ TESSERA_HOST: host })).toMatch(/^TESSERA_HOST opens the gateway/);
  });

  it.each([
    ['127.0.0.1', true],
    ['127.1.2.3', true],
    ['::1', true],
    ['[::1]', true],
    ['localhost', true],
    ['127.0.0.1.example', false],
    ['0.0.0.0', false],
    ['::', false],
  ])('%s: this machine only = %s', (host, expected) => {
    expect(isLoopback(host)).toBe(expected);
  });
});

describe('what is printed', () => {
  it('holds no password and no key digest', () => {
    const environment = {
      TESSERA_DATABASE_URL: 'postgres://u:secret@host/db',
      TESSERA_REDIS_URL: 'rediss://tessera:secret@redis/3',
      TESSERA_CONFIG: configFile({ access: { apiKeys: [key] } }),
    };
    const text = JSON.stringify(printableConfig(loadConfig(environment)));
    expect(text).not.toMatch(/secret|cccc/);
    expect(text).toContain('"limits"');
  });

  it('is documented: every variable with its default', () => {
    const page = readFileSync(join(packageRoot(), 'docs/configuration.md'), 'utf8');
    for (const limit of Object.values(LIMITS)) {
      expect(page).toContain(
        `| ${limit.variable} | ${limit.default.toLocaleString('en')} | ${limit.unit} | ${limit.meaning} |`,
      );
    }
    const source = readFileSync(join(packageRoot(), 'apps/gateway/src/config/gateway.config.ts'), 'utf8');
    for (const name of new Set(source.match(/TESSERA_[A-Z]+(?:_[A-Z]+)*/g))) expect(page).toContain(`| ${name} |`);
  });
});
