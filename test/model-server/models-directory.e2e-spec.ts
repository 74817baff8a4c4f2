import { execFileSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { badModels, goodModels, root, startServer, type ServerProcess } from './start-server.js';

const endings: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

async function start(...args: readonly string[]): Promise<ServerProcess> {
  const server = await startServer(...args);
  endings.push(() => server.stop());
  return server;
}

describe('the models directory', () => {
  it('with external data is refused without a look at what it points to', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'tessera-models-'));
    endings.push(() => rm(folder, { recursive: true }));
    await cp(join(badModels, 'external', '1'), join(folder, 'external', '1'), { recursive: true });
    // Whoever opens a pipe that nobody writes to waits for ever; the server's models are settled all the same.
    execFileSync('mkfifo', [join(folder, 'external', 'secret')]);
    const server = await start('--models', folder);
    expect(server.stderr()).toContain('not served: external/1: it keeps tensors in other files');
  });

  it('of the demonstration is served whole, without a complaint about ensembles', async () => {
    const server = await start('--models', `${root}model-registry/models`);
    expect(server.stderr()).toBe('');
    expect(server.line).toMatch(/\(10 models, 11 versions\)$/);
  });

  it('is read without following links, and a version stands once', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'tessera-models-'));
    endings.push(() => rm(folder, { recursive: true }));
    await cp(join(goodModels, 'mean'), join(folder, 'mean'), { recursive: true });
    await cp(join(goodModels, 'mean', '1'), join(folder, 'mean', '2'), { recursive: true });
    await mkdir(join(folder, 'linked-file', '1'), { recursive: true });
    await symlink(join(goodModels, 'mean', '1', 'model.onnx'), join(folder, 'linked-file', '1', 'model.onnx'));
    await mkdir(join(folder, 'linked-version'));
    await symlink(join(goodModels, 'mean', '1'), join(folder, 'linked-version', '1'));
    await symlink(join(goodModels, 'mean'), join(folder, 'linked-model'));
    await mkdir(join(folder, 'mean', 'calibrations'));
    await mkdir(join(folder, 'mean', '03'));
    await mkdir(join(folder, '.git'));
    const server = await start('--models', folder, '--models', goodModels, '--models', badModels);
    const response = await fetch(`${server.url}/v2/repository/index`, { method: 'POST' });
    const index: readonly { name: string; version: string; state: string; reason?: string }[] = JSON.parse(
      await response.text(),
    );
    const of = (name: string): unknown =>
      index.filter((entry) => entry.name === name).map(({ version, reason }) => [version, reason]);
    expect(of('mean')).toEqual([
      ['1', undefined],
      ['2', undefined],
      ['1', 'an earlier models directory has the same version'],
    ]);
    expect(of('linked-file')).toEqual([['1', 'model.onnx is a symbolic link']]);
    expect(of('linked-version')).toEqual([['1', 'the version directory is a symbolic link']]);
    expect(of('linked-model')).toEqual([['', 'the model directory is a symbolic link']]);
    expect((await fetch(`${server.url}/v2/models/mean/versions/2/ready`)).status).toBe(200);
    expect(server.stderr()).toContain('not served: linked-file/1: model.onnx is a symbolic link');
  });
});
