import { randomUUID } from 'node:crypto';
import { appendFile, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { addSlide, C6_FACTS, followJob, importCorner, prepare, V1 } from '#test/c6';
import { copySlide, writeCrop } from '#test/made-slides';
import { openTestGateway, type Reply, type TestGateway } from '#test/open-test-gateway';
import { storeKinds } from '#test/stores';
import { type Json } from '#test/json';

const CANARY = `ZZPHI-${randomUUID()}`;
const ADD = 'mutation Add($input: AddSlideInput!) { addSlide(input: $input) { id mpp mppSource } }';
const IMPORT = 'mutation Import($input: ImportFeaturesInput!) { importFeatures(input: $input) { digest } }';
const PREDICT = `query Predict($id: ID!, $model: ModelRef!, $region: RegionInput, $context: PredictionContextInput) {
  slide(id: $id) { widthPx prediction(model: $model, region: $region, context: $context) { tileCount } } }`;
const BAGS = 'query Bags($id: ID!) { slide(id: $id) { featureBags { digest } } }';

describe.each(storeKinds)('wrong input, on the $kind store', (kind) => {
  describe.skipIf(kind.skip)('is refused with a code and a sentence', () => {
    let gateway: TestGateway;
    let slide: string;
    const replies: Reply[] = [];

    /** Asks, keeps the reply for the last test, and expects one error. */
    const refusal = async (
      query: string,
      variables: Readonly<Record<string, unknown>>,
    ): Promise<Readonly<Record<string, Json>>> => {
      const reply = await gateway.ask(query, variables);
      replies.push(reply);
      expect(reply.errors).toHaveLength(1);
      return { ...reply.errors[0]?.extensions, message: reply.errors[0]?.message, data: reply.data };
    };
    const add = (input: Readonly<Record<string, unknown>>) => refusal(ADD, { input });

    beforeAll(async () => {
      gateway = await openTestGateway(kind);
      slide = await addSlide(gateway, 'C6.tiff', C6_FACTS);
      await importCorner(gateway, slide);
    });
    afterAll(() => gateway?.close());

    it.each([
      ['a slide that is not there', { id: CANARY }, 'NOT_FOUND', {}],
      ['a model that is not there', { model: 'local:zzphi-none/1' }, 'MODEL_NOT_FOUND', { argument: 'model' }],
      ['a version that is not there', { model: 'demo-dense-focus/99' }, 'MODEL_NOT_FOUND', {}],
      ['an alias that is not there', { model: 'demo-dense-focus@ZZPHI' }, 'MODEL_NOT_FOUND', {}],
      ['no reference at all', { model: `${CANARY} 1` }, 'BAD_USER_INPUT', { argument: 'model' }],
      ['a reference without a version', { model: 'demo-dense-focus' }, 'BAD_USER_INPUT', { argument: 'model' }],
      ['a model of another task', { model: 'demo-lite0-mean/1' }, 'BAD_USER_INPUT', { argument: 'model' }],
      ['an expression model', { model: 'demo-her2st-expr/1' }, 'BAD_USER_INPUT', { argument: 'model' }],
      ['an encoder', { model: 'demo-lite0/1' }, 'BAD_USER_INPUT', { argument: 'model' }],
      [
        'a region beyond the slide',
        { region: { x: 9288, y: 0, width: 9, height: 9 } },
        'BAD_USER_INPUT',
        { argument: 'region', widthPx: 9288 },
      ],
      [
        'a region before the slide',
        { region: { x: -1, y: 0, width: 9, height: 9 } },
        'BAD_USER_INPUT',
        { argument: 'region' },
      ],
      ['an empty region', { region: { x: 0, y: 0, width: 0, height: 9 } }, 'BAD_USER_INPUT', { argument: 'region' }],
      [
        'a region without tissue',
        { region: { x: 0, y: 0, width: 400, height: 400 } },
        'TOO_FEW_TILES',
        { count: 0, minimum: 8 },
      ],
      [
        'a region of few tiles',
        { region: { x: 652, y: 5053, width: 600, height: 489 } },
        'TOO_FEW_TILES',
        { minimum: 8 },
      ],
    ])('for %s', async (_what, variables, code, facts) => {
      expect(await refusal(PREDICT, { id: slide, model: V1, ...variables })).toMatchObject({ code, ...facts });
    });

    it('for a map that the version cannot draw, naming those that it can', async () => {
      const query =
        'query ($id: ID!) { slide(id: $id) { prediction(model: "demo-dense-focus/1") { tileCount heatMap(mode: PRODUCT) { range } } } }';
      const { data, ...facts } = await refusal(query, { id: slide });
      expect(facts).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'mode', modes: ['TILE_CLASS'] });
      expect(data.slide.prediction).toEqual({ tileCount: 22, heatMap: null });
    });

    it('for more ids than a request may hold', async () => {
      const ids = Array.from({ length: 501 }, (_, i) => `${CANARY}${i}`);
      const query = 'query Many($ids: [ID!]!) { slides(ids: $ids) { id } }';
      expect(await refusal(query, { ids })).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'ids' });
      expect((await gateway.ask(query, { ids: ids.slice(0, 500) })).data.slides).toHaveLength(500);
    });

    it('for a stain that the version is not meant for', async () => {
      await writeCrop(join(gateway.slideDir, 'ihc.tif'), { left: 4000, top: 4000, width: 512, height: 512 }, 0.688);
      const ihc = await addSlide(gateway, 'ihc.tif', { stain: 'IHC' });
      expect(await refusal(PREDICT, { id: ihc, model: V1 })).toMatchObject({
        code: 'STAIN_OUT_OF_SCOPE',
        needed: ['HE'],
        found: 'IHC',
      });
    });

    it('for paths outside the folders, all in the same words', async () => {
      const outside = join(gateway.config.dataDir, `${CANARY}.tif`);
      await writeCrop(outside, { left: 0, top: 0, width: 256, height: 256 }, 0.688);
      await symlink(outside, join(gateway.slideDir, 'link.tif'));
      await mkdir(join(gateway.slideDir, 'folder'));
      const paths = [
        `../${CANARY}.tif`,
        outside,
        'link.tif',
        'folder',
        '.',
        `${CANARY}.tif`,
        '/etc/passwd',
        '../../../../etc/passwd',
      ];
      const words = new Set<string>();
      for (const path of paths) {
        const { code, argument, message } = await add({ path });
        expect([code, argument]).toEqual(['BAD_USER_INPUT', 'input.path']);
        words.add(message);
        const ofFeatures = await refusal(IMPORT, { input: { slideId: slide, path, encoder: 'demo-lite0/1', mpp: 1 } });
        expect([ofFeatures['code'], ofFeatures['argument']]).toEqual(['BAD_USER_INPUT', 'input.path']);
      }
      expect(words.size).toBe(1);
      const coords = {
        slideId: slide,
        path: 'c6-features.trident.h5',
        coordsPath: outside,
        encoder: 'demo-lite0/1',
        mpp: 1,
      };
      expect(await refusal(IMPORT, { input: coords })).toMatchObject({
        code: 'BAD_USER_INPUT',
        argument: 'input.coordsPath',
      });
    });

    it.each([
      ['name', { name: `${CANARY}/../x` }],
      ['scanner', { scanner: `${CANARY}\n` }],
      ['site', { site: `<${CANARY}>` }],
      ['organ', { organ: CANARY.repeat(9) }],
      ['mpp', { mpp: 0 }],
      ['mpp', { mpp: -1 }],
      ['mpp', { mpp: 0.5 }],
    ])('for a %s that cannot be', async (argument, facts) => {
      expect(await add({ path: 'C6.tiff', ...facts })).toMatchObject({
        code: 'BAD_USER_INPUT',
        argument: `input.${argument}`,
      });
    });

    it('for something else than was said of the same slide before', async () => {
      expect(await add({ path: 'C6.tiff', organ: 'lung', specimen: 'BIOPSY' })).toMatchObject({
        code: 'CONFLICT',
        fields: ['organ', 'specimen'],
      });
    });

    it('for files that are no slides', async () => {
      await writeFile(join(gateway.slideDir, `${CANARY}.svs`), `a letter about ${CANARY}`);
      await writeFile(join(gateway.slideDir, 'empty.svs'), '');
      for (const path of [`${CANARY}.svs`, 'empty.svs'])
        expect(await add({ path })).toMatchObject({ code: 'SLIDE_UNREADABLE' });
      const input = { slideId: slide, path: `${CANARY}.svs`, encoder: 'demo-lite0/1', mpp: 1 };
      expect(await refusal(IMPORT, { input })).toMatchObject({ code: 'ARTIFACT_INVALID' });
    });

    it('for a slide without a resolution, until somebody states one', async () => {
      await writeCrop(join(gateway.slideDir, 'no-mpp.tif'), { left: 3200, top: 1600, width: 3500, height: 3500 }, null);
      const unknown = await gateway.data(ADD, { input: { path: 'no-mpp.tif' } });
      expect(unknown.addSlide).toMatchObject({ mpp: null, mppSource: null });
      const id = unknown.addSlide.id;
      const failed = (await followJob(gateway, await prepare(gateway, id))).at(-1);
      expect(failed).toMatchObject({
        state: 'FAILED',
        featureBag: null,
        error: { code: 'SLIDE_RESOLUTION_UNKNOWN', retryable: false },
      });
      expect(failed.error.message).toContain('`mpp`');
      const stated = await gateway.data(ADD, { input: { path: 'no-mpp.tif', mpp: 0.688 } });
      expect(stated.addSlide).toEqual({ id, mpp: 0.688, mppSource: 'STATED' });
      const made = (await followJob(gateway, await prepare(gateway, id))).at(-1);
      expect([made.state, made.error]).toEqual(['SUCCEEDED', null]);
    });

    it('for a slide that is too coarse for the encoder, or has no tissue', async () => {
      await writeCrop(join(gateway.slideDir, 'coarse.tif'), { left: 4000, top: 4000, width: 800, height: 800 }, 2);
      const coarse = await addSlide(gateway, 'coarse.tif');
      expect((await followJob(gateway, await prepare(gateway, coarse))).at(-1).error).toMatchObject({
        code: 'SLIDE_RESOLUTION_TOO_LOW',
        facts: { neededMpp: 1, foundMpp: expect.closeTo(2, 3) },
      });
    });

    it('for a file that vanished or changed since it was added', async () => {
      const file = await copySlide(gateway.slideDir, 'CMU-1-Small-Region.svs');
      await appendFile(file, CANARY);
      const id = await addSlide(gateway, 'copy-of-CMU-1-Small-Region.svs');
      await appendFile(file, 'another end');
      const changed = (await followJob(gateway, await prepare(gateway, id))).at(-1);
      expect(changed).toMatchObject({ state: 'FAILED', error: { code: 'SLIDE_UNREADABLE' } });
      expect(changed.error.message).toContain('add it again');
      await rm(file);
      const gone = (await followJob(gateway, await prepare(gateway, id))).at(-1);
      expect(gone).toMatchObject({ state: 'FAILED', error: { code: 'SLIDE_UNREADABLE' } });
      expect((await gateway.data(BAGS, { id })).slide.featureBags).toEqual([]);
    });

    it('for a job that is cancelled half-way: no bag is left of it', async () => {
      const job = await prepare(gateway, slide);
      const before = (await gateway.data(BAGS, { id: slide })).slide.featureBags.length;
      await vi.waitFor(
        async () =>
          expect(
            (await gateway.data('query ($id: ID!) { job(id: $id) { done } }', { id: job })).job.done,
          ).toBeGreaterThan(0),
        { timeout: 60_000, interval: 50 },
      );
      await gateway.data('mutation ($id: ID!) { cancelJob(id: $id) { state } }', { id: job });
      const last = (await followJob(gateway, job)).at(-1);
      expect(last).toMatchObject({ state: 'CANCELLED', featureBag: null, error: null, total: 552 });
      expect(last.done).toBeLessThan(552);
      expect((await gateway.data(BAGS, { id: slide })).slide.featureBags).toHaveLength(before);
      const again = await gateway.data('mutation ($id: ID!) { cancelJob(id: $id) { state } }', { id: job });
      expect(again.cancelJob.state).toBe('CANCELLED');
    }, 90_000);

    it('and never with a value that somebody sent, an inside name, or nothing to do', () => {
      expect(replies.length).toBeGreaterThan(40);
      for (const { text, errors } of replies) {
        expect(text).not.toMatch(/ZZPHI/i);
        for (const { message, extensions } of errors) {
          expect(message).toMatch(/^[A-Z].{20,}[.`]$/s);
          expect(message).not.toMatch(/\/tmp|node_modules|at .*:\d+|sharp|typeorm|select /i);
          expect(extensions).toMatchObject({ retryable: false, requestId: expect.stringMatching(/^[\w-]{8,}$/) });
          expect(extensions['code']).not.toBe('INTERNAL_SERVER_ERROR');
        }
      }
      expect(gateway.logLines.join('\n')).not.toMatch(/ZZPHI/i);
      expect(gateway.logLines.filter((line) => /unexpected error|a job/.test(line))).toEqual([]);
    });
  });
});
