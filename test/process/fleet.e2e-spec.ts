import { appendFile, copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AddSlideDocument, JobDocument, PrepareFeaturesDocument, SlidesDocument } from '#libs/client';
import { clientOf, NOTEBOOK_REQUESTS, startFleet, type Fleet } from '#test/fleet';
import { expectAcknowledged, expectEachOnce, jobsOf } from '#test/fleet-checks';
import { demoSlides, until, type RunningGateway } from '#test/gateway-process';
import { postgresForTests } from '#test/postgres';
import { reasonToSkipRedis } from '#test/redis-server';
import { ENCODER } from '#test/slide-world';
import { sendRaw, TrafficLane, type TrafficWorld } from '#test/traffic';

const postgres = await postgresForTests();
const skip = 'skip' in postgres ? postgres.skip : await reasonToSkipRedis();
const LARGE = 'C6.tiff';
const SMALL = 'CMU-1-Small-Region.svs';

let fleet: Fleet;
let world: TrafficWorld;

/** The same picture in a file of its own, so that it is another slide. */
async function ownSlide(of: string, name: string): Promise<string> {
  await copyFile(join(demoSlides, of), join(fleet.slides, name));
  await appendFile(join(fleet.slides, name), name);
  return name;
}

/** Adds a slide and asks for its features. @returns the slide's id and the acknowledged job's */
async function begin(gateway: RunningGateway, of: string, name: string) {
  const client = clientOf(gateway, 'app');
  const { addSlide } = await client.request(AddSlideDocument, { input: { path: await ownSlide(of, name) } });
  const input = { slideId: addSlide.id, encoder: ENCODER };
  const { prepareFeatures } = await client.request(PrepareFeaturesDocument, { input });
  return { slideId: addSlide.id, jobId: prepareFeatures.id };
}

/** The worker process that has a job, by the process id in its name. */
async function workerOf(jobId: string): Promise<RunningGateway> {
  const worker = (await jobsOf(fleet)).find(({ id }) => id === jobId)?.worker?.split(':')[1];
  const found = fleet.workers.find(({ pid }) => String(pid) === worker);
  if (!found) throw new Error('the job is with no worker');
  return found;
}

const TAGS = { text: '{ registeredModels(first: 100) { nodes { name tags { key value } } } }' };
const SET_TAG = {
  text: 'mutation($v: String) { setModelTag(model: "local:demo-dense-focus", key: "seen", value: $v) { isInService } }',
};

async function tagAt({ url }: RunningGateway): Promise<string> {
  const headers = { 'content-type': 'application/json', authorization: 'Bearer registrar-key' };
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ query: TAGS.text }),
  });
  return response.text();
}

describe.skipIf(skip !== undefined)(
  'two gateways and two workers on PostgreSQL and Redis',
  { timeout: 300_000 },
  () => {
    beforeAll(async () => {
      if ('skip' in postgres || skip !== undefined) return;
      fleet = await startFleet(postgres.url);
    }, 240_000);

    afterAll(() => fleet?.close());

    it('are ready, Redis included', async () => {
      for (const { url } of [...fleet.gateways, ...fleet.workers]) {
        const ready = await fetch(`${url}/health/ready`);
        const checks = { store: 'ok', 'model-server rack': 'ok', redis: 'ok' };
        expect(await ready.json()).toEqual({ status: 'ready', checks });
      }
    });

    it('see what one writes into the registry at once, long before they would look again', async () => {
      const [one, other] = fleet.gateways;
      for (const [from, to] of [[one, other] as const, [other, one] as const]) {
        const value = `by-${from.pid}`;
        expect((await sendRaw(from, 'registrar', SET_TAG, { v: value })).code).toBe('OK');
        const before = performance.now();
        await until(async () => (await tagAt(to)).includes(value));
        const ms = performance.now() - before;
        console.log(`a registry write was seen by the other gateway after ${ms.toFixed(0)} ms`);
        expect(ms).toBeLessThan(1_000);
      }
    });

    it('count a caller together, and leave the others alone', async () => {
      const outcomes: number[] = [];
      const lanes = Array.from({ length: 6 }, async (_, lane) => {
        for (let n = 0; n < 15; n += 1) {
          const gateway = fleet.gateways[lane % 2 === 0 ? 0 : 1];
          outcomes.push((await sendRaw(gateway, 'notebook', { text: '{ viewer { id } }' }, {})).status);
        }
      });
      await Promise.all(lanes);
      expect(outcomes.filter((status) => status === 200)).toHaveLength(NOTEBOOK_REQUESTS);
      expect(outcomes.filter((status) => status === 429)).toHaveLength(90 - NOTEBOOK_REQUESTS);
      for (const gateway of fleet.gateways)
        expect((await sendRaw(gateway, 'app', SlidesDocument, { first: 1 })).code).toBe('OK');
    });

    it('lose no job and do none twice, and the living gateway fails nobody, when a worker and a gateway are killed', async () => {
      const [dying, living] = fleet.gateways;
      const prepared = await begin(living, SMALL, 'prepared.svs');
      await clientOf(living, 'app').waitForJob(prepared.jobId, { pollMs: 100 });
      world = { slides: fleet.slides, slideId: prepared.slideId };
      const lanes = {
        dying: [1, 2].map((n) => lane(dying, `d${n}`)),
        living: [3, 4].map((n) => lane(living, `l${n}`)),
      };

      const begun = [prepared, await begin(dying, LARGE, 'large.tiff')];
      const large = begun[1]?.jobId ?? '';
      for (const [n, gateway] of [dying, living, dying].entries())
        begun.push(await begin(gateway, SMALL, `small-${n}.svs`));
      await until(async () => ((await jobOf(living, large))?.done ?? 0) > 0, 120_000);
      const victim = await workerOf(large);
      await victim.signal('SIGKILL');
      const left = (await jobsOf(fleet))
        .filter(({ worker }) => worker?.split(':')[1] === String(victim.pid))
        .map(({ id }) => id);
      expect(left).toContain(large);

      await until(() => lanes.dying.every(({ answered }) => answered.length >= 6), 120_000);
      begun.push(await begin(dying, SMALL, 'last.svs'));
      expect(lanes.dying.flatMap(({ failures }) => failures)).toEqual([]);
      await dying.signal('SIGKILL');
      const before = lanes.living.map(({ answered }) => answered.length);

      for (const { jobId } of begun) {
        const job = await clientOf(living, 'app').waitForJob(jobId, { pollMs: 200, timeoutMs: 200_000 });
        expect(job).toMatchObject({
          state: 'SUCCEEDED',
          error: null,
          featureBag: { tileCount: jobId === large ? 552 : 39 },
        });
      }
      await until(() => lanes.living.every(({ answered }, n) => answered.length > (before[n] ?? 0) + 5), 120_000);
      const all = [...lanes.dying, ...lanes.living];
      await Promise.all(all.map((each) => each.stop()));

      expect(lanes.living.flatMap(({ failures }) => failures)).toEqual([]);
      // The connection of each lane of the killed gateway broke once.
      expect(lanes.dying.map(({ failures }) => failures.length)).toEqual([1, 1]);
      await expectEachOnce(fleet, begun, left);
      await expectAcknowledged(fleet, all);
      const counts = all.map(({ answered }) => answered.length);
      console.log(
        `answered by lane: ${counts.join(', ')}; the killed worker had ${left.length} of ${begun.length} jobs`,
      );
    });

    it('end in order when they are told to', async () => {
      for (const one of [
        fleet.gateways[1],
        ...fleet.workers.filter(({ process: { child } }) => child.signalCode === null),
      ]) {
        expect(await one.stop()).toEqual({ code: 0, signal: null });
      }
    });
  },
);

const lane = (gateway: RunningGateway, name: string): TrafficLane => new TrafficLane(gateway, name, world);

async function jobOf(gateway: RunningGateway, id: string) {
  return (await clientOf(gateway, 'app').request(JobDocument, { id })).job;
}
