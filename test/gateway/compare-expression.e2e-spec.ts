import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCohort, followPrediction, predictCohort, predictionsOf } from '#test/cohorts';
import { GENE_FIXTURES, HALLMARK, IMPORT_SETS } from '#test/gene-lists';
import { type Json } from '#test/json';
import { type MadeSlide, SlideMaker } from '#test/many-slides';
import { DEMO_MODELS, openTestGateway, type Reply, type TestGateway } from '#test/open-test-gateway';
import { copyModel, rename } from '#test/own-models';
import { runCli } from '#test/run-cli';
import { storeKinds } from '#test/stores';

const MEMBERS = ['local:demo-her2st-expr-m1/1', 'local:demo-her2st-expr-m2/1'];
const ENSEMBLE = 'local:demo-her2st-expr/1';
const ALL = [...MEMBERS, ENSEMBLE];
const SLIDES = 7;
const NORTH = 5;
const GENES = 2208;
const SETTINGS = { method: 'SSGSEA', normalise: 'NONE' };
const AGREEMENT =
  'name position reliable overlaps pearson { value ci } spearman bias standardDeviation limits rmse trend absent { statistic reason }';
const PAIR = `a b n summary { pearson { count median } } reliable { pearson { count } }
  features(first: $first, after: $after, order: $order) { totalCount pageInfo { hasNextPage endCursor } nodes { ${AGREEMENT} } }
  named(names: $names) { ${AGREEMENT} }`;
const COMPARE = `query Compare($input: CompareVersionsInput!, $first: Int! = 5, $after: String, $order: ProfileOrder! = POSITION, $names: [String!]! = ["A2M"]) {
  compareVersions(input: $input) { target scale notices versions { ref answered } comparison { n } embeddings { n }
    expression { n unit transform geneCount reliableCount unshared { ref count } pairs { ${PAIR} }
      pathways { collectionDigest setCount passedOverCount settings { method normalise } pairs { ${PAIR} } }
      leftOut { totalCount nodes { item missing { name reason message } } } } } }`;
const VALUES = `query Values($id: ID!, $model: ModelRef!, $settings: PathwaySettingsInput!) { slide(id: $id) {
  expression(model: $model) { values(encoding: JSON) genes(symbols: ["A2M"]) { gene { value } } provenance { answerId } }
  pathwayScores(model: $model, collection: "hallmark-7.0", settings: $settings) { scores(first: 40) { nodes { name value overlap } } } } }`;

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

describe.each(storeKinds)('versions that predict expression, on the $kind store', (kind) => {
  describe.skipIf(kind.skip)('over slides of a cohort', () => {
    let world: TestGateway;
    let models = '';
    let slides: readonly MadeSlide[];

    const ask = (input: object, variables: object = {}): Promise<Reply> =>
      world.ask(COMPARE, { input: { cohort: 'all', models: ALL, ...input }, ...variables });
    const compared = async (input: object = {}, variables: object = {}): Promise<Json> => {
      const { data, errors } = await ask(input, variables);
      expect(errors).toEqual([]);
      return data.compareVersions;
    };
    const valuesOf = (model: string): Promise<readonly Json[]> =>
      Promise.all(slides.map(async ({ id }) => (await world.data(VALUES, { id, model, settings: SETTINGS })).slide));

    beforeAll(async () => {
      models = await mkdtemp(join(tmpdir(), 'tessera-expression-'));
      await copyModel(models, 'demo-her2st-expr-m1/1', (card) => {
        rename('other-unit')(card);
        card['output'].expression = { ...card['output'].expression, unit: 'counts', transform: 'NONE' };
      });
      world = await openTestGateway(kind, { modelDirs: [DEMO_MODELS, models] });
      const maker = await SlideMaker.of(world);
      slides = await maker.many(SLIDES);
      await copyFile(join(GENE_FIXTURES, 'h.all.v7.0.symbols.gmt'), join(world.slideDir, 'hallmark.gmt'));
      await world.data(IMPORT_SETS, { input: HALLMARK });
      const sited = slides.map(({ id }, i) => `${id},${i < NORTH ? 'north' : 'south'}`);
      const csv = ['slide,site', ...sited, `${await maker.bare()},`].join('\n');
      await createCohort(world, { id: 'all', name: 'All', csv });
      const north = ['slide', ...slides.slice(0, NORTH).map(({ id }) => id)].join('\n');
      await createCohort(world, { id: 'north', name: 'North', csv: north });
      await followPrediction(world, await predictCohort(world, { cohort: 'all', models: [...ALL, 'other-unit/1'] }));
    }, 120_000);
    afterAll(async () => {
      await world?.close();
      await rm(models, { recursive: true, force: true });
    });

    it('are compared gene by gene, as far apart as their values for each slide', async () => {
      const { expression, versions, ...rest } = await compared();
      expect(rest).toMatchObject({ target: null, scale: null, comparison: null, embeddings: null });
      expect(versions.map(({ answered }: Json) => answered)).toEqual([SLIDES, SLIDES, SLIDES]);
      expect(expression).toMatchObject({ n: SLIDES, geneCount: GENES, transform: 'LOG1P_CP10K', pathways: null });
      expect(expression.unshared.map(({ count }: Json) => count)).toEqual([0, 0, 0]);
      expect(expression.leftOut).toMatchObject({ totalCount: 1 });
      expect(expression.leftOut.nodes[0].missing[0]).toMatchObject({ name: ALL[0], reason: 'FEATURES_MISSING' });
      expect(expression.pairs.map(({ a, b }: Json) => [a, b])).toEqual([
        [ALL[0], ALL[1]],
        [ALL[0], ALL[2]],
        [ALL[1], ALL[2]],
      ]);
      const [, pair] = expression.pairs;
      const [one, ensemble] = await Promise.all([valuesOf(MEMBERS[0] ?? ''), valuesOf(ENSEMBLE)]);
      for (const { position, bias, pearson, rmse, limits } of pair.features.nodes) {
        const differences = one.map(
          ({ expression: of }, i) => of.values[position] - ensemble[i]?.expression.values[position],
        );
        expect(bias).toBeCloseTo(mean(differences), 5);
        expect(rmse).toBeCloseTo(Math.sqrt(mean(differences.map((value) => value ** 2))), 5);
        expect(limits[0] + limits[1]).toBeCloseTo(2 * bias, 10);
        expect(pearson.value).toBeGreaterThanOrEqual(pearson.ci[0]);
      }
      expect(pair.named[0].name).toBe('A2M');
    });

    it('by pages, in the order of what is least alike, and with a median over all genes', async () => {
      const input = { models: MEMBERS };
      const variables = { first: 1000, order: 'LOWEST_R', names: ['NOSUCH', 'ERBB2'] };
      const values: number[] = [];
      const names = new Set<string>();
      let after: string | null = null;
      let pair: Json;
      do {
        [pair] = (await compared(input, { ...variables, after })).expression.pairs;
        for (const { name, pearson } of pair.features.nodes) {
          names.add(name);
          if (pearson) values.push(pearson.value);
        }
        ({ endCursor: after } = pair.features.pageInfo);
      } while (pair.features.pageInfo.hasNextPage);
      expect([names.size, pair.features.totalCount]).toEqual([GENES, GENES]);
      expect(values).toEqual(values.toSorted((a, b) => a - b));
      expect(pair.summary.pearson.count).toBe(values.length);
      const middle = values.length / 2;
      const median = mean([values[Math.ceil(middle) - 1] ?? NaN, values[Math.floor(middle)] ?? NaN]);
      expect(pair.summary.pearson.median).toBeCloseTo(median, 12);
      expect(pair.named).toMatchObject([null, { name: 'ERBB2' }]);
    });

    it('are compared by gene sets, as far apart as their scores for each slide', async () => {
      const pathways = { collection: 'hallmark-7.0', settings: SETTINGS };
      const { expression } = await compared({ models: MEMBERS, pathways });
      const { pairs, setCount, passedOverCount, settings } = expression.pathways;
      expect(settings).toEqual(SETTINGS);
      expect([setCount > 10, setCount + passedOverCount]).toEqual([true, 50]);
      const [first, second] = await Promise.all(MEMBERS.map(valuesOf));
      for (const { name, bias, overlaps, reliable } of pairs[0].features.nodes) {
        const scores = [first, second].map((version) =>
          version?.map(({ pathwayScores }) => pathwayScores.scores.nodes.find((set: Json) => set.name === name)),
        );
        const differences = (scores[0] ?? []).map((set, i) => set.value - scores[1]?.[i].value);
        expect(bias).toBeCloseTo(mean(differences), 4);
        expect([overlaps, reliable]).toEqual([[scores[0]?.[0].overlap, scores[1]?.[0].overlap], null]);
      }
    });

    it('are compared in each stratum as over a cohort of its slides alone', async () => {
      const query = `query S($input: CompareVersionsInput!) { compareVersions(input: $input) { expression {
        pairs { n summary { pearson { count median } } features(first: 1000) { totalCount nodes { ${AGREEMENT} } } }
        strata { stratification level n pairs { n summary { pearson { count median } } features(first: 1000) { totalCount nodes { ${AGREEMENT} } } } }
        pathways { setCount pairs { features { nodes { name bias } } } strata { level n pairs { features { nodes { name bias } } } } } } } }`;
      const pathways = { collection: 'hallmark-7.0', settings: SETTINGS };
      const ask = async (input: object): Promise<Json> =>
        (await world.data(query, { input: { models: MEMBERS, pathways, ...input } })).compareVersions.expression;
      const [all, alone] = [await ask({ cohort: 'all', strata: ['SITE'] }), await ask({ cohort: 'north' })];
      expect(all.strata.map(({ level, n }: Json) => [level, n])).toEqual([
        ['north', NORTH],
        ['south', SLIDES - NORTH],
      ]);
      expect(all.strata[0].pairs).toEqual(alone.pairs);
      // SSGSEA without division scores each sample by itself.
      expect(all.pathways.strata[0].pairs).toEqual(alone.pathways.pairs);
      // Two items have no interval of a correlation.
      const [gene] = all.strata[1].pairs[0].features.nodes;
      expect(gene.pearson?.ci ?? null).toBeNull();
      expect(gene.absent.length).toBeGreaterThan(0);
    });

    it('are told by the command line, with gene sets and strata', async () => {
      const of = ['--cohort', 'all', ...MEMBERS.flatMap((ref) => ['--model', ref])];
      const tessera = (...args: readonly string[]) =>
        runCli(['compare', ...of, ...args], { TESSERA_URL: world.gateway.url });
      const sets = ['--collection', 'hallmark-7.0', '--pathway-method', 'ssgsea', '--stratum', 'site'];
      const told = await tessera(...sets);
      expect([told.code, told.stderr]).toEqual([0, '']);
      expect(told.stdout).toMatch(
        /: expression\n[^]*7 items, 2208 genes, [^]*LEAST ALIKE GENE [^]*site north: 5 items\n[^]*gene sets \(SSGSEA\)[^]*site south: 2 items/,
      );
      const { expression } = JSON.parse((await tessera(...sets, '--json')).stdout);
      expect(expression.pairs[0].features.nodes).toHaveLength(10);
      expect(expression.pathways.strata).toHaveLength(2);
      expect((await tessera('--collection', 'hallmark-7.0')).code).toBe(2);
    });

    it('are refused in two units, and for gene sets that nobody asked for expression about', async () => {
      const refused = async (input: object): Promise<Json> => (await ask(input)).errors[0]?.extensions;
      expect(await refused({ models: [MEMBERS[0], 'other-unit/1'] })).toMatchObject({
        code: 'UNIT_MISMATCH',
        argument: 'input.models',
        needed: { transform: 'LOG1P_CP10K' },
        found: { unit: 'counts', transform: 'NONE' },
      });
      const pathways = { collection: 'nowhere', settings: SETTINGS };
      expect((await refused({ pathways })).code).toBe('NOT_FOUND');
      expect(await refused({ models: ['demo-lite0-mean/1', 'demo-dense-focus/1'], pathways })).toMatchObject({
        code: 'NOT_COMPARABLE',
      });
      expect((await refused({ models: [MEMBERS[0], 'demo-dense-focus/1'] })).what).toBe('task');
    });

    it('are predictions of a cohort like others, and answers to be read again', async () => {
      const nodes = await predictionsOf(world, 'all', ENSEMBLE, 20);
      expect(nodes.slice(0, 2).map(({ state, members }) => [state, members[0].answerId])).toEqual([
        ['ANSWERED', null],
        ['ANSWERED', null],
      ]);
      const [one] = await predictionsOf(world, 'all', MEMBERS[0] ?? '', 20);
      const [first] = await valuesOf(MEMBERS[0] ?? '');
      const query = `query Answer($id: ID!) { answer(id: $id) { kind prediction { tileCount } embedding { dimension }
        expression { model geneCount genes(symbols: ["A2M"]) { gene { value } } provenance { isReused } } } }`;
      const { answer } = await world.data(query, { id: one.members[0].answerId });
      expect(answer).toMatchObject({ kind: 'TILE_EXPRESSION', prediction: null, embedding: null });
      expect(answer.expression).toMatchObject({
        model: MEMBERS[0],
        geneCount: GENES,
        genes: first?.expression.genes,
        provenance: [{ isReused: true }],
      });
    });
  });
});
