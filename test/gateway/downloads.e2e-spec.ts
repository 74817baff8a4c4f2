import { copyFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addSlide, C6_FACTS, importCorner, V1, V2 } from '#test/c6';
import { cornerFeatures } from '#test/feature-files';
import { DEMO_SLIDES, openTestGateway, type FileReply, type TestGateway } from '#test/open-test-gateway';
import { storeKinds } from '#test/stores';
import { type Json } from '#test/json';

const LINKS = `query Links($id: ID!, $bag: Digest) { slide(id: $id) {
  thumbnailHref(maxEdgePx: 300)
  featureBags { featuresHref coordsHref }
  embedding(model: "demo-lite0-mean/1", features: $bag) { href values dimension }
  prediction(model: "${V2}", features: $bag) { provenance { answerId }
    attention: heatMap(mode: ATTENTION_ROLLOUT) { ...Map }
    scores: heatMap(mode: TILE_CLASS) { ...Map }
    product: heatMap(mode: PRODUCT) { ...Map } } } }
  fragment Map on HeatMap { values { href shape values } coords { href shape values(encoding: JSON) }
    ranked: imageHref(maxEdgePx: 256) raw: imageHref(scale: RAW, maxEdgePx: 256) }`;

/** A .npy file by the rules of NEP 1, read by hand: version 1.0, little-endian header length, text padded to 64 bytes. */
function readNpy({ bytes }: FileReply): { readonly header: string; readonly data: Buffer } {
  expect(bytes.subarray(0, 8)).toEqual(Buffer.from([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0]));
  const start = 10 + bytes.readUInt16LE(8);
  expect(start % 64).toBe(0);
  return { header: bytes.subarray(10, start).toString('latin1').trim(), data: bytes.subarray(start) };
}

function header(descr: string, ...shape: readonly number[]): string {
  const tuple = shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(', ')})`;
  return `{'descr': '${descr}', 'fortran_order': False, 'shape': ${tuple}, }`;
}

describe.each(storeKinds)('downloads, on the $kind store', (kind) => {
  describe.skipIf(kind.skip)('of a slide with features', () => {
    let gateway: TestGateway;
    let slide: string;
    let links: Json;

    beforeAll(async () => {
      gateway = await openTestGateway(kind);
      slide = await addSlide(gateway, 'C6.tiff', C6_FACTS);
      const bag = await importCorner(gateway, slide);
      links = (await gateway.data(LINKS, { id: slide, bag })).slide;
    });
    afterAll(() => gateway?.close());

    it('give features and coordinates as they were imported, bit by bit', async () => {
      const { features, coords } = await cornerFeatures();
      const [bag] = links.featureBags;
      const stored = await gateway.get(bag.featuresHref);
      expect([stored.status, stored.headers['content-type']]).toEqual([200, 'application/x-npy']);
      expect(readNpy(stored)).toEqual({ header: header('<f4', 22, 1280), data: Buffer.from(features.buffer) });
      expect(readNpy(await gateway.get(bag.coordsHref))).toEqual({
        header: header('<i4', 22, 2),
        data: Buffer.from(coords.buffer),
      });
    });

    it('give the very numbers that GraphQL gives', async () => {
      const { embedding, prediction } = links;
      const vector = readNpy(await gateway.get(embedding.href));
      expect(vector.data).toEqual(Buffer.from(embedding.values, 'base64'));
      expect(vector.header).toBe(header('<f4', 1, 1280));
      for (const map of [prediction.attention, prediction.scores, prediction.product]) {
        const { header: text, data } = readNpy(await gateway.get(map.values.href));
        expect([text, map.values.shape]).toEqual([header('<f4', 22), [22]]);
        expect(data).toEqual(Buffer.from(map.values.values, 'base64'));
        const coords = readNpy(await gateway.get(map.coords.href));
        expect([...new Int32Array(Uint8Array.from(coords.data).buffer)]).toEqual(map.coords.values);
      }
    });

    it.each([
      ['a stored blob', () => links.featureBags[0].featuresHref],
      ['an output in the answer', () => links.embedding.href],
      ['a map', () => links.prediction.scores.values.href],
      ['a picture', () => links.prediction.scores.ranked],
      ['a thumbnail', () => links.thumbnailHref],
    ])('serve %s under a strong ETag, whole, in parts, or not again', async (_what, href) => {
      const whole = await gateway.get(href());
      const { etag = '' } = whole.headers;
      const size = whole.bytes.length;
      expect(etag).toMatch(/^"[\w-]+"$/);
      expect(whole.headers).toMatchObject({ 'accept-ranges': 'bytes', 'content-length': String(size) });
      expect(whole.headers['cache-control']).toContain('private');

      for (const condition of [String(etag), `"other", W/${String(etag)}`, '*']) {
        const again = await gateway.get(href(), { 'if-none-match': condition });
        expect([again.status, again.bytes.length, again.headers['etag']]).toEqual([304, 0, etag]);
      }
      expect((await gateway.get(href(), { 'if-none-match': '"other"' })).status).toBe(200);

      const ranges = [
        ['bytes=0-9', 0, 9],
        ['bytes=5-5', 5, 5],
        ['bytes=100-200', 100, 200],
        ['bytes=-7', size - 7, size - 1],
        [`bytes=${size - 3}-`, size - 3, size - 1],
        [`bytes=60-${size + 99}`, 60, size - 1],
      ] as const;
      // A picture is drawn for every part that is asked for: two of them will do.
      for (const [range, start, end] of /[.](png|jpg)/.test(href()) ? ranges.slice(2, 4) : ranges) {
        const part = await gateway.get(href(), { range, 'if-range': String(etag) });
        expect([range, part.status, part.headers['content-range']]).toEqual([
          range,
          206,
          `bytes ${start}-${end}/${size}`,
        ]);
        expect(part.bytes.equals(whole.bytes.subarray(start, end + 1))).toBe(true);
      }
      expect((await gateway.get(href(), { range: 'bytes=0-9', 'if-range': '"other"' })).bytes.equals(whole.bytes)).toBe(
        true,
      );
      const beyond = await gateway.get(href(), { range: `bytes=${size}-` });
      expect([beyond.status, beyond.headers['content-range'], beyond.bytes.length]).toEqual([
        416,
        `bytes */${size}`,
        0,
      ]);
      expect((await gateway.get(href(), { range: 'furlongs=1-2' })).status).toBe(200);
    });

    it('draw maps as PNG no larger than asked, and other scales as other pictures', async () => {
      const pictures = [];
      for (const map of ['attention', 'scores', 'product']) {
        for (const scale of ['ranked', 'raw']) {
          const picture = await gateway.get(links.prediction[map][scale]);
          expect(picture.headers['content-type']).toBe('image/png');
          const { format, width = 0, height = 0 } = await sharp(picture.bytes).metadata();
          expect(format).toBe('png');
          // C6 is 9288 x 9907 px: 240 x 256 px of slide, and the legend with its words beside or below.
          expect(width).toBeGreaterThanOrEqual(240);
          expect(Math.max(width, height)).toBeLessThanOrEqual(256 * 2);
          pictures.push(picture.bytes.toString('base64'));
        }
      }
      expect(new Set(pictures).size).toBe(pictures.length);
    });

    it('make thumbnails of the tissue, in the proportions of the slide', async () => {
      const { bytes, headers } = await gateway.get(links.thumbnailHref);
      expect(headers['content-type']).toBe('image/jpeg');
      const { format, width = 0, height = 0 } = await sharp(bytes).metadata();
      expect([format, height]).toEqual(['jpeg', 300]);
      expect(Math.abs(width - (300 * 9288) / 9907)).toBeLessThanOrEqual(1);
      // The tissue of C6 is purple on white, wherever one looks: compared with the file's own pixels, shrunk by another program.
      const shrunk = await sharp(join(DEMO_SLIDES, 'C6.tiff'), { limitInputPixels: false })
        .resize(width, height, { kernel: 'linear' })
        .removeAlpha()
        .raw()
        .toBuffer();
      const served = await sharp(bytes).removeAlpha().raw().toBuffer();
      const difference =
        served.reduce((sum, value, i) => sum + Math.abs(value - (shrunk[i] ?? NaN)), 0) / served.length;
      expect(difference).toBeLessThan(6);
    });

    it('draw nothing for a client that has the picture already', async () => {
      const file = join(gateway.slideDir, 'gone.tif');
      await copyFile(join(process.cwd(), 'test/fixtures/slides/cmu-1-small-region.generic-pyramid.tif'), file);
      const gone = await addSlide(gateway, 'gone.tif');
      const path = `/slides/${gone}/thumbnail.jpg?maxEdgePx=64`;
      const { etag } = (await gateway.get(path)).headers;
      await rm(file);
      expect((await gateway.get(path, { 'if-none-match': String(etag) })).status).toBe(304);
      const { status, bytes } = await gateway.get(path);
      expect([status, JSON.parse(bytes.toString()).errors[0].extensions.code]).toEqual([422, 'SLIDE_UNREADABLE']);
    });

    it('never reach a label or a macro image', async () => {
      const cmu = await addSlide(gateway, 'CMU-1-Small-Region.svs');
      const paths = [
        'label',
        'macro',
        'label.jpg',
        'macro.png',
        'thumbnail.png',
        'associated/label',
        'thumbnail.jpg/label',
        '../label.jpg',
      ];
      for (const path of paths)
        expect([path, (await gateway.get(`/slides/${cmu}/${path}`)).status]).toEqual([path, 404]);
      const { width = 0, height = 0 } = await sharp(
        (await gateway.get(`/slides/${cmu}/thumbnail.jpg?image=label&maxEdgePx=512&level=-1`)).bytes,
      ).metadata();
      // The label of this file is 387 x 463, its macro 1280 x 431, its own thumbnail 574 x 768; the tissue is 2220 x 2967.
      expect([height, Math.abs(width - (512 * 2220) / 2967) <= 1]).toEqual([512, true]);
    });

    it.each([
      ['maxEdgePx', () => `/slides/${slide}/thumbnail.jpg?maxEdgePx=ZZPHI-9`],
      ['maxEdgePx', () => `/slides/${slide}/thumbnail.jpg?maxEdgePx=63`],
      ['maxEdgePx', () => `/slides/${slide}/thumbnail.jpg?maxEdgePx=100000`],
      ['scale', () => links.prediction.scores.ranked.replace('PERCENTILE', 'ZZPHI')],
      ['mode', () => links.prediction.scores.values.href.replace('TILE_CLASS', 'ZZPHI')],
    ])('refuse a wrong %s with its name and not its value', async (argument, href) => {
      const { status, bytes } = await gateway.get(href());
      const body = JSON.parse(bytes.toString());
      expect([status, body.errors[0].extensions.code, body.errors[0].extensions.argument]).toEqual([
        400,
        'BAD_USER_INPUT',
        argument,
      ]);
      expect(bytes.toString()).not.toContain('ZZPHI');
    });

    it('name the maps that a version can draw when another is asked for', async () => {
      const query = `{ slide(id: "${slide}") { prediction(model: "${V1}") { provenance { answerId } } } }`;
      const { answerId } = (await gateway.data(query)).slide.prediction.provenance;
      const { status, bytes } = await gateway.get(`/answers/${answerId}/maps/ATTENTION_ROLLOUT.npy`);
      expect([status, JSON.parse(bytes.toString()).errors[0].extensions]).toEqual([
        400,
        expect.objectContaining({ code: 'BAD_USER_INPUT', modes: ['TILE_CLASS'] }),
      ]);
    });
  });
});
