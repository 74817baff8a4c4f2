import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { mlflowKinds } from '#test/mlflow-kinds';

const folders = (): readonly string[] => readdirSync(tmpdir()).filter((name) => name.startsWith('tessera-mlflow-'));

describe.each(mlflowKinds)('MLflow $release of the tests', ({ release, skip, start }) => {
  it.skipIf(skip)('answers, keeps its data through a pause, and leaves nothing', async () => {
    const before = folders();
    const server = await start();
    const create = await post(server.url, 'registered-models/create', { name: 'kept' });
    expect([create.status, await (await fetch(`${server.url}/version`)).text()]).toEqual([200, release]);

    await server.halt();
    await expect(fetch(server.url)).rejects.toThrow();
    await server.resume();
    expect((await post(server.url, 'registered-models/create', { name: 'kept' })).status).toBe(400);

    await server.stop();
    expect(folders().filter((name) => !before.includes(name))).toEqual([]);
    await expect(fetch(server.url)).rejects.toThrow();
  });

  it.skipIf(skip)('asks for a login when it is told to', async () => {
    const server = await start({ basicAuth: { password: 'long enough, surely' } });
    const search = `${server.url}/api/2.0/mlflow/registered-models/search`;
    const authorization = `Basic ${Buffer.from('admin:long enough, surely').toString('base64')}`;
    expect((await fetch(search)).status).toBe(401);
    expect((await fetch(search, { headers: { authorization } })).status).toBe(200);
    await server.stop();
  });
});

async function post(url: string, path: string, body: object): Promise<Response> {
  return fetch(`${url}/api/2.0/mlflow/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}
