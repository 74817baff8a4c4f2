import { once } from 'node:events';
import { request, type ClientRequest, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AddSlideDocument, JobDocument, PrepareFeaturesDocument } from '#libs/client';
import { GatewayBench, until, untilGone, type RunningGateway } from '#test/gateway-process';
import { copyLargeSlide, ENCODER } from '#test/slide-world';

const bench = new GatewayBench();
let dataDir = '';
let slides = '';

beforeAll(async () => {
  [dataDir, slides] = await Promise.all([bench.dataDir(), bench.folder()]);
});

afterAll(() => bench.close());

const start = (): Promise<RunningGateway> => bench.start({ TESSERA_DATA_DIR: dataDir, TESSERA_SLIDE_ROOTS: slides });

const BODY = JSON.stringify({ query: '{ viewer { id roles } }' });

/** A request that the gateway has taken in and whose body has not come to its end. */
async function halfSent(url: string): Promise<ClientRequest> {
  const headers = { 'content-type': 'application/json', 'content-length': BODY.length };
  const sending = request(`${url}/graphql`, { method: 'POST', headers });
  sending.on('error', () => undefined);
  sending.write(BODY.slice(0, 10));
  await once(sending, 'socket');
  await new Promise((resolve) => setTimeout(resolve, 300));
  return sending;
}

async function answerOf(
  sending: ClientRequest,
): Promise<{ readonly status: number | undefined; readonly body: unknown }> {
  const answered = once(sending, 'response');
  sending.end(BODY.slice(10));
  const [response]: IncomingMessage[] = await answered;
  if (!response) throw new Error('no answer');
  let text = '';
  for await (const chunk of response) text += String(chunk);
  return { status: response.statusCode, body: JSON.parse(text) };
}

const readiness = async (url: string) => {
  const response = await fetch(`${url}/health/ready`);
  return { status: response.status, body: JSON.parse(await response.text()) };
};

describe('SIGTERM', () => {
  it('fails readiness first, refuses what is new, ends what it has, and leaves with 0 and no child', async () => {
    const gateway = await start();
    const modelServer = await gateway.modelServerPid();
    expect(await readiness(gateway.url)).toMatchObject({ status: 200, body: { status: 'ready' } });
    const underWay = await halfSent(gateway.url);
    const ending = gateway.stop();
    await until(async () => (await readiness(gateway.url)).status === 503, 5_000);
    expect((await readiness(gateway.url)).body).toMatchObject({ status: 'shutting down' });
    expect((await fetch(`${gateway.url}/health/live`)).status).toBe(200);
    const refused = await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: BODY,
    });
    expect(refused.status).toBe(503);
    expect(await refused.json()).toMatchObject({
      errors: [{ extensions: { code: 'SHUTTING_DOWN', retryable: true } }],
    });
    expect(await answerOf(underWay)).toEqual({
      status: 200,
      body: { data: { viewer: { id: 'local', roles: ['READER', 'OPERATOR', 'DEVELOPER', 'ADMINISTRATOR'] } } },
    });
    expect(await ending).toEqual({ code: 0, signal: null });
    await untilGone(modelServer, 1_000);
  });

  it('gives a running job back, and the next gateway does it', { timeout: 240_000 }, async () => {
    const gateway = await start();
    const { addSlide } = await gateway.client.request(AddSlideDocument, {
      input: { path: await copyLargeSlide(slides) },
    });
    const input = { slideId: addSlide.id, encoder: ENCODER };
    const { id } = (await gateway.client.request(PrepareFeaturesDocument, { input })).prepareFeatures;
    const lookAt = async ({ client }: RunningGateway) => (await client.request(JobDocument, { id })).job;
    await until(async () => ((await lookAt(gateway))?.done ?? 0) > 0, 60_000);
    const before = performance.now();
    expect(await gateway.stop()).toEqual({ code: 0, signal: null });
    console.log(`ended ${(performance.now() - before).toFixed(0)} ms after SIGTERM with a job under way`);
    const next = await start();
    const job = await next.client.waitForJob(id, { pollMs: 200 });
    expect(job).toMatchObject({ state: 'SUCCEEDED', error: null, featureBag: { tileCount: 552 } });
    await next.stop();
  });

  it('twice, and SIGINT as Ctrl-C sends it to both processes, end the same way', async () => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      const gateway = await start();
      const modelServer = await gateway.modelServerPid();
      if (signal === 'SIGINT') process.kill(modelServer, signal);
      const ending = gateway.signal(signal);
      gateway.process.child.kill(signal);
      expect(await ending).toEqual({ code: 0, signal: null });
      await untilGone(modelServer, 1_000);
    }
  });
});
