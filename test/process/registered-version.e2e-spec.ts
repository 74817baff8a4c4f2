import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { AddSlideDocument, ImportFeaturesDocument, JobDocument, RegisterModelVersionDocument } from '#libs/client';
import { C6_FACTS } from '#test/c6';
import { demoSlides, GatewayBench, until, type RunningGateway } from '#test/gateway-process';
import { REFERENCE } from '#test/open-test-gateway';
import { makeRegistrable, NAME } from '#test/registrable';
import { CHALLENGER, predict } from '#test/slide-world';

const bench = new GatewayBench();
let dataDir = '';
const start = (): Promise<RunningGateway> =>
  bench.start({ TESSERA_DATA_DIR: dataDir, TESSERA_SLIDE_ROOTS: `${demoSlides}:${REFERENCE}` });

beforeAll(async () => {
  dataDir = await bench.folder();
});
afterAll(() => bench.close());

const VERSION = `local:${NAME}/1`;

/** The model server takes up what comes into its directories while it runs. */
async function whenServed(gateway: RunningGateway, slide: string) {
  let answer: Awaited<ReturnType<typeof predict>> | null = null;
  await until(async () => {
    answer = await predict(gateway, slide, VERSION).catch(() => null);
    if (!answer) await sleep(50);
    return answer !== null;
  }, 60_000);
  return answer;
}

it('a registered version answers as its twin does, soon and after a restart', { timeout: 300_000 }, async () => {
  const first = await start();
  const { addSlide } = await first.client.request(AddSlideDocument, { input: { path: 'C6.tiff', ...C6_FACTS } });
  const slide = addSlide.id;
  const path = join(REFERENCE, 'c6-features.trident.h5');
  const features = { slideId: slide, path, encoder: 'local:demo-lite0/1', mpp: 1 };
  await first.client.request(ImportFeaturesDocument, { input: features });
  await makeRegistrable(join(dataDir, 'models/focus'), '1');
  const asked = { directory: 'focus', dryRun: false };
  const { registerModelVersion } = await first.client.request(RegisterModelVersionDocument, asked);
  const { registration } = await first.client.waitForJob(registerModelVersion.id, { pollMs: 25 });
  expect(registration).toMatchObject({ outcome: 'WRITTEN', isInService: true });
  const twin = await predict(first, slide, CHALLENGER);
  // Its record says the same of another version: so it has a digest of its own.
  const digest = expect.stringMatching(/^[0-9a-f]{64}$/);
  const targets = twin.targets.map((target) => ({ ...target, calibration: expect.objectContaining({ digest }) }));
  const expected = { targets, provenance: { model: { ref: VERSION } } };
  expect(await whenServed(first, slide)).toMatchObject(expected);
  expect(await first.stop()).toEqual({ code: 0, signal: null });

  const second = await start();
  const { job } = await second.client.request(JobDocument, { id: registerModelVersion.id });
  expect(job?.registration).toEqual(registration);
  expect(await whenServed(second, slide)).toMatchObject(expected);
});
