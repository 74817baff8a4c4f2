import { copyFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addSlide, C6_FACTS, importCorner } from '#test/c6';
import { GENE_FIXTURES, HALLMARK, IMPORT_SETS } from '#test/gene-lists';
import { type Json } from '#test/json';
import { openTestGateway, type TestGateway } from '#test/open-test-gateway';
import {
  ANSWER_OF_HEAD,
  ASK_GENES,
  ASK_HEADS,
  COMPARE_HEADS,
  createPathwayHeads,
  expectedHeads,
  HEAD_GENES,
  near,
  PATHWAYS,
  predictFive,
  REFUSED_HEADS,
} from '#test/pathway-heads';
import { storeKinds } from '#test/stores';

const SETS = 50;
describe.each(storeKinds)('heads that predict pathways, on the $kind store', (kind) => {
  describe.skipIf(kind.skip)('with three members of random weights', () => {
    let gateway: TestGateway;
    let heads: Awaited<ReturnType<typeof createPathwayHeads>>;
    let slide: string;
    let collection: string;
    const ask = async (model: string, variables: object = {}): Promise<Json> =>
      (await gateway.data(ASK_HEADS, { id: slide, model, ...variables })).slide.pathwayScores;
    const refused = async (model: string, variables: object): Promise<Json> =>
      (await gateway.ask(ASK_HEADS, { id: slide, model, ...variables })).errors[0]?.extensions;
    const valuesOf = ({ scores }: Json): readonly number[] =>
      scores.nodes.flatMap(({ value }: Json) => (value === null ? [] : [value]));

    beforeAll(async () => {
      heads = await createPathwayHeads();
      gateway = await openTestGateway(kind, { modelDirs: [heads.path] });
      slide = await addSlide(gateway, 'C6.tiff', C6_FACTS);
      await importCorner(gateway, slide);
      await copyFile(join(GENE_FIXTURES, 'h.all.v7.0.symbols.gmt'), join(gateway.slideDir, 'hallmark.gmt'));
      collection = (await gateway.data(IMPORT_SETS, { input: HALLMARK })).importGeneSetCollection.digest;
      await writeFile(join(gateway.slideDir, 'two.gmt'), 'HALLMARK_HYPOXIA\t\tTP53\tMYC\nother\t\tALK\tMYC\n');
      await gateway.data(IMPORT_SETS, { input: { ...HALLMARK, id: 'two', version: 'x', path: 'two.gmt' } });
    }, 120_000);
    afterAll(async () => {
      await gateway?.close();
      await heads?.remove();
    });

    it('give what ONNX Runtime gives, with the spread of the folds and the evidence on each pathway', async () => {
      const found = await ask('heads-mean/1');
      expect(found).toMatchObject({
        ...{
          model: 'local:heads-mean/1',
          unit: 'GSVA score',
          transform: 'NONE',
          learnedScores: 'None: weights are random.',
        },
        ...{
          collectionDigest: collection,
          referenceDigest: null,
          geneCount: 0,
          setCount: 8,
          passedOverCount: 0,
          reliableCount: 1,
        },
        ...{ aggregation: 'MEAN_OF_TILES', tileCount: 22, settings: { method: 'MODEL', minSize: null, maxSize: null } },
      });
      const { nodes, totalCount } = found.scores;
      expect([totalCount, nodes.map(({ name }: Json) => name)]).toEqual([8, PATHWAYS]);
      near(valuesOf(found), expectedHeads.mean);
      near(
        nodes.map(({ memberSpread }: Json) => memberSpread),
        expectedHeads.spread,
      );
      expect(nodes.map(({ reliable }: Json) => reliable)).toEqual([true, ...Array.from({ length: 7 }, () => false)]);
      expect(nodes[0]).toMatchObject({
        ...{ size: null, overlap: null, missing: [], passedOver: null },
        evidence: { r: 0.41, q: 0.004, rmse: 0.2, n: 120, passed: true, cohort: 'held out' },
      });
      expect(nodes[2].evidence).toBeNull();
      expect(found.provenance.map(({ model }: Json) => model.ref)).toEqual([
        'local:head/1',
        'local:head/2',
        'local:head/3',
      ]);
      expect(found.members.map(({ isUsed }: Json) => isUsed)).toEqual([true, true, true]);
    });

    it('are read again from a stored answer, each member by itself', async () => {
      const { members } = await ask('heads-mean/1');
      for (const [fold, { answerId }] of members.entries()) {
        const { kind: what, expression, pathwayScores } = (await gateway.data(ANSWER_OF_HEAD, { id: answerId })).answer;
        expect([what, expression]).toEqual(['TILE_PATHWAYS', null]);
        near(valuesOf(pathwayScores), expectedHeads.folds[fold] ?? []);
        expect(pathwayScores.scores.nodes[0]).toMatchObject({ memberSpread: null, reliable: false, evidence: null });
      }
    });

    it('predict the slide as a whole where the card says so', async () => {
      const found = await ask('head-slide/1');
      expect(found).toMatchObject({ aggregation: 'SLIDE', collectionDigest: null, reliableCount: 0 });
      near(valuesOf(found), expectedHeads.slide);
      expect((await gateway.data(ANSWER_OF_HEAD, { id: found.members[0].answerId })).answer.kind).toBe(
        'SLIDE_PATHWAYS',
      );
    });

    it('say the size of each set of their collection, and which sets they do not predict, page by page', async () => {
      const first = await ask('heads-mean/1', { collection: 'hallmark-7.0', first: 30 });
      expect(first).toMatchObject({ setCount: 8, passedOverCount: SETS - 8, scores: { totalCount: SETS } });
      expect(first.scores.nodes[0]).toMatchObject({ name: PATHWAYS[0], size: 200, passedOver: null });
      expect(first.scores.nodes[8]).toMatchObject({
        ...{ value: null, size: 200, passedOver: 'NOT_PREDICTED', reliable: null, memberSpread: null },
      });
      const { endCursor: after } = first.scores.pageInfo;
      const second = await ask('heads-mean/1', { collection: 'hallmark-7.0', first: 30, after });
      const names = [...first.scores.nodes, ...second.scores.nodes].map(({ name }: Json) => name);
      expect([names.length, new Set(names).size]).toEqual([SETS, SETS]);
      expect(second.scores.pageInfo.hasNextPage).toBe(false);
      expect(await refused('heads-mean/1', { after })).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'after' });
    });

    it('count only the folds that held a patient out, and say when none did', async () => {
      const outOfFold = await ask('heads-oof/1', { context: { patient: 'P-2' } });
      expect(outOfFold.training).toEqual({ state: 'OUT_OF_FOLD', trainedOn: ['local:head/2', 'local:head/3'] });
      near(valuesOf(outOfFold), expectedHeads.folds[0] ?? []);
      expect(outOfFold.scores.nodes[0].memberSpread).toBeNull();
      const leaked = await ask('heads-oof/1', { context: { patient: 'P-4' } });
      expect(leaked.training).toMatchObject({ state: 'LEAKED' });
      near(valuesOf(leaked), expectedHeads.mean);
    });

    it('as expression: a fold that was trained on the patient is in no gene, in no spread and in no file', async () => {
      const genes = async (patient: string | null): Promise<Json> =>
        (await gateway.data(ASK_GENES, { id: slide, context: patient && { patient } })).slide.expression;
      const all = await genes(null);
      expect(all.training).toEqual({ state: 'NOT_CHECKED', trainedOn: [] });
      near(all.values, expectedHeads.mean);
      const one = await genes('P-3');
      expect(one.training).toEqual({ state: 'OUT_OF_FOLD', trainedOn: ['local:gene-fold/3'] });
      expect(one.members.map(({ isUsed }: Json) => isUsed)).toEqual([true, true, false]);
      const [a = [], b = []] = expectedHeads.folds;
      const alk = HEAD_GENES.indexOf('ALK');
      const both = a.map((value, at) => (value + (b[at] ?? NaN)) / 2);
      near(one.values, both);
      expect(one.genes[0].gene.value).toBeCloseTo(both[alk] ?? NaN, 4);
      // numpy.std(ddof=1) of two
      expect(one.genes[0].gene.memberSpread).toBeCloseTo(Math.abs((a[alk] ?? NaN) - (b[alk] ?? NaN)) / Math.SQRT2, 4);
      const alone = await genes('P-2');
      near(alone.values, a);
      expect(alone.genes[0].gene.memberSpread).toBeNull();
      expect((await genes('P-4')).training.state).toBe('LEAKED');
      expect((await genes('somebody new')).training).toEqual({ state: 'NOT_IN_TRAINING', trainedOn: [] });
    });

    it.each(REFUSED_HEADS)('of %s refuse %j', async (model, variables, wanted) => {
      expect(await refused(model, variables)).toMatchObject(wanted);
    });

    it('are compared pathway by pathway over a cohort, and never over two collections', async () => {
      const models = ['heads-mean/1', 'head/1'];
      const slides = await predictFive(gateway, [...models, 'head-other/1']);
      const { compareVersions } = await gateway.data(COMPARE_HEADS, { input: { cohort: 'five', models } });
      expect(compareVersions).toMatchObject({ expression: null, versions: [{ answered: 5 }, { answered: 5 }] });
      const { pathways } = compareVersions;
      expect(pathways).toMatchObject({
        n: 5,
        unit: 'GSVA score',
        setCount: 8,
        collectionDigest: collection,
        reliableCount: null,
      });
      const [hypoxia, nothing] = pathways.pairs[0].named;
      expect([hypoxia.name, hypoxia.position, nothing]).toEqual(['HALLMARK_HYPOXIA', 1, null]);
      const differences: number[] = [];
      for (const { id } of slides) {
        const [mean, fold] = await Promise.all(
          models.map(async (model) => valuesOf(await ask(model, { id }))[1] ?? NaN),
        );
        differences.push((mean ?? NaN) - (fold ?? NaN));
      }
      expect(hypoxia.bias).toBeCloseTo(differences.reduce((sum, one) => sum + one, 0) / 5, 4);
      const { errors } = await gateway.ask(COMPARE_HEADS, {
        input: { cohort: 'five', models: ['head/1', 'head-other/1'] },
      });
      expect(errors[0]?.extensions).toMatchObject({ code: 'NOT_COMPARABLE', what: 'collection' });
      const asked = {
        cohort: 'five',
        models,
        pathways: { collection: 'hallmark-7.0', settings: { method: 'SSGSEA' } },
      };
      expect((await gateway.ask(COMPARE_HEADS, { input: asked })).errors[0]?.extensions).toMatchObject({
        ...{ code: 'BAD_USER_INPUT', argument: 'input.pathways' },
      });
    });
  });
});
