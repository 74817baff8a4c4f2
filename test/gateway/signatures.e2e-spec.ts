import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addSlide, C6_FACTS, importCorner } from '#test/c6';
import { ADD_MATRIX, ended, P53_FACTS, p53Table } from '#test/expression-matrices';
import { GENE_FIXTURES } from '#test/gene-lists';
import { openTestGateway, type TestGateway } from '#test/open-test-gateway';
import { type Json } from '#test/json';
import { storeKinds } from '#test/stores';

const FOLDER = join(GENE_FIXTURES, 'signatures');
const MODEL = 'local:demo-her2st-expr/1';
const SCALE = { unit: 'log1p of counts per 10,000, at 4,000 UMI a spot', transform: 'LOG1P_CP10K' };
const REGISTER =
  'mutation R($input: RegisterSignatureInput!) { registerSignature(input: $input) { id kind digest geneCount document } }';
const SCORE = 'score topClass classes { name correlation } cutOffs { name isAbove label cohort n }';
const OF_MATRIX = `query M($id: ID!, $first: Int, $after: String) { expressionMatrix(id: "p53") { signature(id: $id) { missing missingShare sampleCount
  signature { id } samples(first: $first, after: $after) { totalCount pageInfo { endCursor hasNextPage } nodes { sample ${SCORE} } } } } }`;
const OF_SLIDE = `query S($id: ID!, $model: ModelRef!, $signature: ID!) { slide(id: $id) { signature(model: $model, signature: $signature) {
  unit transform missing missingShare unreliable ${SCORE} provenance { answerId } }
  expression(model: $model) { genes(symbols: ["ERBB2", "B2M"]) { gene { value } } } } }`;
const FACTS = { version: '1', namespace: 'HGNC_AND_CLONES', source: 'made for a test', licence: 'CC0-1.0' };
const expected: Json = JSON.parse(await readFile(join(FOLDER, 'expected.json'), 'utf8'));

describe.each(storeKinds)('signatures, on the $kind store', (kind) => {
  describe.skipIf(kind.skip)('of real tables in real samples', () => {
    let gateway: TestGateway;
    let slide: string;
    const register = async (id: string, document: string | object, more: object = {}): Promise<Json> => {
      const text = typeof document === 'string' ? document : JSON.stringify(document);
      return gateway.ask(REGISTER, { input: { ...FACTS, id, name: id, text, ...more } });
    };
    const ofMatrix = async (id: string, page: object = {}): Promise<Json> =>
      (await gateway.data(OF_MATRIX, { id, first: 100, ...page })).expressionMatrix.signature;
    const linear = (more: object = {}): object => ({
      ...{
        kind: 'LINEAR',
        ...SCALE,
        mostMissing: 0.4,
        genes: ['HER2', 'B2M', 'ROS1'],
        weights: [2, -1, 1],
        intercept: 0.5,
      },
      ...{ cutOffs: [{ name: 'median', value: -100, above: 'HIGH', below: 'LOW', cohort: 'made', n: 3 }], ...more },
    });

    beforeAll(async () => {
      gateway = await openTestGateway(kind);
      slide = await addSlide(gateway, 'C6.tiff', C6_FACTS);
      await importCorner(gateway, slide);
      await writeFile(join(gateway.slideDir, 'p53.tsv'), await p53Table());
      const { addExpressionMatrix } = await gateway.data(ADD_MATRIX, { input: { ...P53_FACTS, path: 'p53.tsv' } });
      expect((await ended(gateway, addExpressionMatrix.id)).state).toBe('SUCCEEDED');
      for (const name of ['pam50', 'linear', 'mean-z'])
        expect((await register(name, await readFile(join(FOLDER, `${name}.json`), 'utf8'))).errors).toEqual([]);
    }, 120_000);
    afterAll(() => gateway?.close());

    it('class samples as SciPy has their correlations with PAM50, found by old symbols and new', async () => {
      const found = await ofMatrix('pam50');
      expect(found.samples.nodes.map(({ sample }: Json) => sample)).toEqual(expected.samples);
      expect(found).toMatchObject({ missing: expected.pam50.missing, sampleCount: 14, signature: { id: 'pam50' } });
      for (const [at, { topClass, classes }] of found.samples.nodes.entries()) {
        for (const { name, correlation } of classes)
          expect(correlation).toBeCloseTo(expected.pam50.correlations[name][at], 10);
        expect(topClass).toBe(classes.toSorted((a: Json, b: Json) => b.correlation - a.correlation)[0].name);
      }
    });

    it('score samples as numpy does, page by page', async () => {
      for (const name of ['linear', 'mean-z']) {
        const { samples, missingShare } = await ofMatrix(name);
        expect(missingShare).toBeCloseTo(expected[name].missingShare, 12);
        samples.nodes.forEach(({ score }: Json, at: number) => expect(score).toBeCloseTo(expected[name].scores[at], 8));
      }
      const first = (await ofMatrix('linear', { first: 10 })).samples;
      const rest = (await ofMatrix('linear', { first: 10, after: first.pageInfo.endCursor })).samples;
      expect([first.nodes.length, rest.nodes.length, rest.pageInfo.hasNextPage]).toEqual([10, 4, false]);
      const [{ score, cutOffs }] = rest.nodes;
      expect(cutOffs).toEqual([expect.objectContaining({ label: score >= 100 ? 'HIGH' : 'LOW', n: null })]);
    });

    it('score a slide by what the model predicts, and say what is missing', async () => {
      await register('risk', linear());
      const asked = await gateway.data(OF_SLIDE, { id: slide, model: MODEL, signature: 'risk' });
      const { signature, expression } = asked.slide;
      const [erbb2, b2m] = expression.genes.map(({ gene }: Json) => gene.value);
      expect(signature).toMatchObject({ ...SCALE, missing: ['ROS1'], missingShare: 0.25, topClass: null, classes: [] });
      expect(signature.score).toBeCloseTo(0.5 + 2 * erbb2 - b2m, 10);
      expect(signature.cutOffs).toEqual([{ name: 'median', isAbove: true, label: 'HIGH', cohort: 'made', n: 3 }]);
      expect(signature.provenance).toHaveLength(5);
    });

    it('are refused on another scale, and where more is missing than they allow', async () => {
      const code = async (id: string): Promise<Json> =>
        (await gateway.ask(OF_SLIDE, { id: slide, model: MODEL, signature: id })).errors[0]?.extensions;
      expect(await code('linear')).toMatchObject({ code: 'UNIT_MISMATCH', argument: 'signature' });
      await register('strict', linear({ mostMissing: 0.2 }));
      expect(await code('strict')).toMatchObject({
        code: 'GENE_NOT_IN_PANEL',
        missing: ['ROS1'],
        missingShare: 0.25,
        mostMissing: 0.2,
      });
      expect(await code('nothing')).toMatchObject({ code: 'NOT_FOUND' });
    });

    it('are kept by digest: the same again is the same, another under an id is a conflict, and a bad one is refused', async () => {
      const text = await readFile(join(FOLDER, 'pam50.json'), 'utf8');
      const { data } = await register('pam50', text);
      expect(data.registerSignature).toMatchObject({
        id: 'pam50',
        kind: 'CENTROIDS',
        geneCount: 50,
        document: JSON.parse(text),
      });
      const codes = [
        await register('pam50', linear()),
        await register('pam50-again', text),
        await register('bad', linear({ weights: [1] })),
        await register('bad', linear(), { text: 'no JSON' }),
      ].map(({ errors }) => errors[0]?.extensions.code);
      expect(codes).toEqual(['CONFLICT', 'CONFLICT', 'BAD_USER_INPUT', 'BAD_USER_INPUT']);
      const { signatures } = await gateway.data('{ signatures(first: 1) { totalCount nodes { id } } }');
      expect([signatures.totalCount, signatures.nodes.length]).toEqual([5, 1]);
    });
  });
});
