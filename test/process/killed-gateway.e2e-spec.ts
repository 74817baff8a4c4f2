import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '#libs/database';
import { AddSlideDocument, JobDocument, PrepareFeaturesDocument, SlideDocument } from '#libs/client';
import { migrations } from '#migrations';
import { AuditLog, PostgresAuditSink } from '#gateway/audit';
import { GatewayBench, until, untilGone, type RunningGateway } from '#test/gateway-process';
import { CHAMPION, copyLargeSlide, ENCODER, predict, writeOwnSlide } from '#test/slide-world';
import { storeEntities } from '#test/store-entities';

const CYCLES = 12;
const WRITERS = 3;

const bench = new GatewayBench();
let dataDir = '';
let slides = '';

beforeAll(async () => {
  [dataDir, slides] = await Promise.all([bench.dataDir(), bench.folder()]);
});

afterAll(() => bench.close());

const start = (): Promise<RunningGateway> =>
  bench.start({ TESSERA_DATA_DIR: dataDir, TESSERA_SLIDE_ROOTS: slides, TESSERA_MODEL_SERVER: 'none' });

interface Acknowledged {
  readonly id: string;
  readonly name: string;
  readonly requestId: string;
}

/** Adds slides without end, until the gateway is gone; keeps those that were acknowledged. */
async function addUntilKilled(gateway: RunningGateway, prefix: string, kept: Acknowledged[]): Promise<void> {
  for (let n = 0; ; n += 1) {
    const name = `${prefix}-${n}`;
    const path = await writeOwnSlide(slides, `${name}.svs`);
    const body = { query: AddSlideDocument.text, variables: { input: { path, name, stain: 'HE' } } };
    const answer = await post(gateway, body).catch(() => null);
    if (answer === null) return;
    expect(answer.json.errors).toBeUndefined();
    kept.push({ id: answer.json.data.addSlide.id, name, requestId: answer.requestId });
  }
}

interface Answer {
  readonly errors?: unknown;
  readonly data: { readonly addSlide: { readonly id: string } };
}

async function post({ url }: RunningGateway, body: object) {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify(body) });
  const json: Answer = JSON.parse(await response.text());
  return { json, requestId: response.headers.get('x-request-id') ?? '' };
}

async function expectAll({ client }: RunningGateway, acknowledged: readonly Acknowledged[]): Promise<number> {
  const found = new Map<string, unknown>();
  for await (const slide of client.allSlides()) {
    expect(slide).toMatchObject({ widthPx: 16, heightPx: 16, stain: 'HE', format: 'APERIO_SVS' });
    found.set(slide.id, slide.name);
  }
  for (const { id, name } of acknowledged) expect(found.get(id)).toBe(name);
  return found.size;
}

describe('kill -9 while slides are being added', () => {
  it('loses nothing that was acknowledged, and the audit chain holds', { timeout: 300_000 }, async () => {
    const acknowledged: Acknowledged[] = [];
    const restarts: number[] = [];
    let stored = 0;
    for (let cycle = 0; cycle < CYCLES; cycle += 1) {
      const gateway = await start();
      if (cycle > 0) restarts.push(gateway.startedInMs);
      stored = await expectAll(gateway, acknowledged);
      const writers = Array.from({ length: WRITERS }, (_, w) =>
        addUntilKilled(gateway, `c${cycle}-w${w}`, acknowledged),
      );
      const before = acknowledged.length;
      // At least one of each writer, however busy the machine is.
      await until(() => acknowledged.length >= before + WRITERS, 30_000);
      await sleep(Math.random() * 500);
      await gateway.signal('SIGKILL');
      await Promise.all(writers);
    }
    const last = await start();
    stored = await expectAll(last, acknowledged);
    expect(await last.stop()).toEqual({ code: 0, signal: null });
    const audited = await auditedRequests();
    for (const { requestId } of acknowledged) expect(audited).toContain(requestId);
    expect(acknowledged.length).toBeGreaterThan(CYCLES * 2);
    const unanswered = stored - acknowledged.length;
    expect(unanswered).toBeLessThanOrEqual(CYCLES * WRITERS);
    const slowest = Math.max(...restarts);
    console.log(
      `${acknowledged.length} acknowledged, ${unanswered} stored unanswered; slowest restart ${slowest.toFixed(0)} ms`,
    );
    expect(slowest).toBeLessThan(20_000);
  });
});

/** Opens the store that the gateways left, verifies the chain, and gives the request ids in it. */
async function auditedRequests(): Promise<readonly string[]> {
  const { dataSource, close } = await openDatabase({
    kind: 'embedded',
    dataDir,
    entities: storeEntities,
    migrations,
    log: () => undefined,
  });
  try {
    const sink = new PostgresAuditSink(dataSource);
    const verdict = await new AuditLog(sink).verifyChain();
    expect(verdict).toMatchObject({ kind: 'intact' });
    return (await sink.read(0, 100_000)).map(({ requestId }) => requestId);
  } finally {
    await close();
  }
}

describe('kill -9 while features are being made', () => {
  it('leaves no model server, and the job ends well after the restart', { timeout: 240_000 }, async () => {
    const environment = { TESSERA_DATA_DIR: dataDir, TESSERA_SLIDE_ROOTS: slides };
    const first = await bench.start(environment);
    const { addSlide } = await first.client.request(AddSlideDocument, {
      input: { path: await copyLargeSlide(slides) },
    });
    const { prepareFeatures } = await first.client.request(PrepareFeaturesDocument, {
      input: { slideId: addSlide.id, encoder: ENCODER },
    });
    const { id } = prepareFeatures;
    const lookAt = async ({ client }: RunningGateway) => (await client.request(JobDocument, { id })).job;
    await until(async () => ((await lookAt(first))?.done ?? 0) > 0, 60_000);
    const modelServer = await first.modelServerPid();
    await first.signal('SIGKILL');
    console.log(`the model server was gone ${(await untilGone(modelServer)).toFixed(0)} ms after its gateway`);

    const second = await bench.start(environment);
    const before = performance.now();
    await until(async () => (await lookAt(second))?.state === 'RUNNING');
    // The lease of the killed process is 30 s long; on a store that nobody else can have open there is nothing to wait for.
    expect(performance.now() - before).toBeLessThan(10_000);
    const job = await second.client.waitForJob(id, { pollMs: 200 });
    expect(job).toMatchObject({ state: 'SUCCEEDED', featureBag: { tileCount: 552 } });
    const { slide } = await second.client.request(SlideDocument, { id: addSlide.id });
    expect(slide?.featureBags).toHaveLength(1);
    const features = await second.client.fetchArray(job.featureBag?.featuresHref ?? '');
    expect([features.shape, features.data.every(Number.isFinite)]).toEqual([[552, 1280], true]);
    expect((await predict(second, addSlide.id, CHAMPION)).tileCount).toBe(552);
    await second.stop();
    expect(await draftsLeft()).toEqual([]);
  });
});

/** What the killed process was writing is put away at the next start. */
async function draftsLeft(): Promise<readonly string[]> {
  const files = await readdir(join(dataDir, 'blobs'), { recursive: true, withFileTypes: true });
  return files.filter((file) => file.isFile() && !/^[0-9a-f]{60,64}$/.test(file.name)).map(({ name }) => name);
}
