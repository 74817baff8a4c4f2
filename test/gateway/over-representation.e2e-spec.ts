import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SCORING_FIXTURES } from '#test/expression-matrices';
import { HALLMARK, OF_DEMO, openGeneListWorld, type GeneListWorld } from '#test/gene-lists';
import { type Json } from '#test/json';
import { storeKinds } from '#test/stores';

const ASK = `query Ask($genes: [String!]!, $universe: ID!, $first: Int! = 100, $minSize: Int! = 15) { geneSetCollection(id: "hallmark-7.0") {
  overRepresentation(genes: $genes, universe: $universe, first: $first, minSize: $minSize) { universeSize geneCount testedSets passedOverCount
    sets { name setSize hits expected pValue adjustedPValue } } } }`;

describe.each(storeKinds)('over-representation, on the $kind store', (kind) => {
  describe.skipIf(kind.skip)('of a list of genes', () => {
    let world: GeneListWorld;
    let expected: Json;

    beforeAll(async () => {
      world = await openGeneListWorld(kind);
      await world.importSets(HALLMARK);
      await world.importPanel(OF_DEMO);
      expected = JSON.parse(await readFile(join(SCORING_FIXTURES, 'over-representation.json'), 'utf8'));
    }, 120_000);
    afterAll(() => world?.gateway.close());

    it('has the p values of SciPy, adjusted as statsmodels does', async () => {
      const variables = { genes: expected.genes, universe: OF_DEMO.id };
      const { overRepresentation: found } = (await world.gateway.data(ASK, variables, 'north-one')).geneSetCollection;
      const { length } = expected.sets;
      expect(found).toMatchObject({
        universeSize: 2208,
        geneCount: expected.genes.length,
        testedSets: length,
        passedOverCount: 50 - length,
      });
      const wanted = new Map<string, Json>(expected.sets.map((set: Json) => [set.name, set]));
      expect(found.sets).toHaveLength(length);
      expect(found.sets[0]).toMatchObject({ name: 'HALLMARK_INTERFERON_GAMMA_RESPONSE' });
      for (const { name, hits, setSize, expected: mean, pValue, adjustedPValue } of found.sets) {
        const set = wanted.get(name);
        expect([hits, setSize]).toEqual([set.hits, set.setSize]);
        expect(mean).toBeCloseTo((setSize * expected.genes.length) / 2208, 10);
        expect(Math.abs(pValue / set.pValue - 1)).toBeLessThan(1e-10);
        expect(Math.abs(adjustedPValue / set.adjustedPValue - 1)).toBeLessThan(1e-10);
      }
    });

    it('refuses genes of another universe by position, and other tenants’ panels', async () => {
      const asked = async (variables: object, key?: string) =>
        (await world.ask(ASK, { universe: OF_DEMO.id, ...variables }, key)).errors[0]?.extensions;
      expect(await asked({ genes: ['ERBB2', 'NOSUCH'] })).toMatchObject({
        code: 'BAD_USER_INPUT',
        argument: 'genes',
        position: 2,
      });
      expect(await asked({ genes: [] })).toMatchObject({ code: 'BAD_USER_INPUT' });
      expect(await asked({ genes: ['ERBB2'], universe: 'none' })).toMatchObject({ code: 'NOT_FOUND' });
      expect(await asked({ genes: ['ERBB2'] }, 'south-one')).toMatchObject({ code: 'NOT_FOUND' });
      expect(await asked({ genes: ['ERBB2'], minSize: 1 })).toMatchObject({ code: 'BAD_USER_INPUT' });
    });
  });
});
