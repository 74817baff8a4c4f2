import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { V1, V2 } from '#test/c6';
import { openC6World, type C6World } from '#test/c6-cohort';
import type { Json } from '#test/json';
import { DEMO_MODELS, type Reply } from '#test/open-test-gateway';
import { storeKinds } from '#test/stores';
import { startServer, type ServerProcess } from '../model-server/start-server.js';

const FIELDS = `target class scale notices cohort { id revision itemCount } versions { ref answered calibrations } embeddings { n }
  comparison { n positives patients outcome html
    scores { name auc { value variance ci bootstrapCi } brier { value ci } calls { threshold uncalled ppa { value ci } npa { value } } absent { statistic reason isIntervalOnly } }
    pairs { a b delong { difference z p } mcnemar { onlyA onlyB p } deltas { statistic value ci } agreement { kappa { value } }
      flips(first: 1000) { totalCount nodes { item a b isPositive } } absent { statistic reason } }
    strata { stratification level n pairs { delong { p adjustedP } } }
    leftOut(first: 1000) { totalCount nodes { item missing { name reason } } } }`;
const COMPARE = `query Compare($input: CompareVersionsInput!) { compareVersions(input: $input) { ${FIELDS} } }`;
const LABELLED = { label: 'dense-focus', positive: 'dense focus' };
const BOTH = [V1, V2];
const ASKED_OF_BOTH = 380;

/** What scikit-learn, statsmodels and DeLong by counting pairs make of the same scores. */
const expected: Json = JSON.parse(
  readFileSync(join(process.cwd(), 'test/fixtures/comparison/expected.json'), 'utf8'),
).regions;

let server: ServerProcess;
beforeAll(async () => {
  server = await startServer('--models', DEMO_MODELS);
});
afterAll(() => server?.stop());

describe.each(storeKinds)('compareVersions over the regions of C6, on the $kind store', (kind) => {
  describe.skipIf(kind.skip)('of which the second version has answered some', () => {
    let world: C6World;

    const compare = (input: object): Promise<Reply> =>
      world.gateway.ask(COMPARE, { input: { models: BOTH, cohort: 'c6', ...input } });
    const compared = async (input: object): Promise<Json> => {
      const { data, errors } = await compare(input);
      expect(errors).toEqual([]);
      return data.compareVersions;
    };

    beforeAll(async () => {
      world = await openC6World(kind, server.url);
      const rows = world.table.slice(1);
      await world.state('c6', rows);
      await world.state('c6-some', rows.slice(0, ASKED_OF_BOTH));
      await world.predict('c6', V1);
      await world.predict('c6-some', V2);
    }, 300_000);
    afterAll(() => world?.close());

    it('has the numbers of other packages, and runs no model', async () => {
      world.watched.forget();
      const { comparison, ...facts } = await compared({ ...LABELLED, strata: ['SPECIMEN'] });
      expect(world.watched.infers).toHaveLength(0);
      expect(facts).toMatchObject({
        target: 'dense-focus',
        class: null,
        scale: 'CALIBRATED_PROBABILITY',
        embeddings: null,
      });
      expect(facts.versions.map(({ ref, answered }: Json) => [ref, answered])).toEqual([
        [V1, 400],
        [V2, ASKED_OF_BOTH],
      ]);
      expect(comparison).toMatchObject({
        outcome: 'BINARY',
        n: expected.n,
        positives: expected.positives,
        patients: 1,
      });
      for (const [i, score] of comparison.scores.entries()) {
        expect(score.name).toBe(BOTH[i]);
        expect(score.auc.value).toBeCloseTo(expected.auc[i], 6);
        expect(score.auc.variance).toBeCloseTo(expected.variance[i], 8);
        expect(score.brier.value).toBeCloseTo(expected.brier[i], 6);
        expect(score.calls.ppa.value).toBeCloseTo(expected.ppa[i], 12);
        expect(score.calls.npa.value).toBeCloseTo(expected.npa[i], 12);
      }
      const [pair] = comparison.pairs;
      expect(pair.delong.p).toBeCloseTo(expected.p, 3);
      expect(pair.mcnemar).toMatchObject({ onlyA: expected.onlyFirst, onlyB: expected.onlySecond });
      expect(pair.mcnemar.p).toBeCloseTo(expected.mcNemar, 10);
      expect(pair.agreement.kappa.value).toBeCloseTo(expected.kappa, 10);
      expect(pair.flips.totalCount).toBe(expected.flips);
      expect(comparison.strata).toMatchObject([{ stratification: 'specimen', level: 'RESECTION', n: expected.n }]);
    });

    it('says what it does not know: items without an answer, one patient, regions that overlap', async () => {
      const { comparison, notices } = await compared(LABELLED);
      expect(comparison.leftOut.totalCount).toBe(400 - ASKED_OF_BOTH);
      expect(comparison.leftOut.nodes[0]).toEqual({ item: 'region-381', missing: [{ name: V2, reason: 'NOT_ASKED' }] });
      expect(notices).toEqual([
        expect.stringMatching(
          /^20 of 400 items are in no number \(NOT_ASKED 20.*`predictCohort` asks about the cohort c6/,
        ),
        expect.stringMatching(/^Regions of one slide overlap/),
        expect.stringMatching(/^All items are of one patient/),
      ]);
      // One patient, drawn again, is always the same: an interval of no width would say the opposite of what is known.
      const [first] = comparison.scores;
      expect([first.auc.bootstrapCi, first.brier.ci]).toEqual([null, null]);
      expect(first.absent).toContainEqual({ statistic: 'AUC', reason: 'ONE_UNIT', isIntervalOnly: true });
      expect(comparison.pairs[0].deltas[0]).toMatchObject({ statistic: 'AUC', ci: null });
    });

    it('writes a page that says that the newer version is not shown to be better', async () => {
      const { comparison } = await compared({ ...LABELLED, title: 'Two versions' });
      expect(comparison.html).toContain('<h1>Two versions</h1>');
      expect(comparison.html).toMatch(
        /No difference of AUC is shown between <b>local:demo-dense-focus\/1<\/b> and <b>local:demo-dense-focus\/2<\/b> \(.*too narrow/,
      );
      expect(comparison.html).toContain('Regions of one slide overlap');
      expect(comparison.html).not.toMatch(/NaN|undefined|<script/);
    });

    it('without labels is agreement, differences and flips', async () => {
      const { comparison } = await compared({});
      expect(comparison).toMatchObject({ outcome: 'NONE', n: ASKED_OF_BOTH, positives: null });
      expect(comparison.scores[0]).toMatchObject({ auc: null, calls: null });
      expect(comparison.pairs[0]).toMatchObject({ delong: null, mcnemar: null, flips: { totalCount: expected.flips } });
      expect(comparison.pairs[0].absent).toContainEqual({ statistic: 'DELONG', reason: 'NO_LABELS' });
    });

    it('compares raw scores when asked to, of the same order here', async () => {
      const { comparison, scale } = await compared({ ...LABELLED, scale: 'RAW_PROBABILITY' });
      expect(scale).toBe('RAW_PROBABILITY');
      expect(comparison.scores[0].auc.value).toBeCloseTo(expected.auc[0], 6);
      expect(comparison.scores[0].brier.value).not.toBeCloseTo(expected.brier[0], 3);
    });

    it.each<readonly [string, object, string]>([
      ['one version', { models: [V1] }, 'input.models'],
      ['a version twice', { models: [V1, 'local:demo-dense-focus@champion'] }, 'input.models'],
      ['a label that the cohort does not have', { label: 'nobody', positive: 'yes' }, 'input.label'],
      ['a label without its positive value', { label: 'dense-focus' }, 'input.positive'],
      ['a class of a target with two', { class: 'dense' }, 'input.class'],
      ['the scale of values', { scale: 'VALUE' }, 'input.scale'],
      ['too few draws', { method: { draws: 10 } }, 'input.method.draws'],
    ])('refuses %s', async (_, input, argument) => {
      const { errors } = await compare(input);
      expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument });
    });

    it('does not know the cohort of somebody else, nor one that is not there', async () => {
      const { errors } = await compare({ cohort: 'nowhere' });
      expect(errors[0]?.extensions['code']).toBe('NOT_FOUND');
    });
  });
});
