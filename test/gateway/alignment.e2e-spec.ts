import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ALIGNMENT_DIM as DIM, ALIGNMENT_HEAD as HEAD, shippedSet } from '#test/alignment';
import { addSlide, C6_FACTS, floatsOf, importCorner, referenceC6 } from '#test/c6';
import { openTestGateway, type TestGateway } from '#test/open-test-gateway';
import { type Json } from '#test/json';
import { storeKinds } from '#test/stores';

const RETRIEVAL = `direction gallerySize chance scoreRule referenceSet { id size digest } registered { direction k value gallerySize chance split }
  neighbours { rank row name similarity logit score x y }`;
const ASK = `query Ask($id: ID!, $model: ModelRef!, $region: RegionInput, $referenceSet: ID, $first: Int! = 10) { slide(id: $id) {
  alignment(model: $model, region: $region) {
    head { model spaceId dimension scoreRule logitScale logitBias cautions { code message } towers { modality model } }
    tileCount aggregation region { x } values provenance { answerId isReused model { ref } features { digest } }
    transcriptomes(referenceSet: $referenceSet, first: $first) { ${RETRIEVAL} } } } }`;
const HEAD_OF = `query Head($ref: ModelRef!) { modelVersion(ref: $ref) { alignmentHead { spaceId referenceSets { id size retrieval { direction k value chance gallerySize } } } } }`;

/** A rectangle that holds the centre of one tile and of no other. */
function around(tile: number) {
  const [x = 0, y = 0] = referenceC6.coords[referenceC6.region.tileIndices[tile] ?? 0] ?? [];
  return { x: x + 163, y: y + 163, width: 1, height: 1 };
}

const dot = (a: Float32Array, b: Float32Array, row: number): number =>
  a.reduce((sum, value, at) => sum + value * (b[row * DIM + at] ?? NaN), 0);

describe.each(storeKinds)('an alignment head, on the $kind store', (kind) => {
  describe.skipIf(kind.skip)('of the demonstration', () => {
    let gateway: TestGateway;
    let slide: string;

    const ask = async (variables: object): Promise<Json> =>
      (await gateway.data(ASK, { id: slide, model: HEAD, ...variables })).slide.alignment;
    const refusal = async (variables: object) =>
      (await gateway.ask(ASK, { id: slide, model: HEAD, ...variables })).errors[0]?.extensions;

    beforeAll(async () => {
      gateway = await openTestGateway(kind);
      slide = await addSlide(gateway, 'C6.tiff', C6_FACTS);
      await importCorner(gateway, slide);
    }, 120_000);
    afterAll(() => gateway?.close());

    it('finds the transcriptomes of C6 that are nearest to a tile, with gallery and chance beside', async () => {
      const { head, transcriptomes, values, ...one } = await ask({ region: around(5) });
      expect(one).toMatchObject({ tileCount: 1, aggregation: 'TILE' });
      expect(one.provenance.model.ref).toBe('local:demo-her2st-align-image/1');
      // Stored as a logarithm: exp(2.36186), applied once.
      expect(head).toMatchObject({ model: HEAD, dimension: DIM, scoreRule: 'SOFTMAX', logitBias: 0 });
      expect(head.logitScale).toBeCloseTo(10.6107, 3);
      expect(head.cautions.map(({ code }: Json) => code)).toContain('DEGRADES_EXPRESSION');
      expect(transcriptomes).toMatchObject({
        direction: 'I2G',
        gallerySize: 164,
        referenceSet: { id: 'c6', size: 164 },
      });
      expect(transcriptomes.chance).toBeCloseTo(10 / 164, 12);
      expect(transcriptomes.registered.map(({ k }: Json) => k)).toEqual([1, 5, 10]);
      const vector = floatsOf(values);
      const transcriptome = (await shippedSet('c6'))('transcriptome');
      const cosines = Array.from({ length: 164 }, (_, row) => dot(vector, transcriptome, row));
      const order = cosines.map((_, row) => row).sort((a, b) => (cosines[b] ?? 0) - (cosines[a] ?? 0));
      const total = cosines.reduce((sum, cosine) => sum + Math.exp(head.logitScale * cosine), 0);
      expect(transcriptomes.neighbours.map(({ row }: Json) => row)).toEqual(order.slice(0, 10));
      for (const { row, similarity, logit, score, name, x } of transcriptomes.neighbours) {
        expect(similarity).toBeCloseTo(cosines[row] ?? NaN, 5);
        expect(logit).toBeCloseTo(head.logitScale * (cosines[row] ?? NaN), 4);
        expect(score).toBeCloseTo(Math.exp(head.logitScale * (cosines[row] ?? NaN)) / total, 6);
        expect([name, x > 0]).toEqual([expect.stringMatching(/^\d+x\d+$/), true]);
      }
    });

    it('takes the direction of the mean for many tiles, and runs the tower once', async () => {
      const whole = await ask({});
      expect(whole).toMatchObject({ tileCount: 22, aggregation: 'MEAN_OF_TILES', region: null });
      const again = await ask({ referenceSet: 'b4', first: 3 });
      expect(again.provenance).toMatchObject({ answerId: whole.provenance.answerId, isReused: true });
      expect(again.transcriptomes).toMatchObject({ gallerySize: 202, referenceSet: { id: 'b4' } });
      expect(again.transcriptomes.neighbours).toHaveLength(3);
      const mean = new Float64Array(DIM);
      for (const tile of referenceC6.region.tileIndices.keys())
        floatsOf((await ask({ region: around(tile) })).values).forEach(
          (value, at) => (mean[at] = (mean[at] ?? 0) + value),
        );
      const length = Math.hypot(...mean);
      floatsOf(whole.values).forEach((value, at) => expect(value).toBeCloseTo((mean[at] ?? NaN) / length, 5));
    });

    it('stands in the catalogue with its reference sets and their registered figures', async () => {
      const { alignmentHead } = (await gateway.data(HEAD_OF, { ref: HEAD })).modelVersion;
      expect(alignmentHead.spaceId).toBe((await ask({})).head.spaceId);
      const [c6, b4] = alignmentHead.referenceSets;
      expect([c6.size, b4.size]).toEqual([164, 202]);
      const of = (set: Json, direction: string) =>
        set.retrieval.find((figure: Json) => figure.direction === direction && figure.k === 5);
      // The figures of the exporter's study: R@5 within .04 over builds.
      const studied = [
        [of(c6, 'I2G'), 0.122],
        [of(c6, 'G2I'), 0.134],
        [of(b4, 'I2G'), 0.054],
        [of(b4, 'G2I'), 0.045],
      ];
      for (const [figure, value] of studied) expect(Math.abs(figure.value - value)).toBeLessThan(0.04);
      const other = (await gateway.data(HEAD_OF, { ref: 'local:demo-dense-focus/1' })).modelVersion;
      expect(other.alignmentHead).toBeNull();
    });

    it('refuses what is no head, no set of it, and too many neighbours', async () => {
      expect(await refusal({ model: 'local:demo-lite0-mean/1' })).toMatchObject({
        code: 'BAD_USER_INPUT',
        argument: 'model',
      });
      expect(await refusal({ referenceSet: 'none' })).toMatchObject({
        code: 'BAD_USER_INPUT',
        referenceSets: ['c6', 'b4'],
      });
      expect(await refusal({ first: 101 })).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'first' });
    });
  });
});
