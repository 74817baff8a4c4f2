import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCohort, followPrediction, predictCohort } from '#test/cohorts';
import { type Json } from '#test/json';
import { SlideMaker } from '#test/many-slides';
import { openTestGateway, type TestGateway } from '#test/open-test-gateway';
import { storeKinds } from '#test/stores';
import { createTargetModels } from '#test/target-models';

const FOLDS = ['local:fold/1', 'local:fold/2'];
const EVERY = ['local:every-target/1', 'local:every-target/2'];
const SLIDES = 24;
const ESTIMATE = '{ value ci }';
const COMPARE = `query C($input: CompareVersionsInput!) { compareVersions(input: $input) { target class scale comparison { n positives outcome
  scores { name auc { value variance } averagePrecision ${ESTIMATE} brier ${ESTIMATE} cIndex ${ESTIMATE} pearson ${ESTIMATE} spearman ${ESTIMATE} rmse ${ESTIMATE}
    blandAltman { bias standardDeviation } }
  pairs { delong { difference p } deltas { statistic value } differences { bias } } } } }`;

/** What scikit-learn, SciPy and lifelines make of the scores of these models (`make_targets.py`). */
const expected: Json = JSON.parse(await readFile(join(process.cwd(), 'test/fixtures/comparison/targets.json'), 'utf8'));

/** What the table states of the slide at a place; the script that made the expectations says the same. */
const stated = (i: number): string =>
  [i % 3 === 0 ? 'lobular' : 'ductal', 10 + ((i * 37) % 23), 1 + ((i * 13) % 17), i % 4 === 0 ? 'no' : 'yes'].join();

describe.each(storeKinds)('versions with every kind of target, on the $kind store', (kind) => {
  describe.skipIf(kind.skip)('over slides of a cohort', () => {
    let world: TestGateway;
    let models: Awaited<ReturnType<typeof createTargetModels>>;

    const compared = async (input: object): Promise<Json> =>
      (await world.data(COMPARE, { input: { cohort: 'slides', ...input } })).compareVersions;

    beforeAll(async () => {
      models = await createTargetModels();
      world = await openTestGateway(kind, { modelDirs: [models.path] });
      const slides = await (await SlideMaker.of(world)).many(SLIDES);
      const rows = slides.map(({ id }, i) => `slide ${i},${id},${stated(i)}`);
      const csv = ['item,slide,label:subtype,label:cells,time,event', ...rows].join('\n');
      await createCohort(world, { id: 'slides', name: 'Slides', csv });
      await followPrediction(world, await predictCohort(world, { cohort: 'slides', models: [...FOLDS, ...EVERY] }));
    }, 120_000);
    afterAll(async () => {
      await world?.close();
      await models?.remove();
    });

    it('are compared by a class against the rest', async () => {
      const input = { models: FOLDS, target: 'subtype', class: 'lobular', label: 'subtype', positive: 'lobular' };
      const { comparison, ...rest } = await compared(input);
      expect(rest).toEqual({ target: 'subtype', class: 'lobular', scale: 'RAW_PROBABILITY' });
      expect(comparison).toMatchObject({ outcome: 'BINARY', n: SLIDES, positives: SLIDES / 3 });
      for (const [i, score] of comparison.scores.entries()) {
        const wanted = expected.subtype.scores[i];
        expect(score.auc.value).toBeCloseTo(wanted.auc, 10);
        expect(score.auc.variance).toBeCloseTo(wanted.variance, 10);
        expect(score.averagePrecision.value).toBeCloseTo(wanted.averagePrecision, 10);
        expect(score.brier.value).toBeCloseTo(wanted.brier, 6);
      }
      expect(comparison.pairs[0].delong.p).toBeCloseTo(expected.subtype.p, 8);
    });

    it('are compared by measured values', async () => {
      const { comparison, scale } = await compared({ models: EVERY, target: 'cells', label: 'cells' });
      expect([scale, comparison.outcome, comparison.n]).toEqual(['VALUE', 'CONTINUOUS', SLIDES]);
      const [score] = comparison.scores;
      const { pearson, spearman, rmse, bias, standardDeviation } = expected.cells;
      expect([score.pearson.value, ...score.pearson.ci]).toEqual(
        [pearson.value, ...pearson.ci].map((value: number) => expect.closeTo(value, 5)),
      );
      expect(score.spearman.value).toBeCloseTo(spearman, 10);
      expect(score.rmse.value).toBeCloseTo(rmse, 4);
      expect(score.blandAltman).toEqual({
        bias: expect.closeTo(bias, 4),
        standardDeviation: expect.closeTo(standardDeviation, 4),
      });
      expect(comparison.pairs[0].differences.bias).toBeCloseTo(0, 5);
    });

    it('are compared by survival', async () => {
      const { comparison, scale } = await compared({ models: EVERY, target: 'hazard' });
      expect([scale, comparison.outcome, comparison.n]).toEqual(['VALUE', 'SURVIVAL', SLIDES]);
      expect(comparison.scores[0].cIndex.value).toBeCloseTo(expected.hazard.cIndex, 10);
      expect(comparison.pairs[0].deltas[0]).toMatchObject({ statistic: 'C_INDEX', value: expect.closeTo(0, 10) });
    });
  });
});
