import { type ServerResponse } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addSlide, C6_FACTS, importCorner, QUIET_CORNER } from '#test/c6';
import { denseFocusAnswer, type LyingModelServer, lyingModelServer } from '#test/lying-model-server';
import { SlideMaker } from '#test/many-slides';
import { metricOf } from '#test/metric-of';
import { openTestGateway, type TestGateway } from '#test/open-test-gateway';
import { type StoreKind, storeKinds } from '#test/stores';

const FIELDS = `fragment F on SlidePrediction { targets { ... on BinaryCall { logit probability } } provenance { answerId isReused } }`;
const ONE = `${FIELDS} query One($id: ID!) { slide(id: $id) { prediction(model: "local:demo-dense-focus/1") { ...F } } }`;

describe.each(storeKinds)('identical questions, on the $kind store', (kind) => {
  describe.skipIf(kind.skip)('to a server that answers when the test says so, each time another number', () => {
    const KEYS = { 'north-one': ['READER', 'OPERATOR'], 'south-one': ['READER', 'OPERATOR'] } as const;
    const NORTH = 'north-one';
    const SOUTH = 'south-one';
    let server: LyingModelServer;
    let gateway: TestGateway;
    let slides: Readonly<Record<string, string>>;
    let held: { readonly answer: () => void; readonly response: ServerResponse }[] = [];
    let gone = 0;
    let number = 0;

    const open = (store: StoreKind, keys?: typeof KEYS) => {
      const placements = [{ model: 'local:demo-dense-focus/1', as: { name: 'demo-dense-focus', version: '1' } }];
      const modelServers = [{ id: 'held', url: server.url, placements }];
      return openTestGateway(store, { modelServers, ...(keys ? { keys } : {}) });
    };
    /** Sends a question whose caller can leave. */
    const ask = async (key: string, leaving = new AbortController()) => {
      const answer = await fetch(`${gateway.gateway.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${key}-key` },
        body: JSON.stringify({ query: ONE, variables: { id: slides[key] } }),
        signal: leaving.signal,
      });
      return JSON.parse(await answer.text());
    };
    const shared = () => metricOf(gateway, 'questions_shared');

    beforeAll(async () => {
      server = await lyingModelServer();
      server.lie((response, _path, [, tiles = 0]) => {
        number += 1;
        const body = JSON.stringify(denseFocusAnswer('1', tiles, number));
        held.push({ answer: () => void response.end(body), response });
        response.on('close', () => response.writableFinished || (gone += 1));
      });
      gateway = await open(kind, KEYS);
      const add = async (key: string) => {
        const id = await addSlide(gateway, 'C6.tiff', C6_FACTS, key);
        await importCorner(gateway, id, key);
        return id;
      };
      slides = { [NORTH]: await add(NORTH), [SOUTH]: await add(SOUTH) };
    });
    afterAll(async () => {
      await gateway?.close();
      await server?.close();
    });
    beforeEach(() => {
      held = [];
      gone = 0;
      server.forget();
    });

    it('go on when the first caller leaves, are one call for two tenants, and are stored for each', async () => {
      const before = await shared();
      const leaving = new AbortController();
      const first = ask(NORTH, leaving);
      first.catch(() => undefined);
      await expect.poll(() => held.length).toBe(1);
      const others = [ask(NORTH), ask(SOUTH)];
      await expect.poll(shared).toBe(before + 2);
      leaving.abort();
      await expect(first).rejects.toThrow();
      held[0]?.answer();
      const logits = (await Promise.all(others)).map(({ data }) => data.slide.prediction.targets[0].logit);
      expect(logits).toEqual([number, number]);
      expect([server.infers(), gone]).toEqual([1, 0]);
      for (const key of [NORTH, SOUTH]) {
        const { data } = await ask(key);
        expect(data.slide.prediction.provenance.isReused).toBe(true);
        expect(data.slide.prediction.targets[0].logit).toBe(number);
      }
      const answers = [NORTH, SOUTH].map((key) =>
        gateway.ask('query ($id: ID!) { slide(id: $id) { id } }', { id: slides[NORTH] }, key),
      );
      expect((await Promise.all(answers)).map(({ errors }) => errors[0]?.extensions['code'])).toEqual([
        undefined,
        'NOT_FOUND',
      ]);
    });

    it('are given up at the server when the last caller has left', async () => {
      const query = `query ($id: ID!, $region: RegionInput) { slide(id: $id) { prediction(model: "local:demo-dense-focus/1", region: $region) { tileCount } } }`;
      const askRegion = (signal: AbortSignal) =>
        fetch(`${gateway.gateway.url}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: `Bearer ${NORTH}-key` },
          body: JSON.stringify({ query, variables: { id: slides[NORTH], region: QUIET_CORNER } }),
          signal,
        });
      const before = await shared();
      const [one, two] = [new AbortController(), new AbortController()];
      const asking = [askRegion(one.signal), askRegion(two.signal)];
      for (const each of asking) each.catch(() => undefined);
      await expect.poll(() => held.length).toBe(1);
      await expect.poll(shared).toBe(before + 1);
      one.abort();
      await expect(asking[0]).rejects.toThrow();
      expect(gone).toBe(0);
      two.abort();
      await expect.poll(() => gone).toBe(1);
      expect(server.infers()).toBe(1);
    });

    // Two gateways have one database only where it is a server.
    if (kind.kind !== 'embedded')
      it('at two gateways on one database get the answer that was stored first, both', async () => {
        const store = await kind.create();
        const together: StoreKind = { ...kind, create: async () => ({ ...store, remove: async () => undefined }) };
        const gateways = [await open(together), await open(together)];
        try {
          const [first, second] = gateways;
          if (!first || !second) throw new Error('two gateways were expected');
          const { imported } = await SlideMaker.of(first);
          const asking = gateways.map((each) => each.ask(ONE, { id: imported.id }));
          await expect.poll(() => held.length).toBe(2);
          held[1]?.answer();
          await Promise.race(asking);
          held[0]?.answer();
          const replies = await Promise.all(asking);
          expect(replies.map(({ errors }) => errors)).toEqual([[], []]);
          const logits = replies.map(({ data }) => data.slide.prediction.targets[0].logit);
          expect(logits).toEqual([number, number]);
          expect(replies.map(({ data }) => data.slide.prediction.provenance.isReused).toSorted()).toEqual([
            false,
            true,
          ]);
          const differed = await Promise.all(gateways.map((each) => metricOf(each, 'answers_differed')));
          expect(differed.toSorted()).toEqual([0, 1]);
        } finally {
          for (const each of gateways) await each.close();
          await store.remove();
        }
      });
  });
});
