import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AnswerDocument, ModelVersionDocument } from '#libs/client';
import { startServer, type ServerProcess } from '../model-server/start-server.js';
import { GatewayBench, projectRoot, type RunningGateway } from '#test/gateway-process';
import { childrenOf } from '#test/process-table';
import { addSlideWithFeatures, CHALLENGER, CHAMPION, predict, refusalOf } from '#test/slide-world';

const bench = new GatewayBench();
let folder = '';
let dataDir = '';
let server: ServerProcess;
let gateway: RunningGateway;
let slide = '';

const placed = ['demo-dense-focus/1', 'demo-dense-focus/2', 'demo-lite0/1'];

async function writeConfig(url: string): Promise<string> {
  const placements = placed.map((ref) => {
    const [name, version] = ref.split('/');
    return { model: `local:${ref}`, as: { name, version } };
  });
  const file = join(folder, 'config.json');
  await writeFile(file, JSON.stringify({ modelServers: [{ id: 'rack-7', url, placements }] }));
  return file;
}

const start = async (url: string): Promise<RunningGateway> =>
  bench.start({
    TESSERA_DATA_DIR: dataDir,
    TESSERA_CONFIG: await writeConfig(url),
    TESSERA_MODEL_SERVER: 'none',
  });

beforeAll(async () => {
  [folder, dataDir] = await Promise.all([bench.folder(), bench.dataDir()]);
  server = await startServer('--models', join(projectRoot, 'model-registry/models'));
  gateway = await start(server.url);
});

afterAll(async () => {
  await server?.stop();
  await bench.close();
});

const region = { x: 0, y: 0, width: 2220, height: 2000 };
let answerId = '';

describe('a model server of the configuration', () => {
  it('makes features and predictions, and its id is in the provenance', async () => {
    expect(await childrenOf(gateway.pid)).toEqual([]);
    slide = await addSlideWithFeatures(gateway);
    const { provenance } = await predict(gateway, slide, CHAMPION);
    expect(provenance).toMatchObject({ server: { id: 'rack-7', reportedVersion: '1' }, isReused: false });
    answerId = provenance.answerId;
  });

  it('holds only what was placed on it', async () => {
    for (const ref of ['local:demo-lite0-mean/1', 'local:demo-her2st-expr/1']) {
      expect((await gateway.client.request(ModelVersionDocument, { ref })).modelVersion?.isReady).toBe(false);
    }
    const ready = await gateway.client.request(ModelVersionDocument, { ref: CHAMPION });
    expect(ready.modelVersion?.isReady).toBe(true);
  });

  it('that ends while the gateway runs gives MODEL_UNAVAILABLE', async () => {
    await server.stop();
    const { error, ms } = await refusalOf(predict(gateway, slide, CHAMPION, region));
    expect(error).toMatchObject({ code: 'MODEL_UNAVAILABLE', facts: { server: 'rack-7' } });
    expect(ms).toBeLessThan(1_000);
    await gateway.stop();
  });

  it('that cannot be reached gives MODEL_UNAVAILABLE; stored answers are still read', async () => {
    // Nobody listens where the server was.
    const alone = await start(server.url);
    const ready = await fetch(`${alone.url}/health/ready`);
    expect(ready.status).toBe(200);
    expect(await ready.json()).toEqual({ status: 'ready', checks: { store: 'ok', 'model-server rack-7': 'failed' } });
    const { error, ms } = await refusalOf(predict(alone, slide, CHALLENGER));
    expect(error).toMatchObject({ code: 'MODEL_UNAVAILABLE', retryable: true, facts: { server: 'rack-7' } });
    expect(String(error)).not.toMatch(/ECONN|127\.0\.0\.1|fetch|undici/);
    expect(ms).toBeLessThan(1_000);
    const { answer } = await alone.client.request(AnswerDocument, { id: answerId });
    expect(answer?.prediction?.provenance.server.id).toBe('rack-7');
    expect((await predict(alone, slide, CHAMPION)).provenance).toMatchObject({ answerId, isReused: true });
  });
});
