import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakeMlflow, json, publishedVersion, type Fault } from '#test/fake-mlflow';
import { MlflowClient } from './index.js';

const signal = new AbortController().signal;
let client: MlflowClient;
let server: FakeMlflow;

beforeEach(async () => {
  server = await FakeMlflow.start();
  client = new MlflowClient({ url: server.url, timeoutMs: 400 });
});
afterEach(async () => {
  client.close();
  await server.stop();
});

const always =
  (status: number, type: string, body: string): Fault =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': type });
    response.end(body);
    return true;
  };

describe('a file of a version', () => {
  const held = {
    ...publishedVersion({ identity: { name: 'a', version: '1' } }),
    files: { 'tessera/model-card.json': 'the card' },
  };
  const listed = async (source?: string) => {
    server.hold([source === undefined ? held : { ...held, source }]);
    const [found] = await client.versions(signal);
    if (!found) throw new Error('nothing is listed');
    return found;
  };

  it('comes as bytes; its size can be asked for alone', async () => {
    const found = await listed();
    const artifact = await client.artifact(found, 'tessera/model-card.json', 100, signal);
    expect(artifact).toEqual({ kind: 'BYTES', bytes: Buffer.from('the card') });
    expect(await client.artifactSize(found, 'tessera/model-card.json', signal)).toBe(8);
    expect(await client.artifactSize(found, 'model.onnx', signal)).toBeNull();
  });

  it('of a run is asked for by the run, whose route works where the one by version does not', async () => {
    const found = await listed(`runs:/${'ab'.repeat(16)}/model`);
    await client.artifact(found, 'tessera/model-card.json', 100, signal);
    const { pathname, searchParams } = new URL(server.requests.at(-1)?.slice(4) ?? '', 'http://fake');
    expect([pathname, searchParams.get('path')]).toEqual(['/get-artifact', 'model/tessera/model-card.json']);
  });

  it.each([
    'file:///etc/passwd',
    '/etc/passwd',
    's3://bucket/model',
    'mlflow-artifacts:/a/../../b',
    'runs:/x/../model',
  ])('at %s is not asked for', async (source) => {
    const found = await listed(source);
    server.fault = (_request, response, url) => {
      if (!url.pathname.endsWith('get-download-uri')) return false;
      json(response, 200, { artifact_uri: source });
      return true;
    };
    const artifact = await client.artifact(found, 'tessera/model-card.json', 100, signal);
    if (source.startsWith('mlflow-artifacts')) expect(artifact.kind).toBe('BYTES');
    else expect(artifact).toMatchObject({ kind: 'REFUSED' });
    expect(server.requests.some((request) => request.includes('passwd'))).toBe(false);
  });

  it.each([
    [403, 'text/html', 'forbidden'],
    [404, 'application/json', 'not there'],
    [500, 'text/html', '500'],
    [200, 'text/html', 'login'],
  ])('that is answered with %i %s is refused with the reason', async (status, type, words) => {
    const found = await listed();
    server.fault = always(status, type, 'ZZ-4711');
    const artifact = await client.artifact(found, 'x.json', 100, signal);
    expect(artifact).toEqual({ kind: 'REFUSED', reason: expect.stringContaining(words) });
  });

  it('is not read beyond what was allowed', async () => {
    const found = await listed();
    await expect(client.artifact(found, 'tessera/model-card.json', 4, signal)).rejects.toMatchObject({
      code: 'REGISTRY_BAD_RESPONSE',
      message: expect.stringContaining('larger'),
    });
  });

  it('that comes drop by drop is given up, although the server is never silent', async () => {
    const found = await listed();
    server.fault = (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/plain' });
      const drops = setInterval(() => response.write('.'), 30);
      response.on('close', () => clearInterval(drops));
      return true;
    };
    await expect(client.artifact(found, 'tessera/model-card.json', 1000, signal)).rejects.toMatchObject({
      code: 'REGISTRY_UNAVAILABLE',
      message: expect.stringContaining('in time'),
    });
  });
});
