import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakeMlflow, json, publishedVersion, type Fault } from '#test/fake-mlflow';
import { MlflowClient, type MlflowClientOptions } from './index.js';

const signal = new AbortController().signal;
const clients: MlflowClient[] = [];
let server: FakeMlflow;

beforeEach(async () => void (server = await FakeMlflow.start()));
afterEach(async () => {
  for (const client of clients.splice(0)) client.close();
  await server.stop();
});

function clientOf(options: Partial<MlflowClientOptions> = {}): MlflowClient {
  const client = new MlflowClient({ url: server.url, timeoutMs: 400, ...options });
  clients.push(client);
  return client;
}

const version = (name: string, number: string, updatedMs = 1) =>
  publishedVersion({ identity: { name, version: number } }, { updatedMs });
const always =
  (status: number, type: string, body: string): Fault =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': type });
    response.end(body);
    return true;
  };

describe('listing', () => {
  it('follows pages to their end, and takes a model that stands on two of them once', async () => {
    server.hold(Array.from({ length: 7 }, (_, i) => version(`m${i}`, '1')));
    server.pageSize = 3;
    expect((await clientOf().models(signal)).map(({ name }) => name)).toEqual([
      'm0',
      'm1',
      'm2',
      'm3',
      'm4',
      'm5',
      'm6',
    ]);
    expect(server.requests).toHaveLength(3);
    server.versions = [...server.versions, version('m6', '1')];
    expect(await clientOf().versions(signal)).toHaveLength(7);
  });

  it('sends the same parameter several times as the server reads it, and says how many it wants', async () => {
    await clientOf().models(signal);
    const { searchParams } = new URL(server.requests[0]?.slice(4) ?? '', 'http://fake');
    expect(searchParams.getAll('order_by')).toEqual(['name ASC']);
    expect(searchParams.get('max_results')).toBe('1000');
  });

  it('takes an answer without any field for an empty registry', async () => {
    server.fault = always(200, 'application/json', '{}');
    expect(await clientOf().models(signal)).toEqual([]);
    expect(await clientOf().versions(signal)).toEqual([]);
  });

  it('reads 64-bit times that are written as text, and leaves unknown fields alone', async () => {
    const model = { name: 'a', last_updated_timestamp: '1760000000001', owner: { unknown: true } };
    server.fault = always(200, 'application/json', JSON.stringify({ registered_models: [model] }));
    expect(await clientOf().models(signal)).toEqual([
      { name: 'a', aliases: {}, tags: {}, description: null, lastUpdatedMs: 1760000000001 },
    ]);
  });

  it('stops at the first version that is older than it was asked for', async () => {
    server.hold([30, 20, 10].map((updatedMs) => version(`m${updatedMs}`, '1', updatedMs)));
    server.pageSize = 1;
    expect((await clientOf().versions(signal, 15)).map(({ lastUpdatedMs }) => lastUpdatedMs)).toEqual([30, 20]);
    expect(server.requests).toHaveLength(3);
  });

  it('refuses pages that lead in a circle', async () => {
    server.fault = always(200, 'application/json', JSON.stringify({ next_page_token: 'again' }));
    await expect(clientOf().models(signal)).rejects.toMatchObject({ code: 'REGISTRY_BAD_RESPONSE' });
    expect(server.requests.length).toBeLessThan(5);
  });
});

describe('an alias that is asked for', () => {
  it('gives its version, or null where there is none', async () => {
    server.hold([version('a', '4')], { a: { champion: '4' } });
    expect(await clientOf().alias('a', 'champion', signal)).toBe('4');
    expect(await clientOf().alias('a', 'challenger', signal)).toBeNull();
  });
});

describe('a server that does not answer as a registry', () => {
  it.each([
    ['a login page', always(200, 'text/html', '<html>ZZ-4711</html>'), 'REGISTRY_BAD_RESPONSE', 'login'],
    ['a page with status 404', always(404, 'text/html', 'ZZ-4711'), 'REGISTRY_BAD_RESPONSE', '404'],
    [
      'half an answer',
      always(200, 'application/json', '{"registered_models": [{"name": "ZZ-4711'),
      'REGISTRY_BAD_RESPONSE',
      'part',
    ],
    [
      'other JSON',
      always(200, 'application/json', '{"registered_models": "ZZ-4711"}'),
      'REGISTRY_BAD_RESPONSE',
      'form',
    ],
    ['a refusal of the credentials', always(401, 'text/html', 'ZZ-4711'), 'REGISTRY_UNAVAILABLE', 'credentials'],
    ['an error', always(500, 'text/html', 'ZZ-4711'), 'REGISTRY_UNAVAILABLE', '500'],
    [
      'an error of MLflow',
      (_, response) => (json(response, 400, { message: 'ZZ-4711' }), true),
      'REGISTRY_BAD_RESPONSE',
      '400',
    ],
  ] satisfies [string, Fault, string, string][])(
    '%s: says so, and repeats none of it',
    async (_, fault, code, words) => {
      server.fault = fault;
      const error: unknown = await clientOf()
        .models(signal)
        .catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ code, message: expect.stringContaining(words) });
      expect(String(error)).not.toContain('ZZ-4711');
    },
  );

  it('is asked again after a passing fault, twice at most', async () => {
    let faults = 2;
    server.fault = (_request, response) => {
      if (faults-- <= 0) return false;
      response.writeHead(503, { 'retry-after': '0' }).end();
      return true;
    };
    server.hold([version('a', '1')]);
    expect(await clientOf().models(signal)).toHaveLength(1);
    server.fault = always(503, 'text/plain', '');
    server.requests.length = 0;
    await expect(clientOf().models(signal)).rejects.toMatchObject({ code: 'REGISTRY_UNAVAILABLE' });
    expect(server.requests).toHaveLength(3);
  });

  it('is given up when it hangs, each time, and at once when the caller has gone', async () => {
    server.fault = () => true;
    await expect(clientOf({ timeoutMs: 50 }).models(signal)).rejects.toMatchObject({
      code: 'REGISTRY_UNAVAILABLE',
      message: expect.stringContaining('in time'),
    });
    const leaving = new AbortController();
    const asked = clientOf({ timeoutMs: 60_000 }).models(leaving.signal);
    setTimeout(() => leaving.abort(new Error('left')), 20);
    await expect(asked).rejects.toThrow('left');
  });

  it('is not followed to another address, with or without credentials', async () => {
    const other = await FakeMlflow.start();
    server.fault = (_request, response) => {
      response.writeHead(302, { location: other.url }).end();
      return true;
    };
    const client = clientOf({ credentials: { kind: 'bearer', token: 'secret' } });
    await expect(client.models(signal)).rejects.toMatchObject({ code: 'REGISTRY_BAD_RESPONSE' });
    expect(other.requests).toEqual([]);
    await other.stop();
  });

  it('says that nothing listens', async () => {
    const gone = await FakeMlflow.start();
    const { url } = gone;
    await gone.stop();
    await expect(clientOf({ url }).models(signal)).rejects.toMatchObject({
      code: 'REGISTRY_UNAVAILABLE',
      message: expect.stringContaining('nothing listens'),
    });
  });
});

describe('credentials', () => {
  it.each([
    [{ kind: 'basic', username: 'tessera', password: 'ö:x' }, `Basic ${Buffer.from('tessera:ö:x').toString('base64')}`],
    [{ kind: 'bearer', token: 'abc' }, 'Bearer abc'],
    [{ kind: 'none' }, undefined],
  ] as const)('%j travel with every request', async (credentials, expected) => {
    await clientOf({ credentials, headers: { 'x-workspace': 'lung' } }).models(signal);
    expect(server.headers[0]).toMatchObject({ 'x-workspace': 'lung' });
    expect(server.headers[0]?.authorization).toBe(expected);
  });
});
