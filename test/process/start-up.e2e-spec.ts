import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GatewayBench } from '#test/gateway-process';

const bench = new GatewayBench();
let folder = '';

beforeAll(async () => {
  folder = await bench.folder();
});

afterAll(() => bench.close());

const SECRET = 'ZZPHI-4711';

/** What a gateway says that does not start: one sentence, and nothing of the values. */
async function refusal(environment: Readonly<Record<string, string>>): Promise<string> {
  const dataDir = join(folder, 'refused');
  const launched = bench.launch({ TESSERA_DATA_DIR: dataDir, TESSERA_LOG_LEVEL: 'silent', ...environment });
  expect(await launched.ended).toEqual({ code: 1, signal: null });
  expect(launched.stdout).toBe('');
  const [sentence = '', ...more] = launched.stderr.trim().split('\n');
  expect(more).toEqual([]);
  expect(sentence).not.toContain(SECRET);
  return sentence;
}

async function config(content: unknown): Promise<Readonly<Record<string, string>>> {
  const file = join(folder, 'config.json');
  await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
  return { TESSERA_CONFIG: file };
}

describe('a start that is refused names the variable', () => {
  it.each([
    ['TESSERA_HOST', `${SECRET} ?`],
    ['TESSERA_PORT', SECRET, 'must be a port number from 0 to 65535.'],
    ['TESSERA_PORT', '65536', 'must be a port number from 0 to 65535.'],
    ['TESSERA_ROLE', SECRET],
    ['TESSERA_DATABASE_URL', `mysql://${SECRET}@localhost/x`],
    ['TESSERA_BLOB_URL', `s3://${SECRET}/x`],
    ['TESSERA_BLOB_URL', SECRET],
    ['TESSERA_REDIS_URL', `http://${SECRET}`],
    ['TESSERA_SLIDE_ROOTS', `/tmp::/${SECRET}`],
    ['TESSERA_MODEL_DIRS', `:${SECRET}`],
    ['TESSERA_MODEL_SERVER', SECRET],
    ['TESSERA_CONFIG', `/nowhere/${SECRET}.json`],
    ['TESSERA_LOG_LEVEL', SECRET],
    ['TESSERA_LIMIT_BODY_BYTES', '-1'],
    ['TESSERA_LIMIT_DEADLINE_MS', SECRET],
  ])('%s = %s', async (name, value, reason = '') => {
    const sentence = await refusal({ [name]: value });
    expect(sentence).toMatch(new RegExp(`^tessera gateway cannot start: ${name} .+\\.$`));
    expect(sentence).toContain(`${name} ${reason}`);
  });

  it('TESSERA_HOST = 0.0.0.0 without keys', async () => {
    expect(await refusal({ TESSERA_HOST: '0.0.0.0' })).toContain('TESSERA_HOST opens the gateway to other machines');
  });

  it('TESSERA_HOST that is no address of this machine', async () => {
    const apiKeys = [{ id: 'lab', sha256: 'a'.repeat(64), tenant: 'lab', roles: ['READER'] }];
    const environment = { TESSERA_HOST: '192.0.2.1', ...(await config({ access: { apiKeys } })) };
    expect(await refusal(environment)).toContain('cannot start: TESSERA_HOST is no address of this machine.');
  });

  it.each([
    [{ modelServer: [] }, '/', 'has keys that are not known: modelServer'],
    [{ access: { keys: [] } }, '/access', 'has keys that are not known: keys'],
    [{ modelServers: [{ id: 'a', url: 'ftp://x' }] }, '/modelServers/0/url', ''],
    [{ modelServers: [{ id: 'a', url: `http://u:${SECRET}@x` }] }, '/modelServers/0/url', 'user name or password'],
    [
      { access: { apiKeys: [{ id: 'a', sha256: SECRET, tenant: 't', roles: ['READER'] }] } },
      '/access/apiKeys/0/sha256',
      '',
    ],
    [{ registrySources: [{ id: 'a', kind: 'mlflow', url: SECRET }] }, '/registrySources/0/url', ''],
    [`{ "${SECRET}`, null, 'must name a file that holds JSON'],
  ])('TESSERA_CONFIG that holds %j', async (content, pointer, reason) => {
    const sentence = await refusal(await config(content));
    const place = pointer === null ? 'TESSERA_CONFIG' : `TESSERA_CONFIG at ${pointer}`;
    expect(sentence).toContain(`tessera gateway cannot start: ${place} `);
    expect(sentence).toContain(reason);
  });

  it('TESSERA_PORT when another program listens there, and leaves the lock', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    expect(await refusal({ TESSERA_PORT: String(port) })).toBe(
      'tessera gateway cannot start: TESSERA_PORT is taken by another process.',
    );
    other.close();
    const next = await bench.start({ TESSERA_DATA_DIR: join(folder, 'refused') });
    expect(await next.stop()).toEqual({ code: 0, signal: null });
  });

  it('TESSERA_DATABASE_URL where nobody answers', { timeout: 30_000 }, async () => {
    const sentence = await refusal({ TESSERA_DATABASE_URL: `postgres://u:${SECRET}@127.0.0.1:1/x` });
    expect(sentence).toContain('The database cannot be reached');
  });
});

describe('a start on a store that exists', () => {
  it('takes a moment, says what the store promises, and leaves the settings in the log without secrets', async () => {
    const environment = { TESSERA_DATA_DIR: join(folder, 'data'), TESSERA_LOG_LEVEL: 'info' };
    const first = await bench.start(environment);
    await first.stop();
    const again = await bench.start(environment);
    console.log(
      `started in ${again.startedInMs.toFixed(0)} ms (first start, with a new store: ${first.startedInMs.toFixed(0)} ms)`,
    );
    // 3 s on a quiet machine; machines that run tests are not quiet.
    expect(again.startedInMs).toBeLessThan(20_000);
    expect(again.log[0]).toMatchObject({ msg: 'configuration', databaseUrl: 'embedded', limits: { tokens: 1000 } });
    const promises = again.log.filter(({ msg }) =>
      msg?.includes('an acknowledged write survives the loss of this process'),
    );
    expect(promises).toHaveLength(1);
    expect(again.process.stdout).toBe(
      `tessera gateway listening on ${again.url}/graphql\nno API keys are configured: whoever uses this machine is the administrator\n`,
    );
    expect(await again.stop()).toEqual({ code: 0, signal: null });
  });
});
