import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { mlflowKinds } from '#test/mlflow-kinds';

const PASSWORD = 'long enough, surely';
const authorization = `Basic ${Buffer.from(`admin:${PASSWORD}`).toString('base64')}`;
const folders = (): readonly string[] => readdirSync(tmpdir()).filter((name) => name.startsWith('tessera-mlflow-'));

// It starts twice, and each time takes what a start takes.
describe.each(mlflowKinds)('MLflow $release of the tests', { timeout: 240_000 }, ({ release, skip, start }) => {
  it.skipIf(skip)('asks for a login when told to, keeps its data through a pause, and leaves nothing', async () => {
    const before = folders();
    const server = await start({ basicAuth: { password: PASSWORD } });
    const search = `${server.url}/api/2.0/mlflow/registered-models/search`;
    expect((await fetch(search)).status).toBe(401);
    expect((await fetch(search, { headers: { authorization } })).status).toBe(200);
    expect(await (await fetch(`${server.url}/version`, { headers: { authorization } })).text()).toBe(release);
    expect((await createModel(server.url)).status).toBe(200);

    await server.halt();
    await expect(fetch(server.url)).rejects.toThrow();
    await server.resume();
    expect((await createModel(server.url)).status).toBe(400);

    await server.stop();
    expect(folders().filter((name) => !before.includes(name))).toEqual([]);
    await expect(fetch(server.url)).rejects.toThrow();
  });
});

/** Creates the same model each time. */
async function createModel(url: string): Promise<Response> {
  return fetch(`${url}/api/2.0/mlflow/registered-models/create`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization },
    body: JSON.stringify({ name: 'kept' }),
  });
}
