import { createServer } from 'node:net';
import { once } from 'node:events';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { FakeMlflow, json, type Fault } from '#test/fake-mlflow';
import { freePort } from '#test/free-port';
import { MlflowWriter } from './mlflow-writer.js';
import type { MlflowValuePlace } from './options.js';

const { signal } = new AbortController();
const ALIAS: MlflowValuePlace = { kind: 'ALIAS', name: 'a b/ü', alias: 'champion' };
const TAG: MlflowValuePlace = { kind: 'VERSION_TAG', name: 'a b/ü', version: '1', key: 'x' };

let server: FakeMlflow;
const writers: MlflowWriter[] = [];
const writerAt = (url: string): MlflowWriter => {
  const writer = new MlflowWriter({ url, timeoutMs: 200 });
  writers.push(writer);
  return writer;
};
const answering =
  (status: number, type = 'application/json', body = '{}'): Fault =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': type }).end(body);
    return true;
  };

beforeAll(async () => {
  server = await FakeMlflow.start();
});
afterAll(async () => {
  writers.forEach((writer) => writer.close());
  await server.stop();
});
beforeEach(() => {
  server.fault = () => false;
  server.requests.length = 0;
  server.hold([{ name: 'a b/ü', version: '1', tags: { x: '' } }]);
});

describe('a write', () => {
  it.each([
    [200, 'application/json', 'DONE'],
    [200, 'text/html', 'UNKNOWN'],
    [204, 'application/json', 'DONE'],
    [302, 'text/html', 'REFUSED'],
    [400, 'application/json', 'REFUSED'],
    [401, 'text/html', 'REFUSED'],
    [403, 'text/html', 'REFUSED'],
    [404, 'application/json', 'REFUSED'],
    [408, 'text/html', 'UNKNOWN'],
    [409, 'application/json', 'REFUSED'],
    [429, 'application/json', 'REFUSED'],
    [500, 'application/json', 'UNKNOWN'],
    [502, 'text/html', 'UNKNOWN'],
    [503, 'text/html', 'UNKNOWN'],
  ])('that is answered with %i and %s is sent once, and %s', async (status, type, kind) => {
    server.fault = answering(status, type);
    expect((await writerAt(server.url).write(ALIAS, '1', signal)).kind).toBe(kind);
    expect(server.requests).toHaveLength(1);
  });

  it('that is not answered is not known; one that never left was not made', async () => {
    server.fault = () => true;
    expect((await writerAt(server.url).write(ALIAS, '1', signal)).kind).toBe('UNKNOWN');
    server.fault = (_request, response) => Boolean(response.destroy());
    expect((await writerAt(server.url).write(ALIAS, '1', signal)).kind).toBe('UNKNOWN');
    const nowhere = `http://127.0.0.1:${await freePort()}`;
    expect((await writerAt(nowhere).write(ALIAS, '1', signal)).kind).toBe('NOT_SENT');
    expect((await writerAt(server.url).write(ALIAS, '1', AbortSignal.abort())).kind).toBe('NOT_SENT');
    const deaf = createServer((socket) => socket.destroy()).listen(0, '127.0.0.1');
    await once(deaf, 'listening');
    const address = deaf.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    expect((await writerAt(`http://127.0.0.1:${port}`).write(ALIAS, '1', signal)).kind).toBe('UNKNOWN');
    deaf.close();
  });

  it('that the caller ends while it is under way is not known', async () => {
    server.fault = () => true;
    const ending = new AbortController();
    const writing = writerAt(server.url).write(ALIAS, '1', ending.signal);
    setTimeout(() => ending.abort(), 20);
    expect((await writing).kind).toBe('UNKNOWN');
  });

  it('puts a value and clears it, whatever the name', async () => {
    const writer = writerAt(server.url);
    const places: readonly MlflowValuePlace[] = [ALIAS, { kind: 'MODEL_TAG', name: 'a b/ü', key: 'k' }];
    for (const place of [...places, { kind: 'DESCRIPTION', name: 'a b/ü' } as const]) {
      expect(await writer.read(place, signal)).toBeNull();
      expect(await writer.write(place, '1', signal)).toEqual({ kind: 'DONE' });
      expect(await writer.read(place, signal)).toBe('1');
      expect(await writer.write(place, null, signal)).toEqual({ kind: 'DONE' });
      expect(await writer.read(place, signal)).toBeNull();
    }
    expect(await writer.read(TAG, signal)).toBe('');
    await writer.write(TAG, 'y', signal);
    expect(await writer.read(TAG, signal)).toBe('y');
  });
});

describe('a look', () => {
  it('is refused where the model is gone, or an alias points at no version', async () => {
    const gone = { kind: 'DESCRIPTION', name: 'gone' } as const;
    await expect(writerAt(server.url).read(gone, signal)).rejects.toMatchObject({ code: 'REGISTRY_BAD_RESPONSE' });
    server.fault = answering(200, 'application/json', '{"model_version": {"version": "<b>"}}');
    await expect(writerAt(server.url).read(ALIAS, signal)).rejects.toMatchObject({ code: 'REGISTRY_BAD_RESPONSE' });
  });
});

describe('an upload', () => {
  const bytes = Buffer.from('{"ä": 1}', 'utf8');
  const version = { name: 'focus', version: '1' };
  const run = '0123456789abcdef0123456789abcdef';
  const storedAt =
    (uri: string): Fault =>
    (_request, response, { pathname }) => {
      if (pathname.endsWith('/runs/get')) {
        json(response, 200, { run: { info: { artifact_uri: 'mlflow-artifacts:/1/run/artifacts/' } } });
      } else if (pathname.endsWith('/get-download-uri')) json(response, 200, { artifact_uri: uri });
      else return false;
      return true;
    };

  it.each([
    ['mlflow-artifacts:/0/models/m-1/artifacts', '/0/models/m-1/artifacts/tessera/x.json'],
    [`runs:/${run}/model`, '/1/run/artifacts/model/tessera/x.json'],
    ['mlflow-artifacts:/0/a b', '/0/a%20b/tessera/x.json'],
  ])('of a version at %s goes to its folder behind the proxy', async (uri, path) => {
    server.fault = (request, response, url) => {
      if (storedAt(uri)(request, response, url)) return true;
      if (request.method === 'GET') response.end(bytes);
      else json(response, 200, {});
      return true;
    };
    expect(await writerAt(server.url).upload(version, 'tessera/x.json', bytes, signal)).toEqual({ kind: 'DONE' });
    expect(server.requests).toContain(`PUT /api/2.0/mlflow-artifacts/artifacts${path}`);
  });

  it.each(['s3://bucket/x', 'file:/srv/x', 'mlflow-artifacts://elsewhere/x', 'mlflow-artifacts:/0/../x'])(
    'of a version at %s is not made',
    async (uri) => {
      server.fault = storedAt(uri);
      const outcome = await writerAt(server.url).upload(version, 'tessera/x.json', bytes, signal);
      expect(outcome).toMatchObject({ kind: 'REFUSED', status: null });
      expect(server.requests.filter((line) => line.startsWith('PUT'))).toEqual([]);
    },
  );

  it('that does not read back as it was sent is not called done', async () => {
    server.fault = (request, response, url) => {
      if (storedAt('mlflow-artifacts:/0/x')(request, response, url)) return true;
      if (request.method === 'GET') response.end('half');
      else json(response, 200, {});
      return true;
    };
    expect(await writerAt(server.url).upload(version, 'x.json', bytes, signal)).toMatchObject({ kind: 'UNKNOWN' });
  });
});
