import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeNpy } from '#libs/array-files';
import { kMeans } from '#libs/statistics';
import { addSlide, C6_FACTS, floatsOf } from '#test/c6';
import { openTestGateway, type TestGateway } from '#test/open-test-gateway';
import { createSequoiaModels, SEQUOIA, type SequoiaModels } from '#test/sequoia-models';
import { type Json } from '#test/json';
import { storeKinds } from '#test/stores';

const { clusters, dim } = SEQUOIA;
const HIDDEN = 4;
const TILES = 130;
const MODEL = 'local:random-sequoia/1';
const ASK = `query Ask($id: ID!, $model: ModelRef!, $means: ClusterMeansInput, $symbols: [String!]!) { slide(id: $id) {
  expression(model: $model, clusterMeans: $means) { unit transform geneCount aggregation tileCount values members { model answerId }
    genes(symbols: $symbols) { asked resolvedBy gene { symbol value memberSpread } refusal { code candidates } }
    provenance { isReused features { encoder { name } origin } } } } }`;
const IMPORT = 'mutation Import($input: ImportFeaturesInput!) { importFeatures(input: $input) { tileCount } }';

describe.each(storeKinds)('a model of the published shape of SEQUOIA, on the $kind store', (kind) => {
  describe.skipIf(kind.skip)('with random weights', () => {
    let gateway: TestGateway;
    let models: SequoiaModels;
    let slide: string;
    const rows = Float32Array.from({ length: TILES * dim }, (_, at) => Math.sin(at * 1.7) + Math.floor(at / dim) / 60);
    const ask = async (variables: object): Promise<Json> =>
      (await gateway.data(ASK, { id: slide, model: MODEL, symbols: ['ALK'], ...variables })).slide.expression;

    beforeAll(async () => {
      models = await createSequoiaModels(HIDDEN);
      gateway = await openTestGateway(kind, { modelDirs: [models.path] });
      slide = await addSlide(gateway, 'C6.tiff', C6_FACTS);
      const places = Int32Array.from({ length: TILES * 2 }, (_, at) => (at % 2) * 400 + Math.floor(at / 2) * 40);
      await writeFile(
        join(gateway.slideDir, 'f.npy'),
        encodeNpy({ datatype: 'FP32', shape: [TILES, dim], data: rows }),
      );
      await writeFile(
        join(gateway.slideDir, 'c.npy'),
        encodeNpy({ datatype: 'INT32', shape: [TILES, 2], data: places }),
      );
      const facts = { encoder: `local:${SEQUOIA.encoder}`, mpp: 1, tileSizePx: 224, tileEdgePx: 326 };
      const files = { path: 'f.npy', coordsPath: 'c.npy', coordsUnit: 'PX_LEVEL0' };
      await gateway.data(IMPORT, { input: { slideId: slide, ...files, ...facts } });
    }, 120_000);
    afterAll(async () => {
      await gateway?.close();
      await models?.remove();
    });

    const upload = async (data: Float32Array, shape: readonly number[]): Promise<string> => {
      const answer = await fetch(`${gateway.gateway.url}/uploads`, {
        method: 'POST',
        headers: { 'content-type': 'application/octet-stream' },
        body: Buffer.from(encodeNpy({ datatype: 'FP32', shape, data })),
      });
      const { id }: { readonly id: string } = JSON.parse(await answer.text());
      return id;
    };

    it('answers with the mean of five folds over the cluster means of the tiles, in the order of the panel', async () => {
      const answer = await ask({ symbols: ['ALK', 'HER2', 'AC000068.1', 'ROS1', 'ENSG00000047936'] });
      expect(answer).toMatchObject({
        ...{
          unit: 'log2(FPKM-UQ + 1)',
          transform: 'LOG2P1',
          geneCount: 20_820,
          aggregation: 'SLIDE',
          tileCount: TILES,
        },
        members: Array.from({ length: 5 }, (_, fold) => ({ model: `local:random-sequoia-${fold}/1` })),
      });
      const expected = meanOfFolds(models, kMeans(rows, dim, { clusters, seed: 0, mostRows: 4000 }));
      const values = floatsOf(answer.values);
      expect(values).toHaveLength(20_820);
      expect(Math.max(...values.map((value, at) => Math.abs(value - (expected[at]?.mean ?? NaN))))).toBeLessThan(1e-3);
      expect(Math.min(...values)).toBeLessThan(0); // the model's scale has no floor, and none is put there
      const [alk, her2, clone, ros1, ros1ById] = answer.genes;
      expect([alk.resolvedBy, her2.gene.symbol, clone.resolvedBy]).toEqual(['APPROVED', 'ERBB2', 'PANEL']);
      for (const one of [ros1, ros1ById])
        expect(one).toMatchObject({ gene: null, refusal: { code: 'GENE_NOT_IN_PANEL', candidates: ['ROS1'] } });
      const at = models.genes.indexOf('ALK');
      expect(alk.gene.value).toBeCloseTo(expected[at]?.mean ?? NaN, 3);
      expect(alk.gene.memberSpread).toBeCloseTo(expected[at]?.spread ?? NaN, 3);
    });

    it('takes cluster means that the caller brings, and then makes none', async () => {
      const means = Float32Array.from({ length: clusters * dim }, (_, at) => Math.cos(at * 0.37));
      const given = { upload: await upload(means, [clusters, dim]), encoder: `local:${SEQUOIA.encoder}` };
      const answer = await ask({ means: given });
      const expected = meanOfFolds(models, means);
      const found = floatsOf(answer.values);
      expect(Math.max(...found.map((value, at) => Math.abs(value - (expected[at]?.mean ?? NaN))))).toBeLessThan(1e-3);
      expect(answer).toMatchObject({
        tileCount: clusters,
        provenance: Array(5).fill({ features: { origin: 'IMPORTED' } }),
      });
      // The order of clusters is data: another order is another input, and another answer.
      const turned = Float32Array.from(means, (_, at) => means[(at + dim) % means.length] ?? NaN);
      const other = await ask({ means: { ...given, upload: await upload(turned, [clusters, dim]) } });
      expect(other.members[0].answerId).not.toBe(answer.members[0].answerId);
      expect(floatsOf(other.values)).not.toEqual(found);
      const again = await ask({ means: { ...given, upload: await upload(means, [clusters, dim]) } });
      expect(again.provenance.every(({ isReused }: Json) => isReused)).toBe(true);
    });

    it('refuses means of another shape, of another encoder, or that are no numbers', async () => {
      const refusal = async (data: Float32Array, shape: readonly number[], encoder: string = SEQUOIA.encoder) => {
        const means = { upload: await upload(data, shape), encoder: `local:${encoder}` };
        const { errors } = await gateway.ask(ASK, { id: slide, model: MODEL, symbols: ['ALK'], means });
        return errors[0]?.extensions;
      };
      const short = await refusal(new Float32Array(99 * dim), [99, dim]);
      expect(short).toMatchObject({ code: 'FEATURE_CONTRACT_MISMATCH' });
      expect(JSON.stringify(short)).toContain('clusters');
      const bad = new Float32Array(clusters * dim).fill(NaN);
      expect(await refusal(bad, [clusters, dim])).toMatchObject({
        code: 'BAD_USER_INPUT',
        argument: 'clusterMeans.upload',
      });
      const other = await refusal(new Float32Array(clusters * dim), [clusters, dim], 'random-sequoia-0/1');
      expect(other).toMatchObject({ code: 'FEATURE_CONTRACT_MISMATCH' });
    });
  });
});

/** The folds by their definition, in float64: what ONNX Runtime and the gateway must come to. */
function meanOfFolds({ folds }: SequoiaModels, means: Float32Array) {
  const answers = folds.map(({ position, first, second, bias }) => {
    const mixed = Array.from({ length: HIDDEN }, (_, unit) => {
      let sum = 0;
      for (let cluster = 0; cluster < clusters; cluster += 1) {
        let product = 0;
        for (let at = 0; at < dim; at += 1)
          product +=
            ((means[cluster * dim + at] ?? NaN) + (position[cluster * dim + at] ?? NaN)) *
            (first[at * HIDDEN + unit] ?? NaN);
        sum += Math.max(0, product);
      }
      return sum / clusters;
    });
    return Array.from(bias, (start, gene) =>
      mixed.reduce((sum, unit, k) => sum + unit * (second[k * bias.length + gene] ?? NaN), start),
    );
  });
  return Array.from({ length: SEQUOIA.genes }, (_, gene) => {
    const each = answers.map((one) => one[gene] ?? NaN);
    const mean = each.reduce((sum, value) => sum + value, 0) / each.length;
    return { mean, spread: Math.sqrt(each.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (each.length - 1)) };
  });
}
