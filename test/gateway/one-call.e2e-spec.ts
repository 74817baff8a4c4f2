import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Fleet } from '#gateway/routing';
import { QUIET_CORNER } from '#test/c6';
import { type Json } from '#test/json';
import { SlideMaker } from '#test/many-slides';
import { metricOf } from '#test/metric-of';
import { openTestGateway, type TestGateway } from '#test/open-test-gateway';
import { storeKinds } from '#test/stores';

const FIELDS = `fragment F on SlidePrediction { targets { ... on BinaryCall { logit probability } } provenance { answerId isReused computedAt } }`;
const ONE = `${FIELDS} query One($id: ID!) { slide(id: $id) { prediction(model: "local:demo-dense-focus/1") { ...F } } }`;
const FOUR = `${FIELDS} query Four($id: ID!, $region: RegionInput!) { slide(id: $id) {
  a: prediction(model: "demo-dense-focus@champion", region: $region) { ...F }
  b: prediction(model: "local:demo-dense-focus@champion", region: $region) { ...F }
  c: prediction(model: "demo-dense-focus/1", region: $region) { ...F }
  d: prediction(model: "local:demo-dense-focus/1", region: $region) { ...F } } }`;

describe('identical questions', () => {
  describe('to the embedded model server', () => {
    let gateway: TestGateway;
    let maker: SlideMaker;

    /** What the model server itself counted for version 1, and the gateway, before and after. */
    const counted = async (work: () => Promise<void>) => {
      const client = gateway.gateway.app.get(Fleet, { strict: false }).server('embedded')?.client();
      const read = async () => {
        const [model] = (await client?.statistics('demo-dense-focus', '1')) ?? [];
        const calls = await metricOf(gateway, 'model_server_calls');
        const asked = await metricOf(gateway, 'questions_asked');
        return { requests: model?.success.count ?? NaN, executions: model?.executionCount ?? NaN, calls, asked };
      };
      const before = await read();
      await work();
      const after = await read();
      return {
        requests: after.requests - before.requests,
        executions: after.executions - before.executions,
        calls: after.calls - before.calls,
        asked: after.asked - before.asked,
      };
    };
    const ONE_CALL = { requests: 1, executions: 1, calls: 1, asked: 1 };

    beforeAll(async () => {
      const [kind] = storeKinds;
      if (!kind) throw new Error('a store was expected');
      gateway = await openTestGateway(kind);
      maker = await SlideMaker.of(gateway);
    });
    afterAll(() => gateway?.close());

    it('under four names of one version are one call', async () => {
      const heard = await counted(async () => {
        const { slide } = await gateway.data(FOUR, { id: maker.imported.id, region: QUIET_CORNER });
        const answers: readonly Json[] = [slide.a, slide.b, slide.c, slide.d];
        expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
        expect(slide.a.provenance.isReused).toBe(false);
      });
      expect(heard).toEqual(ONE_CALL);
    });

    it('of eight requests at once are one call, and later ones none and no look into the table of answers', async () => {
      const [slide] = await maker.many(1);
      const ask = () => gateway.data(ONE, { id: slide?.id });
      const replies: Json[] = [];
      const ofTheFirst: string[] = [];
      const heard = await counted(async () => {
        const work = async (): Promise<void> =>
          void replies.push(...(await Promise.all(Array.from({ length: 8 }, ask))));
        ofTheFirst.push(...(await gateway.statements.during(work)));
      });
      expect(heard).toEqual(ONE_CALL);
      expect(ofTheFirst.filter((statement) => /"answer"/.test(statement)).length).toBeGreaterThan(0);
      expect(new Set(replies.map((reply) => reply.slide.prediction.targets[0].logit)).size).toBe(1);
      expect(new Set(replies.map((reply) => reply.slide.prediction.provenance.answerId)).size).toBe(1);

      const hits = await metricOf(gateway, 'answer_cache_hits');
      const statements = await gateway.statements.during(async () => {
        expect((await ask()).slide.prediction.provenance.isReused).toBe(true);
      });
      expect(statements.filter((statement) => /"answer"/.test(statement))).toEqual([]);
      expect(await metricOf(gateway, 'answer_cache_hits')).toBe(hits + 1);
      expect(await metricOf(gateway, 'answer_cache_bytes')).toBeGreaterThan(0);
    });
  });
});
