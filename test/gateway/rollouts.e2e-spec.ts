import { createHash } from 'node:crypto';
import { type ServerResponse } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Json } from '#test/json';
import { denseFocusAnswer, type LyingModelServer, lyingModelServer } from '#test/lying-model-server';
import { type MadeSlide, SlideMaker } from '#test/many-slides';
import { metricOf } from '#test/metric-of';
import { openTestGateway, type TestGateway } from '#test/open-test-gateway';
import { storeKinds } from '#test/stores';

const MODEL = 'local:demo-dense-focus';
const RESULT = '{ outcome isInService notices changes { before after } write { id kind } }';
const SET = `mutation Set($alias: String! = "champion", $arms: [RolloutArmInput!]!, $shadow: RolloutShadowInput, $fallback: [String!]! = [],
  $expected: ID, $dryRun: Boolean! = false, $key: String) { setRollout(model: "${MODEL}", alias: $alias, arms: $arms, shadow: $shadow,
  fallback: $fallback, expectedRevision: $expected, dryRun: $dryRun, idempotencyKey: $key) ${RESULT} }`;
const PREDICT = `query P($id: ID!, $model: ModelRef!, $fallback: Boolean! = false) { slide(id: $id) { prediction(model: $model, allowFallback: $fallback) {
  targets { ... on BinaryCall { logit } } provenance { isReused model { ref } rollout { alias revision bucket isFallback } } } } }`;
const ROLLOUTS = `{ registeredModels(filter: { search: "dense-focus" }) { nodes { rollouts { alias revision target isInForce salt fallback
  arms { version percent } shadow { version percent } } } } }`;
const PLACE = `mutation Place($server: ID!, $dryRun: Boolean! = false) {
  placeModelVersion(model: "${MODEL}/1", server: $server, dryRun: $dryRun) ${RESULT} }`;
const REMOVE = `mutation { removePlacement(model: "${MODEL}/1", server: "second") ${RESULT} }`;
const PLACEMENTS = `{ modelVersion(ref: "${MODEL}/1") { isReady placements { server servedName servedVersion origin state } } }`;

const arms = (one: number, two: number) => [
  { version: '1', percent: one },
  { version: '2', percent: two },
];

/** Both versions answer what is in their name: 1 and 2. */
function honest(response: ServerResponse, path: string, [, tiles = 0]: readonly number[]): void {
  const version = path.split('/')[5] === '1' ? '1' : '2';
  response.end(JSON.stringify(denseFocusAnswer(version, tiles, Number(version))));
}

const until = async (holds: () => boolean | Promise<boolean>): Promise<void> => {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 10));
};

describe.each(storeKinds)('rollouts and placements, on the $kind store', (kind) => {
  describe.skipIf(kind.skip)('where champion is on version 1', () => {
    let first: LyingModelServer;
    let second: LyingModelServer;
    let gateway: TestGateway;
    let maker: SlideMaker;

    beforeAll(async () => {
      [first, second] = [await lyingModelServer(), await lyingModelServer()];
      for (const server of [first, second]) server.lie(honest);
      const placements = ['1', '2'].map((version) => ({
        model: `${MODEL}/${version}`,
        as: { name: 'demo-dense-focus', version },
      }));
      const modelServers = [
        { id: 'first', url: first.url, placements },
        { id: 'second', url: second.url },
      ];
      gateway = await openTestGateway(kind, { modelServers });
      maker = await SlideMaker.of(gateway);
    });
    afterAll(async () => {
      await gateway?.close();
      await first?.close();
      await second?.close();
    });

    const set = async (variables: Json): Promise<Json> => (await gateway.data(SET, variables)).setRollout;
    const codeOf = async (query: string, variables: Json) =>
      (await gateway.ask(query, variables)).errors[0]?.extensions['code'];
    const predict = async ({ id }: MadeSlide, model = `${MODEL}@champion`, fallback = false): Promise<Json> =>
      (await gateway.data(PREDICT, { id, model, fallback })).slide.prediction;
    let revision: string | null = null;

    it('a dry run says what share of the slides moves, and writes nothing', async () => {
      const planned = await set({ arms: arms(70, 30), expected: null, dryRun: true });
      expect(planned).toMatchObject({
        outcome: 'WOULD_WRITE',
        notices: ['30.00 % of the slides meet another version than before.'],
      });
      expect((await gateway.data(ROLLOUTS)).registeredModels.nodes[0].rollouts).toEqual([]);
    });

    it('a slide meets the version of its bucket, and the answer says why', async () => {
      const written = await set({ arms: arms(70, 30), expected: null, key: 'spring' });
      expect(written).toMatchObject({ outcome: 'WRITTEN', isInService: true, write: { kind: 'ROLLOUT_SET' } });
      revision = written.write.id;
      const met = new Set<string>();
      for (const slide of await maker.many(24)) {
        const digest = createHash('sha256').update(`champion\n${slide.id}`).digest('hex');
        const bucket = parseInt(digest.slice(0, 12), 16) % 10_000;
        const version = bucket < 7_000 ? '1' : '2';
        const { targets, provenance } = await predict(slide);
        expect(targets).toEqual([{ logit: Number(version) }]);
        expect(provenance.model.ref).toBe(`${MODEL}/${version}`);
        expect(provenance.rollout).toEqual({ alias: 'champion', revision, bucket, isFallback: false });
        met.add(version);
      }
      expect(met.size).toBe(2);
      expect((await predict(maker.imported, `${MODEL}/1`)).provenance.rollout).toBeNull();
    });

    it('the same request twice is written once, and another belief is a CONFLICT', async () => {
      expect((await set({ arms: arms(70, 30), expected: null, key: 'spring' })).outcome).toBe('UNCHANGED');
      expect(await codeOf(SET, { arms: arms(50, 50), expected: null })).toBe('CONFLICT');
      const [rollout] = (await gateway.data(ROLLOUTS)).registeredModels.nodes[0].rollouts;
      expect(rollout).toMatchObject({ revision, isInForce: true, salt: 'champion', arms: arms(70, 30) });
    });

    it.each([
      ['shares that do not sum to 100', { arms: arms(70, 20) }],
      ['a third decimal', { arms: arms(70.001, 29.999) }],
      ['a version that is not there', { arms: [...arms(70, 20), { version: '9', percent: 10 }] }],
      ['arms without the version of the alias', { arms: [{ version: '2', percent: 100 }] }],
    ])('refuses %s', async (_title, wrong) => {
      expect(await codeOf(SET, { ...wrong, expected: revision })).toBe('BAD_USER_INPUT');
    });

    it('a shadow gets a copy: its answer is stored, and never returned', async () => {
      const shadow = { version: '2', percent: 100 };
      revision = (await set({ arms: arms(100, 0), shadow, fallback: ['2'], expected: revision })).write.id;
      const [slide] = await maker.many(1);
      if (!slide) throw new Error('a slide was expected');
      expect((await predict(slide)).targets).toEqual([{ logit: 1 }]);
      await until(async () => (await predict(slide, `${MODEL}/2`)).provenance.isReused);
      expect(await metricOf(gateway, 'shadow_questions')).toBe(1);
    });

    it('a fallback answers only for a caller who allows it, and the answer names it', async () => {
      first.lie((response, path, shape) =>
        path.includes('/versions/1/') ? void response.writeHead(503).end('{}') : honest(response, path, shape),
      );
      const [slide] = await maker.many(1);
      if (!slide) throw new Error('a slide was expected');
      expect(await codeOf(PREDICT, { id: slide.id, model: `${MODEL}@champion` })).toBe('MODEL_UNAVAILABLE');
      const { targets, provenance } = await predict(slide, `${MODEL}@champion`, true);
      expect(targets).toEqual([{ logit: 2 }]);
      expect(provenance).toMatchObject({ model: { ref: `${MODEL}/2` }, rollout: { revision, isFallback: true } });
      expect(await codeOf(PREDICT, { id: slide.id, model: `${MODEL}/1`, fallback: true })).toBe('MODEL_UNAVAILABLE');
    });

    it('a version is placed on another server by mutation, and answers from there', async () => {
      expect((await gateway.data(PLACE, { server: 'second', dryRun: true })).placeModelVersion.outcome).toBe(
        'WOULD_WRITE',
      );
      const { placeModelVersion } = await gateway.data(PLACE, { server: 'second' });
      expect(placeModelVersion).toMatchObject({
        outcome: 'WRITTEN',
        isInService: true,
        write: { kind: 'PLACEMENT_SET' },
      });
      expect((await gateway.data(PLACE, { server: 'second' })).placeModelVersion.outcome).toBe('UNCHANGED');
      expect(await codeOf(PLACE, { server: 'third' })).toBe('BAD_USER_INPUT');
      const shown = async (): Promise<Json> => (await gateway.data(PLACEMENTS)).modelVersion.placements;
      await until(async () => (await shown()).every((placement: Json) => placement.state === 'READY'));
      const as = { servedName: 'demo-dense-focus', servedVersion: '1', state: 'READY' };
      expect(await shown()).toEqual([
        { server: 'first', origin: 'CONFIGURATION', ...as },
        { server: 'second', origin: 'MUTATION', ...as },
      ]);
      // The first server still fails for this version: the second one answers instead.
      for (const slide of await maker.many(4)) expect((await predict(slide)).targets).toEqual([{ logit: 1 }]);
      expect(second.infers()).toBe(4);
      expect((await gateway.data(REMOVE)).removePlacement.outcome).toBe('WRITTEN');
      expect(await shown()).toHaveLength(1);
      first.lie(honest);
    });

    it('is over when the alias is moved', async () => {
      const move = `mutation { setAlias(model: "${MODEL}", alias: "champion", version: "2", expectedVersion: "1") { outcome } }`;
      expect((await gateway.data(move)).setAlias.outcome).toBe('WRITTEN');
      expect((await gateway.data(ROLLOUTS)).registeredModels.nodes[0].rollouts[0].isInForce).toBe(false);
      for (const slide of await maker.many(4)) {
        const { targets, provenance } = await predict(slide);
        expect([targets, provenance.rollout]).toEqual([[{ logit: 2 }], null]);
      }
    });

    it('the servers are shown with what was counted, to people and to Prometheus', async () => {
      const { modelServers } = await gateway.data(
        '{ modelServers { id state softwareName breaker inFlight queued calls errors { code count } latency { count p50Ms p95Ms p99Ms } placements { model } } }',
      );
      expect(modelServers[0]).toMatchObject({
        id: 'first',
        state: 'READY',
        softwareName: 'double',
        inFlight: 0,
        queued: 0,
      });
      expect(modelServers[0].placements).toEqual([{ model: `${MODEL}/1` }, { model: `${MODEL}/2` }]);
      const { p50Ms, p95Ms, p99Ms } = modelServers[0].latency;
      expect(0 < p50Ms && p50Ms <= p95Ms && p95Ms <= p99Ms).toBe(true);
      const failed = modelServers[0].errors.find((error: Json) => error.code === 'MODEL_UNAVAILABLE');
      const { bytes } = await gateway.get('/metrics');
      expect(bytes.toString()).toContain(`tessera_model_server_calls{server="first"} ${modelServers[0].calls}`);
      expect(bytes.toString()).toContain(
        `tessera_model_server_errors{server="first",code="MODEL_UNAVAILABLE"} ${failed.count}`,
      );
    });
  });
});
