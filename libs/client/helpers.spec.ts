import { afterEach, describe, expect, it } from 'vitest';
import type { FakeGateway } from '#test/fake-gateway';
import { FakeGateways, failureOf, slideIdOf } from '#test/fake-gateways';
import { PrepareFeaturesDocument, TesseraClient, type Job } from './index.js';

const gateways = new FakeGateways();
const gateway = gateways.start.bind(gateways);
const failure = failureOf;

afterEach(() => gateways.close());

describe('TesseraClient.predictMany', () => {
  it('keeps each answer beside its question when one version refuses', async () => {
    const running = await gateway({ prepared: ['her2st C6'] });
    const client = new TesseraClient({ url: running.url });
    const models = ['demo-dense-focus@challenger', 'broken@prod', 'demo-dense-focus@champion'];
    const { slide, outcomes } = await client.predictMany({
      slideId: slideIdOf(running),
      predictions: models.map((model) => ({ model })),
    });
    expect(slide).toMatchObject({ name: 'her2st C6' });
    expect(Object.keys(slide)).not.toContain('p0');
    expect(outcomes).toMatchObject([
      { kind: 'predicted', prediction: { provenance: { model: { ref: 'local:demo-dense-focus/2' } } } },
      {
        kind: 'refused',
        model: 'broken@prod',
        error: { code: 'MODEL_UNAVAILABLE', retryable: true, facts: { server: 'gpu-1' } },
      },
      { kind: 'predicted', prediction: { provenance: { model: { ref: 'local:demo-dense-focus/1' } } } },
    ]);
    expect(running.operations).toHaveLength(1);
  });

  it('keeps the prediction of a version that cannot draw the map, with a warning', async () => {
    const running = await gateway({ prepared: ['her2st C6'] });
    const client = new TesseraClient({ url: running.url });
    const predictions = [{ model: 'demo-dense-focus@champion' }, { model: 'demo-dense-focus@challenger' }];
    const { outcomes } = await client.predictMany({
      slideId: slideIdOf(running),
      predictions,
      heatMap: 'ATTENTION_ROLLOUT',
    });
    expect(outcomes).toMatchObject([
      { kind: 'predicted', prediction: { heatMap: null }, warnings: [{ code: 'BAD_USER_INPUT' }] },
      { kind: 'predicted', prediction: { heatMap: { mode: 'ATTENTION_ROLLOUT' } }, warnings: [] },
    ]);
  });

  it('throws when the slide itself is unknown', async () => {
    const { url } = await gateway();
    const asked = { slideId: 'nobody', predictions: [{ model: 'demo-dense-focus@champion' }] };
    expect(await failure(new TesseraClient({ url }).predictMany(asked))).toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('TesseraClient.waitForJob', () => {
  const begin = async (client: TesseraClient, running: FakeGateway): Promise<string> => {
    const input = { slideId: slideIdOf(running), encoder: 'local:demo-lite0@prod' };
    return (await client.request(PrepareFeaturesDocument, { input })).prepareFeatures.id;
  };

  it('reports each new state and returns the job with its features', async () => {
    const running = await gateway({ jobLooks: 3 });
    const client = new TesseraClient({ url: running.url });
    const seen: Job[] = [];
    const job = await client.waitForJob(await begin(client, running), {
      pollMs: 1,
      onProgress: (state) => seen.push(state),
    });
    expect(seen.map(({ state, done }) => [state, done])).toEqual([
      ['RUNNING', 10],
      ['RUNNING', 20],
      ['SUCCEEDED', 30],
    ]);
    expect(job.featureBag?.tileCount).toBe(509);
  });

  it('throws why a job failed, with the facts of the cause', async () => {
    const jobError = {
      code: 'SLIDE_RESOLUTION_UNKNOWN',
      message: 'The slide file states no resolution.',
      retryable: false,
      facts: { neededMpp: 1 },
    };
    const running = await gateway({ jobError });
    const client = new TesseraClient({ url: running.url });
    const error = await failure(client.waitForJob(await begin(client, running), { pollMs: 1 }));
    expect(error).toMatchObject({
      code: 'JOB_FAILED',
      message: jobError.message,
      facts: { cause: jobError.code, neededMpp: 1 },
    });
  });

  it('throws JOB_CANCELLED when somebody cancelled it', async () => {
    const running = await gateway({ jobLooks: 1000 });
    const client = new TesseraClient({ url: running.url });
    const id = await begin(client, running);
    const waiting = failure(client.waitForJob(id, { pollMs: 5 }));
    running.world.cancelJob({ id });
    expect(await waiting).toMatchObject({ code: 'JOB_CANCELLED', facts: { jobId: id } });
  });

  it('outlasts a gateway that is busy for a moment, and not one that stays so', async () => {
    let looks = 0;
    const busy = '{"errors":[{"message":"busy","extensions":{"code":"OVERLOADED","retryable":true}}]}';
    const job = { id: 'job-1', kind: 'PREPARE_FEATURES', state: 'SUCCEEDED', stage: null, done: 1, total: 1 };
    const answers = (from: number) => (): string => ((looks += 1) > from ? JSON.stringify({ data: { job } }) : busy);
    const serve = async (answer: () => string): Promise<TesseraClient> =>
      new TesseraClient({ url: (await gateway({ respond: (_r, response) => response.end(answer()) })).url });
    expect(await (await serve(answers(4))).waitForJob('job-1', { pollMs: 1 })).toMatchObject({ state: 'SUCCEEDED' });
    looks = 0;
    const running = JSON.stringify({ data: { job: { ...job, state: 'RUNNING' } } });
    const nowAndThen = (): string => ((looks += 1) > 12 ? answers(0)() : looks % 3 === 0 ? running : busy);
    expect(await (await serve(nowAndThen)).waitForJob('job-1', { pollMs: 1 })).toMatchObject({ state: 'SUCCEEDED' });
    looks = 0;
    expect(await failure((await serve(answers(5))).waitForJob('job-1', { pollMs: 1 }))).toMatchObject({
      code: 'OVERLOADED',
    });
  });

  it('stops at once when the caller aborts between two looks', async () => {
    const running = await gateway({ jobLooks: 1000 });
    const client = new TesseraClient({ url: running.url });
    const abort = new AbortController();
    const reason = new Error('enough');
    const id = await begin(client, running);
    const onProgress = (): void => void setTimeout(() => abort.abort(reason), 10);
    expect(await failure(client.waitForJob(id, { pollMs: 60_000, signal: abort.signal, onProgress }))).toBe(reason);
  });
});
