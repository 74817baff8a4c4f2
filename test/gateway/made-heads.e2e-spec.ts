import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addSlide, C6_FACTS, floatsOf, importCorner } from '#test/c6';
import { IMPORT_SETS } from '#test/gene-lists';
import { MATRIX_FACTS } from '#test/alignment';
import { type Json } from '#test/json';
import { createMadeHeads, type MadeHeads } from '#test/made-heads';
import { openTestGateway, type TestGateway } from '#test/open-test-gateway';
import { storeKinds } from '#test/stores';

const PROFILE = `query Profile($model: ModelRef!, $profile: ExpressionProfileInput!) { profileAlignment(model: $model, profile: $profile) {
  head { scoreRule logitScale logitBias cautions { code } } input { unit recipe geneCount panelSize sentence } values
  images(first: 24) { gallerySize chance scoreRule neighbours { row similarity logit score } } } }`;
const IMAGE = `query Image($id: ID!, $model: ModelRef!, $region: RegionInput, $shift: Float! = 1, $seed: Int! = 3) { slide(id: $id) {
  alignment(model: $model, region: $region) { tileCount values
    pathwayScores(collection: "made", shift: $shift, background: 50, seed: $seed) { status scores { name overlap similarity contrast status probability calibration { id } } } } } }`;

/** Largest difference of two lists. */
const distance = (found: ArrayLike<number>, expected: ArrayLike<number>): number =>
  Array.from(found).reduce((most, value, at) => Math.max(most, Math.abs(value - (expected[at] ?? NaN))), 0);

describe.each(storeKinds)('alignment heads of every kind, on the $kind store', (kind) => {
  describe.skipIf(kind.skip)('with seeded weights, through the embedded model server', () => {
    let heads: MadeHeads;
    let gateway: TestGateway;
    let slide: string;

    const counts = (row = 0) => {
      const { genes, counts: all, totals } = heads.expected;
      return { genes, values: all[row], unit: 'COUNTS', librarySize: totals[row] };
    };
    const profile = async (head: string, stated: object = counts()): Promise<Json> =>
      (await gateway.data(PROFILE, { model: head, profile: stated })).profileAlignment;
    const refused = async (head: string, stated: object = counts()) =>
      (await gateway.ask(PROFILE, { model: head, profile: stated })).errors[0]?.extensions;
    const byRow = (neighbours: readonly Json[], field: string): readonly number[] =>
      [...neighbours].sort((a, b) => a.row - b.row).map((one) => one[field]);

    beforeAll(async () => {
      heads = await createMadeHeads();
      gateway = await openTestGateway(kind, { modelDirs: [heads.path] });
      slide = await addSlide(gateway, 'C6.tiff', C6_FACTS);
      await importCorner(gateway, slide);
      const { members, genes } = heads.expected;
      const lines = [
        ['CALIBRATED', 'made', ...members],
        ['OTHER', 'made', ...genes.slice(16, 24)],
      ];
      await writeFile(join(gateway.slideDir, 'made.gmt'), `${lines.map((line) => line.join('\t')).join('\n')}\n`);
      const { unit: _unit, transform: _transform, ...facts } = MATRIX_FACTS;
      await gateway.data(IMPORT_SETS, { input: { ...facts, id: 'made', name: 'Made sets', path: 'made.gmt' } });
    }, 120_000);
    afterAll(async () => {
      await gateway?.close();
      await heads?.remove();
    });

    it('apply the scale once, be it stored as a logarithm or not, and within the bound of the training', async () => {
      const { expected } = heads;
      const [log, exp, clamped] = [
        await profile('made-log/1'),
        await profile('made-exp/1'),
        await profile('made-clamped/1'),
      ];
      expect(distance(floatsOf(log.values), expected.gene[0])).toBeLessThan(1e-5);
      for (const [{ head, images }, scale, scores] of [
        [log, 14.285714, expected.softmax],
        [exp, 14.285714, expected.softmax],
        [clamped, 100, expected.clamped],
      ] as const) {
        expect(head).toMatchObject({ scoreRule: 'SOFTMAX', logitBias: 0 });
        expect(head.logitScale).toBeCloseTo(scale, 5);
        expect(images).toMatchObject({ gallerySize: 24, chance: 1 });
        expect(distance(byRow(images.neighbours, 'similarity'), expected.cosines)).toBeLessThan(1e-5);
        expect(distance(byRow(images.neighbours, 'score'), scores)).toBeLessThan(scale * 1e-5);
        expect(byRow(images.neighbours, 'score').reduce((sum, score) => sum + score, 0)).toBeCloseTo(1, 9);
      }
    });

    it('score each pair by itself where the head is a sigmoid, and not at all where its temperature is not one of cosines', async () => {
      const { expected } = heads;
      const sigmoid = await profile('made-siglip/1');
      expect(sigmoid.head).toMatchObject({ scoreRule: 'SIGMOID', logitBias: -10 });
      expect(distance(byRow(sigmoid.images.neighbours, 'score'), expected.sigmoid)).toBeLessThan(1e-5);
      const other = await profile('made-lengths/1');
      expect(other.head.scoreRule).toBe('NONE');
      expect(distance(floatsOf(other.values), expected.gene[0])).toBeLessThan(1e-5);
      expect(byRow(other.images.neighbours, 'score')).toEqual(Array(24).fill(null));
      // Its card says that its vectors have length one, and they have not.
      expect(await refused('made-liar/1')).toMatchObject({ code: 'MODEL_BAD_RESPONSE' });
    });

    it('refuse what depends on the batch, or take the constant that the card pins', async () => {
      expect(await refused('made-median/1')).toMatchObject({
        code: 'BAD_USER_INPUT',
        argument: 'model',
        step: 'LIBRARY_SIZE',
      });
      const ready = { ...counts(), unit: 'TOWER', librarySize: undefined };
      expect(await refused('made-median/1', ready)).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'model' });
      expect(await refused('made-batch/1')).toMatchObject({ argument: 'model', modality: 'TRANSCRIPTOME' });
      const pinned = await profile('made-pinned/1');
      expect(pinned.input.recipe).toEqual(['LIBRARY_SIZE', 'LOG1P']);
      expect(distance(floatsOf(pinned.values), heads.expected.pinned)).toBeLessThan(1e-5);
    });

    it('read sentences of the most expressed genes, without the names that the published ones leave out', async () => {
      const { expected } = heads;
      for (const row of [0, 1, 2]) {
        const found = await profile('made-words/1', counts(row));
        expect(found.input).toMatchObject({ sentence: expected.sentences[row], panelSize: null, geneCount: 32 });
        expect(distance(floatsOf(found.values), expected.text[row])).toBeLessThan(1e-5);
        if (row === 0)
          expect(distance(byRow(found.images.neighbours, 'similarity'), expected.textCosines)).toBeLessThan(1e-5);
      }
      // The order of the table says nothing; that of the values does.
      const turned = { ...counts(), genes: [...expected.genes].reverse(), values: [...expected.counts[0]].reverse() };
      expect((await profile('made-words/1', turned)).input.sentence).toBe(expected.sentences[0]);
      const ids = expected.genes.map((_: string, at: number) => `ENSG000001${String(41510 + at).padStart(5, '0')}`);
      expect(await refused('made-words/1', { ...counts(), genes: ids })).toMatchObject({
        argument: 'profile.genes',
        position: 0,
      });
      const twice = [...expected.genes.slice(1), expected.genes[1]];
      expect(await refused('made-words/1', { ...counts(), genes: twice })).toMatchObject({ argument: 'profile.genes' });
      const none = { ...counts(), values: expected.genes.map((name: string) => (/[.-]/.test(name) ? 3 : 0)) };
      expect(await refused('made-words/1', none)).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'profile' });
    });

    it('are calibrated for the very contrast that a record is of, and exploratory for any other', async () => {
      const { tile } = heads.expected;
      const [x, y] = tile.coords;
      const region = { x: x + 163, y: y + 163, width: 1, height: 1 };
      const ask = async (variables: object = {}, model = 'made-log/1'): Promise<Json> =>
        (await gateway.data(IMAGE, { id: slide, model, region, ...variables })).slide.alignment;
      const found = await ask();
      expect(found.tileCount).toBe(1);
      expect(distance(floatsOf(found.values), tile.vector)).toBeLessThan(1e-5);
      const [calibrated, other] = found.pathwayScores.scores;
      expect(calibrated).toMatchObject({
        name: 'CALIBRATED',
        overlap: 8,
        status: 'CALIBRATED',
        calibration: { id: 'made-log-1-platt' },
      });
      expect(calibrated.similarity).toBeCloseTo(tile.similarity, 5);
      expect(calibrated.probability).toBeCloseTo(1 / (1 + Math.exp(1 - 2 * calibrated.contrast)), 9);
      expect(other).toMatchObject({ status: 'EXPLORATORY', probability: null, calibration: null });
      expect(found.pathwayScores.status).toBe('EXPLORATORY');
      for (const variables of [{ shift: 2 }, { seed: 4 }])
        expect((await ask(variables)).pathwayScores.scores[0]).toMatchObject({
          status: 'EXPLORATORY',
          probability: null,
        });
      // The same settings, under a head whose card says nothing of them.
      expect((await ask({}, 'made-exp/1')).pathwayScores.scores[0]).toMatchObject({
        status: 'EXPLORATORY',
        contrast: calibrated.contrast,
      });
    });
  });
});
