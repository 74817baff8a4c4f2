import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCohort, followPrediction, predictCohort } from '#test/cohorts';
import { V1 } from '#test/c6';
import { SlideMaker } from '#test/many-slides';
import { DEMO_MODELS, openTestGateway, type Reply, type TestGateway } from '#test/open-test-gateway';
import { copyModel, rename } from '#test/own-models';
import { runCli } from '#test/run-cli';
import { storeKinds } from '#test/stores';

const COMPARE = `query Compare($input: CompareVersionsInput!) { compareVersions(input: $input) {
  target scale notices versions { ref answered } comparison { n }
  embeddings { n neighbours pairs { a b isSameSpace cka debiasedCka neighbourOverlap expectedOverlap absent { statistic reason } }
    leftOut { totalCount nodes { item missing { name reason } } } } } }`;
const MEANS = ['local:demo-lite0-mean/1', 'local-2:same-mean/1'];
const SLIDES = 14;
const NORTH = 13;
const PAIR = 'cka debiasedCka neighbourOverlap expectedOverlap absent { statistic reason isIntervalOnly }';

describe.each(storeKinds)('versions that differ, on the $kind store', (kind) => {
  describe.skipIf(kind.skip)('over slides of a cohort', () => {
    let world: TestGateway;
    let models = '';

    const compare = (input: object): Promise<Reply> => world.ask(COMPARE, { input: { cohort: 'all', ...input } });

    beforeAll(async () => {
      models = await mkdtemp(join(tmpdir(), 'tessera-spaces-'));
      await copyModel(models, 'demo-lite0-mean/1', rename('same-mean'));
      // Without calibrations, for those belong to another name.
      await copyModel(models, 'demo-dense-focus/1', rename('bare-focus'));
      await copyModel(models, 'demo-dense-focus/1', (card) => {
        rename('other-target')(card);
        card['output'].targets[0].name = 'another-focus';
        card['provenance'].evaluation = [];
      });
      world = await openTestGateway(kind, { modelDirs: [DEMO_MODELS, models] });
      const maker = await SlideMaker.of(world);
      const slides = await maker.many(SLIDES);
      const bare = await maker.bare();
      await createCohort(world, {
        id: 'all',
        name: 'All',
        csv: ['slide,site', ...slides.map(({ id }, i) => `${id},${i < NORTH ? 'north' : 'south'}`), `${bare},`].join(
          '\n',
        ),
      });
      const north = slides.slice(0, NORTH).map(({ id }) => id);
      await createCohort(world, { id: 'north', name: 'North', csv: ['slide', ...north].join('\n') });
      const asked = { cohort: 'all', models: [...MEANS, V1, 'local-2:bare-focus/1', 'local-2:other-target/1'] };
      await followPrediction(world, await predictCohort(world, asked));
    }, 120_000);
    afterAll(async () => {
      await world?.close();
      await rm(models, { recursive: true, force: true });
    });

    it('are compared by their spaces: the same vectors under two names are alike, and two spaces all the same', async () => {
      const { data, errors } = await compare({ models: MEANS, neighbours: 3 });
      expect(errors).toEqual([]);
      const { embeddings, target, comparison, versions, notices } = data.compareVersions;
      expect([target, comparison]).toEqual([null, null]);
      expect(versions.map(({ answered }: { answered: number }) => answered)).toEqual([SLIDES, SLIDES]);
      expect(embeddings).toMatchObject({ n: SLIDES, neighbours: 3, leftOut: { totalCount: 1 } });
      const [pair] = embeddings.pairs;
      expect(pair).toMatchObject({
        isSameSpace: false,
        neighbourOverlap: 1,
        expectedOverlap: 3 / (SLIDES - 1),
        absent: [],
      });
      expect(pair.cka).toBeCloseTo(1, 10);
      expect(pair.debiasedCka).toBeCloseTo(1, 10);
      expect(embeddings.leftOut.nodes[0].missing).toMatchObject([
        { reason: 'FEATURES_MISSING' },
        { reason: 'FEATURES_MISSING' },
      ]);
      expect(notices[0]).toMatch(/^1 of 15 items are in no number \(FEATURES_MISSING 1\)/);
    });

    it('are compared in each stratum by its own items alone, and say what one item has not', async () => {
      const query = `query S($input: CompareVersionsInput!) { compareVersions(input: $input) { embeddings { pairs { ${PAIR} }
        strata { stratification level n pairs { ${PAIR} } } } } }`;
      const ask = async (input: object) =>
        (await world.data(query, { input: { models: MEANS, neighbours: 3, ...input } })).compareVersions.embeddings;
      const { strata } = await ask({ cohort: 'all', strata: ['SITE', 'SITE'] });
      const alone = await ask({ cohort: 'north' });
      expect(strata).toMatchObject([
        { stratification: 'site', level: 'north', n: NORTH, pairs: alone.pairs },
        {
          stratification: 'site',
          level: 'south',
          n: 1,
          pairs: [{ cka: null, debiasedCka: null, neighbourOverlap: null }],
        },
      ]);
      expect(strata[1].pairs[0].absent.map(({ statistic }: { statistic: string }) => statistic)).toEqual([
        'CKA',
        'NEIGHBOUR_OVERLAP',
      ]);
      expect(alone.strata).toEqual([]);
    });

    it.each([
      [{ label: 'x' }, 'input.label'],
      [{ target: 'dense-focus' }, 'input.target'],
      [{ scale: 'VALUE' }, 'input.scale'],
      [{ context: { specimen: 'BIOPSY' } }, 'input.context'],
      [{ models: [V1, 'local-2:bare-focus/1'], neighbours: 3 }, 'input.neighbours'],
    ])('are refused what would have no effect: %j', async (more, argument) => {
      const { errors } = await compare({ models: MEANS, ...more });
      expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument });
    });

    it('state what there is not, with more neighbours than items', async () => {
      const { data } = await compare({ models: MEANS, neighbours: 100 });
      expect(data.compareVersions.embeddings.pairs[0]).toMatchObject({
        neighbourOverlap: null,
        expectedOverlap: null,
        absent: [{ statistic: 'NEIGHBOUR_OVERLAP', reason: 'TOO_FEW_ITEMS' }],
      });
    });

    it.each<readonly [string, readonly string[], string, RegExp]>([
      ['tasks', [V1, 'local:demo-lite0-mean/1'], 'task', /SLIDE_PREDICTION.*SLIDE_EMBEDDING/],
      [
        'targets',
        [V1, 'local-2:other-target/1'],
        'target',
        /demo-dense-focus\/1 \(dense-focus.*other-target\/1 \(another-focus\)/,
      ],
      ['score scales', [V1, 'local-2:bare-focus/1'], 'scale', /CALIBRATED_PROBABILITY.*RAW_PROBABILITY/],
    ])('are refused by name where their %s differ', async (_, refs, what, message) => {
      const { errors } = await compare({ models: refs });
      expect(errors[0]?.extensions).toMatchObject({ code: 'NOT_COMPARABLE', what });
      expect(errors[0]?.message).toMatch(message);
    });

    it('are compared by the command line, as a table or as JSON', async () => {
      const tessera = (...args: readonly string[]) =>
        runCli(['compare', '--cohort', 'all', ...args], { TESSERA_URL: world.gateway.url });
      const of = (refs: readonly string[]): readonly string[] => refs.flatMap((ref) => ['--model', ref]);
      const spaces = await tessera(...of(MEANS), '--neighbours', '3', '--stratum', 'site');
      expect([spaces.code, spaces.stderr]).toEqual([0, '']);
      expect(spaces.stdout).toMatch(
        /^All \(all, revision 1, 15 items\): embeddings\n[^]*\n! 1 of 15 items [^]*\n14 items\nFIRST - SECOND +CKA [^]* 1\.000 [^]*\nsite south: 1 items\n[^]*CKA TOO_FEW_ITEMS/,
      );
      const raw = [...of([V1, 'local-2:bare-focus/1']), '--scale', 'raw-probability'];
      const document = JSON.parse((await tessera(...raw, '--json')).stdout);
      expect(document).toMatchObject({
        scale: 'RAW_PROBABILITY',
        n: SLIDES,
        scores: [{ name: V1 }, {}],
        pairs: [{ a: V1, delong: null }],
      });
      for (const wrong of [
        of([V1]),
        [...of(MEANS), '--patient', 'p'],
        [...of(MEANS), '--reference', 'm'],
        of(MEANS).concat('--html', 'x'),
      ])
        expect((await tessera(...wrong)).code).toBe(2);
      expect((await tessera(...of([V1, MEANS[0] ?? '']), '--json')).stderr).toContain('NOT_COMPARABLE');
    });

    it('are compared by raw scores where that is asked for', async () => {
      const { data, errors } = await compare({ models: [V1, 'local-2:bare-focus/1'], scale: 'RAW_PROBABILITY' });
      expect(errors).toEqual([]);
      expect(data.compareVersions).toMatchObject({
        scale: 'RAW_PROBABILITY',
        comparison: { n: SLIDES },
        embeddings: null,
      });
    });
  });
});
