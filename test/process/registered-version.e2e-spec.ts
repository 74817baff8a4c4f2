import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { AddSlideDocument, ImportFeaturesDocument, JobDocument, RegisterModelVersionDocument } from '#libs/client';
import { C6_FACTS } from '#test/c6';
import { demoSlides, GatewayBench, until, type RunningGateway } from '#test/gateway-process';
import { REFERENCE } from '#test/open-test-gateway';
import { makeRegistrable, NAME } from '#test/registrable';
import { CHALLENGER, predict, refusalOf } from '#test/slide-world';

const bench = new GatewayBench();
let dataDir = '';
const start = (): Promise<RunningGateway> =>
  bench.start({ TESSERA_DATA_DIR: dataDir, TESSERA_SLIDE_ROOTS: `${demoSlides}:${REFERENCE}` });

beforeAll(async () => {
  dataDir = await bench.folder();
});
afterAll(() => bench.close());

it(
  'a registered version is refused with what to do until the gateway starts again, and then answers as its twin does',
  { timeout: 300_000 },
  async () => {
    const first = await start();
    const { addSlide } = await first.client.request(AddSlideDocument, { input: { path: 'C6.tiff', ...C6_FACTS } });
    const slide = addSlide.id;
    const path = join(REFERENCE, 'c6-features.trident.h5');
    const features = { slideId: slide, path, encoder: 'local:demo-lite0/1', mpp: 1 };
    await first.client.request(ImportFeaturesDocument, { input: features });
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
    }, 60_000);
    const twin = await predict(second, slide, CHALLENGER);
    expect(answer).toMatchObject({ targets: twin.targets, provenance: { model: { ref: `local:${NAME}/1` } } });
  },
);
