import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { JobDocument, RegisterModelVersionDocument } from '#libs/client';
import { GatewayBench, until, type RunningGateway } from '#test/gateway-process';
import { makeRegistrable, NAME } from '#test/registrable';
import { addSlideWithFeatures, CHALLENGER, predict, refusalOf } from '#test/slide-world';

const bench = new GatewayBench();
let dataDir = '';
const start = (): Promise<RunningGateway> => bench.start({ TESSERA_DATA_DIR: dataDir });

beforeAll(async () => {
  dataDir = await bench.folder();
});
afterAll(() => bench.close());

it('a registered version is refused with what to do until the gateway starts again, and then answers as its twin does', async () => {
  const first = await start();
  const slide = await addSlideWithFeatures(first);
  await makeRegistrable(join(dataDir, 'models/focus'), '1');
  const { registerModelVersion } = await first.client.request(RegisterModelVersionDocument, {
    directory: 'focus',
    dryRun: false,
  });
  const { registration } = await first.client.waitForJob(registerModelVersion.id, { pollMs: 25 });
  expect(registration).toMatchObject({ outcome: 'WRITTEN', isInService: true });
  expect(registration?.notices.join('\n')).toContain('restart the gateway');
  const { error } = await refusalOf(predict(first, slide, `local:${NAME}/1`));
  expect(error).toMatchObject({ code: 'MODEL_NOT_READY', message: expect.stringContaining('restart the gateway') });
  expect(await first.stop()).toEqual({ code: 0, signal: null });

  const second = await start();
  const { job } = await second.client.request(JobDocument, { id: registerModelVersion.id });
  expect(job?.registration).toEqual(registration);
  let answer: Awaited<ReturnType<typeof predict>> | null = null;
  await until(async () => {
    answer = await predict(second, slide, `local:${NAME}/1`).catch(() => null);
    if (!answer) await sleep(50);
    return answer !== null;
  });
  const twin = await predict(second, slide, CHALLENGER);
  expect(answer).toMatchObject({ targets: twin.targets, provenance: { model: { ref: `local:${NAME}/1` } } });
});
