import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ModelRegistry, parseModelRef } from '#model-registry';
import { CohortAnswers, CohortCatalog, type ItemReplies } from '#gateway/cohorts';
import { AnswerScopes } from '#gateway/pipeline';
import { createCohort } from '#test/cohorts';
import { QUIET_CORNER, V1, V2 } from '#test/c6';
import { idsOf, openManyWorld, type ManyWorld, TWO } from '#test/many-world';
import { DEMO_MODELS } from '#test/open-test-gateway';
import { storeKinds } from '#test/stores';
import { startServer, type ServerProcess } from '../model-server/start-server.js';

const SLIDES = 40;

let server: ServerProcess;
beforeAll(async () => {
  server = await startServer('--models', DEMO_MODELS);
});
afterAll(() => server?.stop());

describe.each(storeKinds)('stored answers of a cohort, on the $kind store', (kind) => {
  describe.skipIf(kind.skip)('of slides, some of which were asked', () => {
    let world: ManyWorld;
    let asked: readonly string[];
    let bare: string;

    /** Reads a cohort as an operation does. */
    async function read(cohort: string, model: string): Promise<readonly ItemReplies[]> {
      const { app } = world.gateway.gateway;
      const [catalog, answers, scopes, registry] = [
        app.get(CohortCatalog, { strict: false }),
        app.get(CohortAnswers, { strict: false }),
        app.get(AnswerScopes, { strict: false }),
        app.get(ModelRegistry, { strict: false }),
      ];
      const { items } = await catalog.whole('default', cohort);
      const asker = {
        caller: { tenant: 'default', id: 'local' },
        signal: AbortSignal.timeout(30_000),
        deadlineAt: Date.now() + 30_000,
      };
      const version = registry.snapshot().resolve(parseModelRef(model));
      return answers.read({ kind: 'SLIDE_PREDICTION', version, versions: [version] }, items, scopes.of(asker));
    }

    beforeAll(async () => {
      world = await openManyWorld(kind, server.url, SLIDES);
      bare = await world.maker.bare();
      asked = idsOf(world.slides).slice(0, SLIDES - 10);
      await createCohort(world.gateway, {
        id: 'all',
        name: 'All',
        csv: ['slide', ...idsOf(world.slides), bare].join('\n'),
      });
    }, 120_000);
    afterAll(() => world?.close());

    it('are found by what would be asked, with no model run, and are what each slide alone answers', async () => {
      const { data } = await world.ask(TWO, asked);
      world.watched.forget();
      for (const [model, field] of [
        [V1, 'first'],
        [V2, 'second'],
      ] as const) {
        const replies = await read('all', model);
        expect(replies).toHaveLength(SLIDES + 1);
        for (const [index, { item, members }] of replies.entries()) {
          const [only] = members;
          expect(item.position).toBe(index);
          const expected = data.slides[index]?.[field];
          const kinds = index < asked.length ? 'ANSWER' : index < SLIDES ? 'NOT_ASKED' : 'REFUSED';
          expect(only?.reply.kind).toBe(kinds);
          if (only?.reply.kind === 'REFUSED') expect(only.reply.error.code).toBe('FEATURES_MISSING');
          if (only?.reply.kind !== 'ANSWER') continue;
          expect(only.reply.answerId).toBe(expected.provenance.answerId);
          expect(only.reply.raw.values.get('logit')).toEqual([expected.targets[0].logit]);
          expect(only.reply.features.bag.digest).toBe(world.slides[index]?.bag.digest);
        }
      }
      expect(world.watched.infers).toHaveLength(0);
    });

    it('are found for a region by the tiles that it holds, without the features', async () => {
      const { x, y, width, height } = QUIET_CORNER;
      const [id] = asked;
      const rows = [`${id},${x},${y},${width},${height}`, `${id},${x - 1},${y - 1},${width + 1},${height + 1}`];
      await createCohort(world.gateway, {
        id: 'region',
        name: 'R',
        csv: ['slide,x,y,width,height', ...rows].join('\n'),
      });
      expect((await read('region', V1)).map(({ members }) => members[0]?.reply.kind)).toEqual([
        'NOT_ASKED',
        'NOT_ASKED',
      ]);
      const one = `query One($id: ID!, $r: RegionInput!) { slide(id: $id) { prediction(model: "${V1}", region: $r) { provenance { answerId } } } }`;
      const { slide } = await world.gateway.data(one, { id, r: QUIET_CORNER });
      world.watched.forget();
      const both = await read('region', V1);
      // The second rectangle holds the same tiles: one question, one answer.
      expect(both.map(({ members }) => members[0]?.reply)).toMatchObject(
        Array(2).fill({ kind: 'ANSWER', answerId: slide.prediction.provenance.answerId }),
      );
      expect(world.watched.infers).toHaveLength(0);
    });
  });
});
