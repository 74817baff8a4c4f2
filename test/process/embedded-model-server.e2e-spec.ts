import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AnswerDocument, RegisteredModelsDocument } from '#libs/client';
import { GatewayBench, until, untilGone, type RunningGateway } from '#test/gateway-process';
import { childrenOf } from '#test/process-table';
import { addSlideWithFeatures, CHALLENGER, CHAMPION, predict, refusalOf } from '#test/slide-world';

const bench = new GatewayBench();
let dataDir = '';
let gateway: RunningGateway;
let slide = '';
let answerId = '';

beforeAll(async () => {
  dataDir = await bench.dataDir();
  gateway = await bench.start({ TESSERA_DATA_DIR: dataDir });
  slide = await addSlideWithFeatures(gateway);
});

afterAll(() => bench.close());

// Each leaves out other tiles, so that each is a question that was not asked before.
const region = (n: number) => ({ x: 0, y: 0, width: 2220, height: 2967 - n * 180 });
const isReady = async (): Promise<boolean> =>
  (await predict(gateway, slide, CHALLENGER, region(3)).catch(() => null)) !== null;

describe('the embedded model server', () => {
  it('answers, and is named in the provenance', async () => {
    const { provenance, targets } = await predict(gateway, slide, CHAMPION);
    answerId = provenance.answerId;
    expect(provenance).toMatchObject({ server: { id: 'embedded', reportedVersion: '1' }, isReused: false });
    expect(targets).toMatchObject([{ call: 'OUT_OF_DOMAIN', probability: null, rawScore: expect.any(Number) }]);
  });

  it('holds every shipped version, ensembles by their members, and no warning is written of so many questions', async () => {
    let versions: readonly { readonly ref: string; readonly isReady: boolean }[] = [];
    await until(async () => {
      const { registeredModels } = await gateway.client.request(RegisteredModelsDocument, {});
      versions = registeredModels.nodes.flatMap((model) => model.versions);
      return versions.every((version) => version.isReady);
    });
    expect(versions.map(({ ref }) => ref)).toContain('local:demo-her2st-expr/1');
    expect(gateway.process.stderr).not.toContain('Warning');
  });

  it('takes what it was doing with it when it is killed: MODEL_UNAVAILABLE at once, and stored answers stay', async () => {
    const pid = await gateway.modelServerPid();
    // Stopped first, so that the question is certainly on its way when it dies.
    process.kill(pid, 'SIGSTOP');
    const underWay = refusalOf(predict(gateway, slide, CHALLENGER, region(1)));
    await new Promise((resolve) => setTimeout(resolve, 300));
    const killedAt = performance.now();
    process.kill(pid, 'SIGKILL');
    const first = await underWay;
    expect(performance.now() - killedAt).toBeLessThan(1_000);
    const next = await refusalOf(predict(gateway, slide, CHALLENGER, region(2)));
    expect(next.ms).toBeLessThan(1_000);
    for (const { error } of [first, next]) {
      expect(error).toMatchObject({ code: 'MODEL_UNAVAILABLE', retryable: true, facts: { server: 'embedded' } });
    }
    expect((await predict(gateway, slide, CHAMPION)).provenance).toMatchObject({ answerId, isReused: true });
    await untilGone(pid);
  });

  it('comes back by itself, and a question that failed before is answered', async () => {
    const before = performance.now();
    await until(isReady, 30_000);
    console.log(`predictions again ${(performance.now() - before).toFixed(0)} ms after the test began to wait`);
    const { provenance } = await predict(gateway, slide, CHALLENGER, region(1));
    expect(provenance).toMatchObject({ server: { id: 'embedded' }, isReused: false });
    expect(await childrenOf(gateway.pid)).toHaveLength(1);
    expect((await fetch(`${gateway.url}/health/ready`)).status).toBe(200);
  });

  it('comes back also when it is killed again and again', async () => {
    for (let round = 0; round < 3; round += 1) {
      await until(async () => (await childrenOf(gateway.pid)).length === 1);
      process.kill(await gateway.modelServerPid(), 'SIGKILL');
      await until(async () => (await childrenOf(gateway.pid)).length === 0);
    }
    await until(async () => (await childrenOf(gateway.pid)).length === 1);
    await until(async () => (await predict(gateway, slide, CHALLENGER, region(6)).catch(() => null)) !== null, 30_000);
  });

  it('ends with its gateway', async () => {
    const pid = await gateway.modelServerPid();
    expect(await gateway.stop()).toEqual({ code: 0, signal: null });
    await untilGone(pid);
  });
});

describe('no model server', () => {
  it('is MODEL_NOT_READY with a sentence, and stored answers are read', async () => {
    const alone = await bench.start({ TESSERA_DATA_DIR: dataDir, TESSERA_MODEL_SERVER: 'none' });
    expect(await childrenOf(alone.pid)).toEqual([]);
    const { error } = await refusalOf(predict(alone, slide, CHAMPION, region(4)));
    expect(error).toMatchObject({
      code: 'MODEL_NOT_READY',
      message: 'The model version is registered but not ready to serve: no configured model server holds it.',
    });
    const { answer } = await alone.client.request(AnswerDocument, { id: answerId });
    expect(answer?.prediction?.targets).toMatchObject([{ call: 'OUT_OF_DOMAIN' }]);
    expect((await predict(alone, slide, CHAMPION)).provenance.answerId).toBe(answerId);
    await alone.stop();
  });
});
