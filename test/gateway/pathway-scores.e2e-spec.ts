import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeNpy } from '#libs/array-files';
import {
  ADD_MATRIX,
  differenceFrom,
  ended,
  P53_FACTS,
  p53Table,
  readTable,
  SCORE_MATRIX,
  upload,
} from '#test/expression-matrices';
import { HALLMARK, openGeneListWorld, refusalOf, type GeneListWorld } from '#test/gene-lists';
import { type Json } from '#test/json';
import { storeKinds } from '#test/stores';

const SCORES = `query Scores($collection: ID!, $settings: PathwaySettingsInput!) { expressionMatrix(id: "p53") {
  pathwayScores(collection: $collection, settings: $settings) { digest matrixDigest collectionDigest setCount passedOverCount
    sampleCount geneCount constantGenes settings { method form weight normalise kernel maxDifference minSize maxSize }
    tsv: href npy: href(format: NPY) parquet: href(format: PARQUET)
    sets(first: 100) { totalCount nodes { name size overlap missing passedOver } } } } }`;

const SIZES = { minSize: 10, maxSize: 500 };

describe.each(storeKinds)('pathway scores of own matrices, on the $kind store', (kind) => {
  describe.skipIf(kind.skip)('of two tenants', () => {
    let world: GeneListWorld;
    let matrix: Json;

    const scoresOf = async (settings: object, collection = 'hallmark-7.0'): Promise<Json> =>
      (await world.gateway.data(SCORES, { collection, settings: { ...SIZES, ...settings } }, 'north-one'))
        .expressionMatrix.pathwayScores;
    const tableOf = async ({ tsv }: Json): Promise<string> =>
      (await world.gateway.get(tsv, {}, 'north-one')).bytes.toString();
    const add = async (input: object, key = 'north-one'): Promise<Json> => {
      const { addExpressionMatrix } = await world.gateway.data(ADD_MATRIX, { input }, key);
      return ended(world.gateway, addExpressionMatrix.id, key);
    };

    beforeAll(async () => {
      world = await openGeneListWorld(kind);
      await world.importSets(HALLMARK);
      await writeFile(join(world.gateway.slideDir, 'p53.tsv'), await p53Table());
      const job = await add({ ...P53_FACTS, path: 'p53.tsv' });
      expect([job.state, job.error]).toEqual(['SUCCEEDED', null]);
      matrix = job.expressionMatrix;
    }, 120_000);
    afterAll(() => world?.gateway.close());

    it('keep a matrix as it was, under the digest of its content', async () => {
      expect(matrix).toMatchObject({
        id: 'p53',
        unit: 'intensity',
        transform: 'NONE',
        geneCount: 9096,
        sampleCount: 14,
      });
      const file = await world.gateway.get(matrix.href, {}, 'north-one');
      const { shape, data } = decodeNpy(file.bytes);
      const rows = [...readTable((await p53Table()).toString()).rows.values()];
      expect([shape, [...data]]).toEqual([[9096, 14], rows.flat()]);
      expect((await world.gateway.get(matrix.href, {}, 'south-one')).status).toBe(404);
    });

    it.each([
      ['gsva', { method: 'GSVA' }],
      ['gsva-kcdf-none', { method: 'GSVA', kernel: 'NONE' }],
      ['gsva-mxdiff-false', { method: 'GSVA', maxDifference: false }],
      ['ssgsea', { method: 'SSGSEA' }],
      ['ssgsea-raw', { method: 'SSGSEA', normalise: 'NONE' }],
      ['genepattern-ssgsea', { method: 'SSGSEA', form: 'GENEPATTERN' }],
      ['plage', { method: 'PLAGE' }],
      ['zscore', { method: 'ZSCORE' }],
      ['singscore', { method: 'SINGSCORE' }],
    ])('are those of the other program to 1e-6: %s', async (published, settings) => {
      const scores = await scoresOf(settings);
      expect(scores).toMatchObject({
        setCount: 50,
        passedOverCount: 0,
        sampleCount: 14,
        geneCount: 9096,
        constantGenes: 0,
      });
      expect(scores.matrixDigest).toBe(matrix.digest);
      expect(scores.settings).toMatchObject({ ...SIZES, ...settings });
      expect(await differenceFrom(published, await tableOf(scores), published === 'plage')).toBeLessThan(1e-6);
    });

    it('are the same in every form of file', async () => {
      const scores = await scoresOf({ method: 'SSGSEA' });
      const { columns, rows } = readTable(await tableOf(scores));
      const npy = decodeNpy((await world.gateway.get(scores.npy, {}, 'north-one')).bytes);
      expect([npy.shape, [...npy.data]]).toEqual([[50, 14], [...rows.values()].flat()]);
      const { bytes } = await world.gateway.get(scores.parquet, {}, 'north-one');
      await writeFile(join(world.gateway.slideDir, 'scores.parquet'), bytes);
      const back = await add({ ...P53_FACTS, id: 'scores', path: 'scores.parquet' });
      const values = decodeNpy((await world.gateway.get(back.expressionMatrix.href, {}, 'north-one')).bytes);
      expect([columns.length, [...values.data]]).toEqual([14, [...rows.values()].flat()]);
    });

    it('say what of each set was measured, and why a set has no score', async () => {
      const { sets } = await scoresOf({ method: 'ZSCORE', minSize: 30, maxSize: 150 });
      const all = new Map<string, Json>(sets.nodes.map((set: Json) => [set.name, set]));
      expect(sets.totalCount).toBe(50);
      expect(all.get('HALLMARK_NOTCH_SIGNALING')).toMatchObject({ size: 32, passedOver: 'TOO_SMALL' });
      expect(all.get('HALLMARK_TNFA_SIGNALING_VIA_NFKB')).toMatchObject({ size: 200, passedOver: 'TOO_LARGE' });
      for (const { size, overlap, missing } of all.values()) expect(size - overlap).toBe(missing.length);
    });

    it('come from a job as from a query, and are made once', async () => {
      const settings = { method: 'GSVA', ...SIZES, minSize: 12 };
      const input = { matrix: 'p53', collection: 'hallmark-7.0', settings };
      const { scoreExpressionMatrix } = await world.gateway.data(SCORE_MATRIX, { input }, 'north-one');
      const job = await ended(world.gateway, scoreExpressionMatrix.id, 'north-one');
      expect(job).toMatchObject({ kind: 'SCORE_EXPRESSION_MATRIX', state: 'SUCCEEDED' });
      expect((await scoresOf(settings)).digest).toBe(job.pathwayScores.digest);
    });

    it('take files that a caller sends, and give them to nobody else', async () => {
      const bytes = await p53Table();
      const sent = await upload(world.gateway, bytes, 'north-one');
      expect(sent).toMatchObject({ status: 201, json: { sizeBytes: bytes.length } });
      expect((await add({ ...P53_FACTS, upload: sent.json.id })).expressionMatrix.digest).toBe(matrix.digest);
      const stolen = world.ask(ADD_MATRIX, { input: { ...P53_FACTS, upload: sent.json.id } }, 'south-one');
      expect(await refusalOf(stolen)).toMatchObject({ code: 'NOT_FOUND', noun: 'upload' });
      expect((await upload(world.gateway, bytes, 'north-reader')).status).toBe(403);
      expect((await upload(world.gateway, bytes, 'north-one', 'text/plain')).status).toBe(415);
    });

    it('refuse a matrix with a wrong line, another one under its id, and settings that a method does not have', async () => {
      await writeFile(join(world.gateway.slideDir, 'bad.tsv'), 'gene\ta\tb\nX\t1\t2\nX\t1\tNA\n');
      const bad = await add({ ...P53_FACTS, id: 'bad', path: 'bad.tsv' });
      expect(bad).toMatchObject({
        state: 'FAILED',
        error: { code: 'BAD_USER_INPUT', facts: { problems: [{ line: 3 }] } },
      });
      await writeFile(join(world.gateway.slideDir, 'other.tsv'), 'gene\ta\tb\nX\t1\t2\nY\t1\t3\n');
      expect((await add({ ...P53_FACTS, path: 'other.tsv' })).error).toMatchObject({ code: 'CONFLICT' });
      expect((await add({ ...P53_FACTS, id: 'again', path: 'p53.tsv' })).error).toMatchObject({
        code: 'CONFLICT',
        facts: { id: 'p53' },
      });
      for (const settings of [
        { method: 'PLAGE', kernel: 'NONE' },
        { method: 'GSVA', weight: 1 },
        { method: 'GSVA', minSize: 1 },
      ]) {
        const asked = world.ask(SCORES, { collection: 'hallmark-7.0', settings: { ...SIZES, ...settings } });
        expect((await asked).errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
      }
      const none = world.ask(SCORES, { collection: 'none', settings: { method: 'GSVA' } });
      expect((await none).errors[0]?.extensions).toMatchObject({ code: 'NOT_FOUND' });
    });

    it('leave the event loop to others', async () => {
      const delay = monitorEventLoopDelay({ resolution: 5 });
      delay.enable();
      await scoresOf({ method: 'GSVA', minSize: 11 });
      delay.disable();
      expect(delay.max / 1e6).toBeLessThan(250);
    });
  });
});
