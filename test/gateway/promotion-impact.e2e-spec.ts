import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { V1, V2 } from '#test/c6';
import { openC6World, type C6World } from '#test/c6-cohort';
import { createCohort, predictionsOf } from '#test/cohorts';
import { type Json } from '#test/json';
import { DEMO_MODELS } from '#test/open-test-gateway';
import { storeKinds } from '#test/stores';
import { startServer, type ServerProcess } from '../model-server/start-server.js';

// Of the four hundred of the table: enough for every stratum and for calls that change.
const REGIONS = 120;
const LACKING = 40;

const IMPACT = `fragment I on PromotionImpact { before after cohort { id revision } notices
  counts { questions comparable lackingBefore lackingAfter changed }
  transitions { target before after count }
  strata { by value counts { questions comparable lackingBefore lackingAfter changed } }
  changes(first: 100) { totalCount nodes { item slideId target before after answerBefore answerAfter } } }`;
const QUERY = `${IMPACT} query Impact($version: String!, $cohort: ID) {
  promotionImpact(model: "demo-dense-focus", alias: "champion", version: $version, cohort: $cohort) { ...I } }`;
const DRY_RUN = `${IMPACT} mutation Dry($version: String!, $dryRun: Boolean!, $cohort: ID) {
  setAlias(model: "demo-dense-focus", alias: "champion", version: $version, expectedVersion: "1", dryRun: $dryRun) {
    outcome impact(cohort: $cohort) { ...I } } }`;

let server: ServerProcess;
beforeAll(async () => {
  server = await startServer('--models', DEMO_MODELS);
});
afterAll(() => server?.stop());

describe.each(storeKinds)('what a promotion would change, on the $kind store', (kind) => {
  describe.skipIf(kind.skip)('of regions of C6 that one version has not seen all of', () => {
    let world: C6World;
    let before: readonly Json[];
    let after: readonly Json[];

    /** What changes, worked out here from the predictions of both versions. */
    const expected = () =>
      before.flatMap((node, index) => {
        const [one, other] = [node, after[index]].map(({ members: [member] }) => member.prediction?.targets[0].call);
        return one === undefined || other === undefined || one === other ? [] : [{ key: node.item.key, one, other }];
      });

    beforeAll(async () => {
      world = await openC6World(kind, server.url);
      const [head = '', ...rows] = world.table.slice(0, 1 + REGIONS);
      const sited = rows.map((row, index) => `${row},site ${index % 2}`);
      const csv = [`${head},site`, ...sited];
      await createCohort(world.gateway, { id: 'all', name: 'All', csv: csv.join('\n') });
      await createCohort(world.gateway, {
        id: 'most',
        name: 'Most',
        csv: csv.slice(0, 1 + REGIONS - LACKING).join('\n'),
      });
      await world.predict('all', V1);
      await world.predict('most', V2);
      before = await predictionsOf(world.gateway, 'all', V1, 100);
      after = await predictionsOf(world.gateway, 'all', V2, 100);
    }, 180_000);
    afterAll(() => world?.close());
    beforeEach(() => world.watched.forget());

    it('is the difference of both versions’ calls, with no model run, and says what lacks an answer', async () => {
      const { promotionImpact: impact } = await world.gateway.data(QUERY, { version: '2', cohort: 'all' });
      expect(expected().length).toBeGreaterThan(0);
      expect(impact).toMatchObject({ before: V1, after: V2, cohort: { id: 'all', revision: 1 } });
      expect(impact.counts).toEqual({
        ...{ questions: REGIONS, comparable: REGIONS - LACKING, lackingBefore: 0, lackingAfter: LACKING },
        changed: expected().length,
      });
      expect(impact.changes.totalCount).toBe(expected().length);
      expect(
        impact.changes.nodes.map(({ item, before: one, after: other }: Json) => ({ key: item, one, other })),
      ).toEqual(expected());
      expect(impact.transitions.reduce((sum: number, { count }: Json) => sum + count, 0)).toBe(expected().length);
      expect(impact.notices.join(' ')).toContain(
        `${LACKING} of ${REGIONS} questions have no answer of the other version`,
      );
      expect(world.watched.infers).toHaveLength(0);
    });

    it('is counted by stratum, as the table says, and the strata of one kind add up to all', async () => {
      const { strata, counts } = (await world.gateway.data(QUERY, { version: '2', cohort: 'all' })).promotionImpact;
      const sites = strata.filter(({ by }: Json) => by === 'SITE');
      expect(sites.map(({ value }: Json) => value)).toEqual(['site 0', 'site 1']);
      expect(strata.filter(({ by }: Json) => by === 'SPECIMEN').map(({ value }: Json) => value)).toEqual(['RESECTION']);
      for (const field of ['questions', 'comparable', 'lackingAfter', 'changed'])
        for (const by of ['SITE', 'SPECIMEN', 'SCANNER'])
          expect(
            strata.filter((one: Json) => one.by === by).reduce((sum: number, one: Json) => sum + one.counts[field], 0),
          ).toBe(counts[field]);
    });

    it('looks at what the version of now has answered where no cohort is named', async () => {
      const { promotionImpact: impact } = await world.gateway.data(QUERY, { version: '2' });
      expect(impact.cohort).toBeNull();
      expect(impact.counts).toMatchObject({ questions: REGIONS, lackingAfter: LACKING, changed: expected().length });
      expect(world.watched.infers).toHaveLength(0);
    });

    it('is shown by the dry run of the move, and by nothing that is written', async () => {
      const { promotionImpact } = await world.gateway.data(QUERY, { version: '2', cohort: 'all' });
      const { setAlias } = await world.gateway.data(DRY_RUN, { version: '2', dryRun: true, cohort: 'all' });
      expect(setAlias).toEqual({ outcome: 'WOULD_WRITE', impact: promotionImpact });
      const same = await world.gateway.data(DRY_RUN, { version: '1', dryRun: true, cohort: 'all' });
      expect(same.setAlias).toEqual({ outcome: 'UNCHANGED', impact: null });
      expect(world.watched.infers).toHaveLength(0);
    });

    it('is beside how far the cohort lies from what a version knows, by site, and how its scores have moved', async () => {
      const query = `{ cohort(id: "all") { domain(model: "${V1}") { model reference limitPercentile groups { by value questions answered measured beyondLimit
        percentiles { min p5 p25 median p75 p95 max } stability { target record n value absence } } }
        predictions(model: "${V1}", first: 100) { nodes { members { prediction { domain { percentile } } } } } } }`;
      const { cohort } = await world.gateway.data(query);
      const { groups, limitPercentile } = cohort.domain;
      expect(groups.map(({ by, value }: Json) => [by, value])).toEqual([
        ['ALL', null],
        ['SITE', 'site 0'],
        ['SITE', 'site 1'],
        ['SCANNER', null],
      ]);
      const [all, ...sites] = groups;
      expect(all).toMatchObject({ questions: REGIONS, answered: REGIONS, measured: REGIONS });
      expect(sites.slice(0, 2).map(({ measured }: Json) => measured)).toEqual([REGIONS / 2, REGIONS / 2]);
      expect(all.beyondLimit).toBe(
        before.filter(({ members: [one] }) => one.prediction.targets[0].call === 'OUT_OF_DOMAIN').length,
      );
      const { min, p5, p25, median, p75, p95, max } = all.percentiles;
      const sorted = [min, p5, p25, median, p75, p95, max];
      expect(sorted).toEqual(sorted.toSorted((a, b) => a - b));
      const page = cohort.predictions.nodes.map(({ members: [one] }: Json) => one.prediction.domain.percentile);
      expect(Math.min(...page)).toBeGreaterThanOrEqual(min);
      expect(Math.max(...page)).toBeLessThanOrEqual(max);
      expect(limitPercentile).toBe(99);
      expect(all.stability).toEqual([
        {
          target: 'dense-focus',
          record: 'demo-dense-focus-1-platt-resection',
          n: REGIONS,
          value: null,
          absence: 'NO_DISTRIBUTION',
        },
      ]);
      expect(world.watched.infers).toHaveLength(0);
    });

    it.each([
      [{ version: '99', cohort: 'all' }, 'MODEL_NOT_FOUND'],
      [{ version: '2', cohort: 'nobody' }, 'NOT_FOUND'],
    ])('is refused for %j', async (variables, code) => {
      expect((await world.gateway.ask(QUERY, variables)).errors[0]?.extensions['code']).toBe(code);
    });
  });
});
