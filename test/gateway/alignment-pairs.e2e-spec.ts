import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  ALIGNMENT_DIM,
  ALIGNMENT_FIXTURES,
  ALIGNMENT_HEAD,
  openPairsWorld,
  type PairsWorld,
  shippedSet,
  tensorsOf,
} from '#test/alignment';
import { floatsOf } from '#test/c6';
import { createCohort } from '#test/cohorts';
import { indexed } from '#test/embedding-indexes';
import { DEMO_MODELS } from '#test/open-test-gateway';
import { type Json } from '#test/json';
import { storeKinds } from '#test/stores';

const PROFILE = `query Profile($model: ModelRef!, $profile: ExpressionProfileInput!) { profileAlignment(model: $model, profile: $profile) {
  input { unit librarySize recipe geneCount panelSize missing sentence } values provenance { answerId isReused model { ref } server { id } }
  images(first: 3) { direction gallerySize chance registered { direction k value } neighbours { row name similarity score } } } }`;
const IMAGE = `query Image($id: ID!, $model: ModelRef!, $region: RegionInput, $symbols: [String!]!, $seed: Int! = 0) { slide(id: $id) { alignment(model: $model, region: $region) {
  tileCount values
  pathwayScores(collection: "made", seed: $seed) { status method totalCount background shift cautions { code } provenance { answerId isReused model { ref } } referenceSet { id }
    scores { name size overlap similarity contrast standardised backgroundPercentile status probability passedOver } }
  similarity: expression(symbols: $symbols) { status effectiveItems negativeWeights transform cautions { code } genes { asked symbol value referenceMean refusal { code } } }
  softmax: expression(symbols: $symbols, weights: SOFTMAX) { effectiveItems genes { value } }
  nearest: expression(symbols: $symbols, weights: NEAREST) { effectiveItems negativeWeights genes { value } } } } }`;
const FIGURES = `model pairs pairsDigest leftOut { line reason } leftOutCount seed cautions { code message }
  directions { direction gallerySize galleries intervals recalls { k value interval chance shuffled } medianRank { value interval chance } }
  sites { site pairs imageShare transcriptomeShare expectedShare directions { direction gallerySize recalls { k value chance } } }`;
const EVALUATE = `query Evaluate($input: EvaluateAlignmentInput!) { evaluateAlignment(input: $input) { ${FIGURES} } }`;
const START = 'mutation Start($input: EvaluateAlignmentInput!) { startAlignmentEvaluation(input: $input) { id kind } }';
const JOB = `query Job($id: ID!) { job(id: $id) { state stage error { code message } alignmentEvaluation { ${FIGURES} } } }`;

/** The image whose figures are expected. */
const SHOWN = 3;

describe.each(storeKinds)('pairs of tiles and profiles, on the $kind store', (kind) => {
  describe.skipIf(kind.skip)('in the space of the demonstration head', () => {
    let world: PairsWorld;
    let expected: Json;
    let towers: (name: string) => Float32Array;
    let panel: readonly string[];

    const profile = async (stated: object): Promise<Json> =>
      (await world.gateway.data(PROFILE, { model: ALIGNMENT_HEAD, profile: stated })).profileAlignment;
    const refused = async (stated: object) =>
      (await world.gateway.ask(PROFILE, { model: ALIGNMENT_HEAD, profile: stated })).errors[0]?.extensions;
    const evaluate = async (input: object): Promise<Json> =>
      (await world.gateway.data(EVALUATE, { input: { model: ALIGNMENT_HEAD, ...input } })).evaluateAlignment;
    const evaluationRefused = async (input: object) =>
      (await world.gateway.ask(EVALUATE, { input: { model: ALIGNMENT_HEAD, ...input } })).errors[0]?.extensions;
    const own = (csv = world.csv) => ({ pairs: { csv, matrix: 'c6' } });
    const isNear = (values: Float32Array, all: Float32Array, row: number): boolean =>
      values.every((value, at) => Math.abs(value - (all[row * ALIGNMENT_DIM + at] ?? NaN)) < 1e-5);

    beforeAll(async () => {
      world = await openPairsWorld(kind);
      expected = world.expected;
      towers = await tensorsOf(join(ALIGNMENT_FIXTURES, 'c6-towers.safetensors'));
      panel = (await readFile(join(DEMO_MODELS, 'demo-her2st-align-gene/1/genes.txt'), 'utf8')).trimEnd().split('\n');
    }, 120_000);
    afterAll(() => world?.gateway.close());

    it('gives profiles the vectors of PyTorch, from raw counts and from values on the scale of the tower', async () => {
      const transcriptome = towers('transcriptome');
      for (const [row, sample] of expected.samples.slice(0, 3).entries()) {
        const found = await profile({ matrix: 'c6', sample });
        expect(found.input).toMatchObject({
          unit: 'COUNTS',
          recipe: ['LOG1P_CP10K'],
          geneCount: 256,
          panelSize: 256,
          missing: [],
          sentence: null,
        });
        expect(found.input.librarySize).toBe(expected.totals[row]);
        expect(isNear(floatsOf(found.values), transcriptome, row)).toBe(true);
      }
      const set = await shippedSet('c6');
      const { digest } = JSON.parse(
        await readFile(join(DEMO_MODELS, 'demo-her2st-align/1/model-card.json'), 'utf8'),
      ).vocabulary;
      const row = 7;
      const values = Array.from(set('expression').subarray(row * 256, row * 256 + 256));
      const byPosition = await profile({ values, unit: 'TOWER', vocabularyDigest: digest });
      expect(isNear(floatsOf(byPosition.values), set('transcriptome'), row)).toBe(true);
      expect(byPosition.provenance).toMatchObject({
        isReused: false,
        model: { ref: 'local:demo-her2st-align-gene/1' },
      });
      const order = [...panel.keys()].reverse();
      const byName = await profile({
        values: order.map((at) => values[at]),
        genes: order.map((at) => panel[at]),
        unit: 'TOWER',
      });
      expect(byName.values).toBe(byPosition.values);
      expect(byName.provenance).toMatchObject({ isReused: true, answerId: byPosition.provenance.answerId });
    });

    it('finds the images of C6 that are nearest to a profile, with gallery and chance beside', async () => {
      const { images, values } = await profile({ matrix: 'c6', sample: expected.samples[0] });
      expect(images).toMatchObject({ direction: 'G2I', gallerySize: 164, chance: 3 / 164 });
      expect(images.registered.every(({ direction }: Json) => direction === 'G2I')).toBe(true);
      const [vector, gallery] = [floatsOf(values), (await shippedSet('c6'))('image')];
      const cosines = Array.from({ length: 164 }, (_, row) =>
        vector.reduce((sum, value, at) => sum + value * (gallery[row * ALIGNMENT_DIM + at] ?? NaN), 0),
      );
      const order = [...cosines.keys()].sort((a, b) => (cosines[b] ?? 0) - (cosines[a] ?? 0));
      expect(images.neighbours.map(({ row }: Json) => row)).toEqual(order.slice(0, 3));
    });

    it('refuses profiles that are not what the card says, and fills nothing in unasked', async () => {
      const counts = { unit: 'COUNTS', librarySize: 5000 };
      const some = (left: number) => ({ genes: panel.slice(left), values: panel.slice(left).map((_, at) => at % 7) });
      expect(await refused({ ...counts, ...some(2) })).toMatchObject({
        code: 'VOCABULARY_MISMATCH',
        missing: panel.slice(0, 2),
        missingCount: 2,
        size: 256,
        allowed: 0,
      });
      expect(await refused({ ...counts, ...some(26), missing: 'ZERO' })).toMatchObject({
        code: 'VOCABULARY_MISMATCH',
        allowed: 25,
      });
      expect((await profile({ ...counts, ...some(2), missing: 'ZERO' })).input).toMatchObject({
        geneCount: 254,
        missing: panel.slice(0, 2),
      });
      const values = panel.map(() => 1);
      expect(await refused({ values, unit: 'TOWER', vocabularyDigest: 'a'.repeat(64) })).toMatchObject({
        code: 'VOCABULARY_MISMATCH',
      });
      expect(await refused({ ...counts, genes: panel, values: values.map(() => 0.5) })).toMatchObject({
        code: 'UNIT_MISMATCH',
      });
      expect(await refused({ ...counts, genes: panel, values: values.map(() => -1) })).toMatchObject({
        code: 'BAD_USER_INPUT',
      });
      expect(await refused({ unit: 'COUNTS', genes: panel, values })).toMatchObject({
        argument: 'profile.librarySize',
      });
      expect(await refused({ unit: 'COUNTS', librarySize: 255, genes: panel, values })).toMatchObject({
        argument: 'profile.librarySize',
      });
      expect(await refused({ genes: panel, values })).toMatchObject({ argument: 'profile.unit' });
      expect(await refused({ ...counts, genes: [...panel.slice(1), panel[1]], values })).toMatchObject({
        argument: 'profile.genes',
      });
      expect(await refused({ matrix: 'c6', sample: 'none' })).toMatchObject({ argument: 'profile.sample' });
      const table = await readFile(join(ALIGNMENT_FIXTURES, 'c6-counts.tsv'), 'utf8');
      await writeFile(join(world.gateway.slideDir, 'scaled.tsv'), table.replace('\t0\t', '\t1\t'));
      expect((await world.addMatrix('scaled', 'scaled.tsv', { unit: 'CPM', transform: 'LOG1P_CPM' })).state).toBe(
        'SUCCEEDED',
      );
      expect(await refused({ matrix: 'scaled', sample: expected.samples[0] })).toMatchObject({
        code: 'UNIT_MISMATCH',
        needed: { unit: 'counts', transform: 'NONE' },
        found: { unit: 'CPM', transform: 'LOG1P_CPM' },
      });
    });

    it('holds an image against prototypes of pathways, and weighs a reference by it, as PyTorch and NumPy do', async () => {
      const [x = 0, y = 0] = expected.centres[SHOWN];
      const region = { x: Math.floor(x), y: Math.floor(y), width: 2, height: 2 };
      const ask = async (variables: object = {}): Promise<Json> =>
        (
          await world.gateway.data(IMAGE, {
            id: world.slide,
            model: ALIGNMENT_HEAD,
            region,
            symbols: [...expected.genes, 'NO-SUCH'],
            ...variables,
          })
        ).slide.alignment;
      const found = await ask();
      expect(found.tileCount).toBe(1);
      expect(isNear(floatsOf(found.values), towers('image'), SHOWN)).toBe(true);
      const { pathwayScores } = found;
      expect(pathwayScores).toMatchObject({
        status: 'EXPLORATORY',
        totalCount: 3,
        background: 100,
        shift: 1,
        referenceSet: { id: 'c6' },
      });
      const [first, ninth, strangers] = pathwayScores.scores;
      expect([first.overlap, ninth.overlap, strangers.overlap]).toEqual([10, 29, 1]);
      expect(first.similarity).toBeCloseTo(expected.similarity[0], 5);
      expect(ninth.similarity).toBeCloseTo(expected.similarity[1], 5);
      expect(first).toMatchObject({ status: 'EXPLORATORY', probability: null, passedOver: null });
      expect(strangers).toMatchObject({ similarity: null, contrast: null, passedOver: 'TOO_SMALL' });
      const again = await ask();
      expect(again.pathwayScores.scores).toEqual(pathwayScores.scores);
      expect(again.pathwayScores.provenance.isReused).toBe(true);
      const reseeded = (await ask({ seed: 1 })).pathwayScores.scores[0];
      expect([reseeded.similarity, reseeded.contrast === first.contrast]).toEqual([first.similarity, false]);
      for (const rule of ['similarity', 'softmax', 'nearest']) {
        const { genes, effectiveItems } = found[rule];
        expect(effectiveItems).toBeCloseTo(expected.effective[rule.toUpperCase()], 1);
        for (const [at, value] of expected.weighted[rule.toUpperCase()].entries())
          expect(Math.abs(genes[at].value - value)).toBeLessThan(1e-3);
        expect(genes[4].value).toBeNull();
      }
      expect(found.similarity).toMatchObject({
        status: 'EXPLORATORY',
        negativeWeights: expected.negative,
        transform: ['LOG1P_CP10K'],
      });
      expect(found.similarity.cautions.map(({ code }: Json) => code)).toContain('DEGRADES_EXPRESSION');
      expect(found.similarity.genes[4].refusal.code).toBe('UNKNOWN');
      // Raw similarities of the first image sum to less than zero: their quotient would turn everything round.
      const [left = 0, top = 0] = expected.centres[0];
      const variables = {
        id: world.slide,
        model: ALIGNMENT_HEAD,
        region: { x: Math.floor(left), y: Math.floor(top), width: 2, height: 2 },
        symbols: ['A2M'],
      };
      const { data, errors } = await world.gateway.ask(IMAGE, variables);
      expect(errors.map(({ path, extensions }) => [path?.at(-1), extensions['argument']])).toEqual([
        ['similarity', 'weights'],
      ]);
      expect(data.slide.alignment).toMatchObject({ similarity: null, softmax: { genes: [{}] } });
      expect(found.similarity.genes[0].referenceMean).toBeCloseTo(expected.referenceMean[0], 5);
    });

    it('evaluates a head on own pairs as NumPy does, in the request and as a job', async () => {
      const found = await evaluate(own());
      expect(found).toMatchObject({ pairs: 41, leftOutCount: 0 });
      for (const { direction, recalls, medianRank, gallerySize } of found.directions) {
        const ranks: readonly number[] = expected.ranks[direction];
        expect(gallerySize).toBe(41);
        for (const { k, value, chance, interval } of recalls) {
          expect(value).toBeCloseTo(ranks.filter((rank) => rank <= k).length / 41, 12);
          expect(chance).toBeCloseTo(k / 41, 12);
          expect(interval[0] <= value && value <= interval[1]).toBe(true);
        }
        expect(medianRank.value).toBe([...ranks].sort((a, b) => a - b)[20]);
      }
      expect(found.sites.map(({ site, pairs }: Json) => [site, pairs])).toEqual([
        ['even', 21],
        ['odd', 20],
      ]);
      expect(found.cautions.map(({ code }: Json) => code)).toContain('NOT_TRANSFERABLE');
      const { startAlignmentEvaluation } = await world.gateway.data(START, {
        input: { model: ALIGNMENT_HEAD, ...own() },
      });
      expect(startAlignmentEvaluation.kind).toBe('EVALUATE_ALIGNMENT');
      await expect
        .poll(async () => (await world.gateway.data(JOB, { id: startAlignmentEvaluation.id })).job.state)
        .toBe('SUCCEEDED');
      const { job } = await world.gateway.data(JOB, { id: startAlignmentEvaluation.id });
      expect(job.alignmentEvaluation).toEqual(found);
    });

    it('finds the tiles of a cohort that look like a profile', async () => {
      const { gateway, slide } = world;
      await createCohort(gateway, { id: 'sections', name: 'S', csv: `slide\n${slide}` });
      const model = 'local:demo-her2st-align-image/1';
      const job = await indexed(gateway, { model, cohort: 'sections' });
      expect(job.embeddingIndex.serving).toMatchObject({ level: 'TILE', vectorCount: 41, dimension: ALIGNMENT_DIM });
      const query = `query Nearest($model: ModelRef!, $profile: AlignedProfileInput!) { nearest(model: $model, profile: $profile, k: 5) {
        searched neighbours { row similarity slideId tile { x y } } } }`;
      const profile = { head: ALIGNMENT_HEAD, profile: { matrix: 'c6', sample: expected.samples[0] } };
      const { nearest } = await gateway.data(query, { model, profile });
      const [images, [query0]] = [towers('image'), [towers('transcriptome').subarray(0, ALIGNMENT_DIM)]];
      const cosines = expected.samples.map((_: string, row: number) =>
        query0.reduce((sum, value, at) => sum + value * (images[row * ALIGNMENT_DIM + at] ?? NaN), 0),
      );
      const order = [...cosines.keys()].sort((a, b) => cosines[b] - cosines[a]);
      expect(nearest.neighbours.map(({ row }: Json) => row)).toEqual(order.slice(0, 5));
      expect(nearest.neighbours[0].similarity).toBeCloseTo(cosines[order[0] ?? 0], 5);
      expect(nearest.neighbours[0]).toMatchObject({ slideId: slide, tile: { x: expect.any(Number) } });
      await indexed(gateway, { model: 'local:demo-lite0/1', cohort: 'sections' });
      const { errors } = await gateway.ask(query, { model: 'local:demo-lite0/1', profile });
      expect(errors[0]?.extensions).toMatchObject({ code: 'SPACES_DIFFER' });
    });

    it('evaluates the registered sets: above chance on the same patient, near chance on the other', async () => {
      const same = await evaluate({ referenceSet: 'c6' });
      const other = await evaluate({ referenceSet: 'b4' });
      const at5 = ({ directions }: Json) => directions.map(({ recalls }: Json) => recalls[1]);
      for (const [at, { value, chance, interval, shuffled }] of at5(same).entries()) {
        expect(Math.abs(value - ([0.122, 0.134][at] ?? NaN))).toBeLessThan(0.04);
        expect(chance).toBeCloseTo(0.03, 2);
        expect(interval[0]).toBeGreaterThan(chance);
        expect(Math.abs(shuffled - chance)).toBeLessThan(0.015);
      }
      for (const [at, { value, chance, interval }] of at5(other).entries()) {
        expect(Math.abs(value - ([0.054, 0.045][at] ?? NaN))).toBeLessThan(0.04);
        expect(interval[0] < chance && chance < interval[1]).toBe(true);
      }
      const sized = { gallerySize: 64, galleries: 20, seed: 5 };
      const [first, second] = [
        await evaluate({ referenceSet: 'c6', ...sized }),
        await evaluate({ referenceSet: 'c6', ...sized }),
      ];
      expect(first).toEqual(second);
      expect(first.directions[0]).toMatchObject({ gallerySize: 64, galleries: 20, intervals: 'BOOTSTRAP' });
    });

    it('tells what is wrong with pairs by line, and leaves out points without a tile', async () => {
      const [header, ...rows] = world.csv.split('\n');
      const bad = await evaluationRefused(own([header, 's1,,2,x,a', ...rows].join('\n')));
      expect(bad).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'input.pairs.csv' });
      expect(bad?.['problems'].map(({ line, field }: Json) => [line, field])).toEqual([
        [2, 'slide'],
        [2, 'y'],
      ]);
      const far = await evaluate(own([header, `${expected.samples[0]},${world.slide},1,1,even`, ...rows].join('\n')));
      expect(far).toMatchObject({ pairs: 41, leftOutCount: 1, leftOut: [{ line: 2, reason: 'NO_TILE' }] });
      expect(await evaluationRefused({})).toMatchObject({ argument: 'input.referenceSet' });
      expect(await evaluationRefused({ referenceSet: 'c6', gallerySize: 165 })).toMatchObject({
        argument: 'input.gallerySize',
        pairs: 164,
      });
      expect(await evaluationRefused({ referenceSet: 'c6', ks: [] })).toMatchObject({ argument: 'input.ks' });
    });
  });
});
