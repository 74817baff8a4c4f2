import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { InferenceClient } from '#libs/inference-client';
import { addSlide, C6_FACTS, floatsOf, importCorner, referenceC6, V2 } from '#test/c6';
import { openTestGateway, type TestGateway } from '#test/open-test-gateway';
import { storeKinds } from '#test/stores';
import { type Json } from '#test/json';

const MAP = `query Map($id: ID!, $mode: HeatMapMode!, $scale: HeatMapScale!) { slide(id: $id) { prediction(model: "${V2}") { heatMap(mode: $mode) {
  tileEdgePx values { values } coords { values(encoding: JSON) } deepZoomHref(scale: $scale) legendHref(scale: $scale) } } } }`;
const KEYS = { north: ['OPERATOR'], south: ['OPERATOR'] } as const;
const TILE_PX = 256;

describe.each(storeKinds)('maps as Deep Zoom images, on the $kind store', (kind) => {
  describe.skipIf(kind.skip)('over a slide', () => {
    let gateway: TestGateway;
    let slide: string;
    let attention: Json;
    const { width, height } = referenceC6.slide;
    const most = Math.ceil(Math.log2(Math.max(width, height)));
    const mapOf = async (mode: string, scale: string): Promise<Json> =>
      (await gateway.data(MAP, { id: slide, mode, scale }, 'north')).slide.prediction.heatMap;
    const get = (path: string, headers = {}, key = 'north') => gateway.get(path, headers, key);
    const tilePath = (href: string, level: number, column: number, row: number): string =>
      href.replace(/\.dzi$/, `_files/${level}/${column}_${row}.png`);

    /** The colour of a place of the slide, at a level. */
    async function colourAt(href: string, x: number, y: number, level: number): Promise<readonly number[]> {
      const [px, py] = [x, y].map((place) => Math.floor(place / 2 ** (most - level)));
      const path = tilePath(href, level, Math.floor((px ?? 0) / TILE_PX), Math.floor((py ?? 0) / TILE_PX));
      const { data, info } = await sharp((await get(path)).bytes)
        .ensureAlpha()
        .raw()
        .toBuffer({ resolveWithObject: true });
      const at = (((py ?? 0) % TILE_PX) * info.width + ((px ?? 0) % TILE_PX)) * 4;
      return [...data.subarray(at, at + 4)];
    }
    /** The mean over the tiles that hold a place, each as its share of the scale; null where there is none. Half of a tile overlaps the next. */
    const meanAt = ({ coords, tileEdgePx }: Json, shares: readonly number[], x: number, y: number): number | null => {
      const holds = (start: number, place: number): boolean => start <= place && place < start + tileEdgePx;
      const inside = shares.filter(
        (_, tile) => holds(coords.values[tile * 2], x) && holds(coords.values[tile * 2 + 1], y),
      );
      return inside.length === 0 ? null : inside.reduce((a, b) => a + b, 0) / inside.length;
    };
    /** White to red in 256 steps. */
    const redOf = (share: number): readonly number[] => {
      const step = Math.min(255, Math.floor(share * 256)) / 255;
      return [Math.round(255 - 55 * step), Math.round(255 - 255 * step), Math.round(255 - 255 * step), 255];
    };
    const percentiles = (values: readonly number[]): readonly number[] => {
      const sorted = [...values].sort((a, b) => a - b);
      return values.map((value) => sorted.indexOf(value) / (values.length - 1));
    };
    const raw = (values: readonly number[]): readonly number[] => {
      const [low, high] = [Math.min(...values), Math.max(...values)];
      return values.map((value) => (value - low) / (high - low));
    };
    // Centres of pixels, spread over the corner.
    const PLACES = Array.from(
      { length: 12 },
      (_, i) => [340 + (i % 4) * 200 + 0.5, 5_100 + Math.floor(i / 4) * 300 + 0.5] as const,
    );

    beforeAll(async () => {
      gateway = await openTestGateway(kind, { keys: KEYS });
      slide = await addSlide(gateway, 'C6.tiff', C6_FACTS, 'north');
      await importCorner(gateway, slide, 'north');
      attention = await mapOf('ATTENTION_ROLLOUT', 'PERCENTILE');
    });
    afterAll(() => gateway?.close());

    it('describe themselves in the size of the slide, as PNG tiles without overlap', async () => {
      const { headers, bytes } = await get(attention.deepZoomHref);
      expect(headers['content-type']).toBe('application/xml');
      expect(bytes.toString()).toMatch(
        /<Image xmlns="http:\/\/schemas\.microsoft\.com\/deepzoom\/2008" Format="png" Overlap="0" TileSize="256">/,
      );
      expect(bytes.toString()).toContain(`<Size Width="${width}" Height="${height}"/>`);
    });

    it.each([
      ['RAW', raw],
      ['PERCENTILE', percentiles],
    ] as const)(
      'have the colours of the mean where tiles overlap, and nothing where none is (%s)',
      async (scale, sharesOf) => {
        const scores = await mapOf('TILE_CLASS', scale);
        const shares = sharesOf([...floatsOf(scores.values.values)]);
        const seen = [];
        for (const [x, y] of PLACES) {
          const mean = meanAt(scores, shares, x, y);
          seen.push(mean);
          expect(await colourAt(scores.deepZoomHref, x, y, most)).toEqual(mean === null ? [0, 0, 0, 0] : redOf(mean));
        }
        expect(seen.filter((mean) => mean !== null).length).toBeGreaterThan(6);
        expect(seen).toContain(null);
      },
    );

    it.each([0, 2, 4])(
      'are opaque on the tiles and transparent elsewhere, %i levels below the full one',
      async (below) => {
        const level = most - below;
        const [x, y] = [attention.coords.values[0], attention.coords.values[1]];
        expect((await colourAt(attention.deepZoomHref, x + 160, y + 160, level))[3]).toBe(255);
        expect((await colourAt(attention.deepZoomHref, x - 500, y - 500, level))[3]).toBe(0);
        expect((await colourAt(attention.deepZoomHref, width - 2, height - 2, level))[3]).toBe(0);
      },
    );

    it('have one pixel at level 0, and no tile beyond their edges', async () => {
      const { width: pixels, height: rows } = await sharp(
        (await get(tilePath(attention.deepZoomHref, 0, 0, 0))).bytes,
      ).metadata();
      expect([pixels, rows]).toEqual([1, 1]);
      const last = [Math.floor((width - 1) / TILE_PX), Math.floor((height - 1) / TILE_PX)] as const;
      const corner = await sharp((await get(tilePath(attention.deepZoomHref, most, ...last))).bytes).metadata();
      expect([corner.width, corner.height]).toEqual([width - last[0] * TILE_PX, height - last[1] * TILE_PX]);
      const beyond = [
        [most + 1, 0, 0],
        [most, last[0] + 1, 0],
        [0, 0, 1],
      ] as const;
      for (const [level, column, row] of beyond)
        expect((await get(tilePath(attention.deepZoomHref, level, column, row))).status).toBe(404);
      for (const bad of ['_files/1/0.png', '_files/x/0_0.png', '.xml', '_files/1/0_0.jpg'])
        expect((await get(attention.deepZoomHref.replace(/\.dzi$/, bad))).status).toBe(404);
      expect((await get(attention.deepZoomHref.replace('PERCENTILE', 'LOG'))).status).toBe(404);
      expect((await get(attention.deepZoomHref.replace('ATTENTION_ROLLOUT', 'GRADCAM'))).status).toBe(400);
    });

    it('have a legend of their own', async () => {
      const { headers, bytes } = await get(attention.legendHref);
      expect(headers['content-type']).toBe('image/png');
      expect((await sharp(bytes).metadata()).width).toBe(480);
      const raw = await get((await mapOf('TILE_CLASS', 'RAW')).legendHref);
      expect(raw.bytes.equals(bytes)).toBe(false);
    });

    it('are the same for ever under their ETag, and run no model for a tile', async () => {
      const infer = vi.spyOn(InferenceClient.prototype, 'infer');
      const path = tilePath(attention.deepZoomHref, most, 8, 8);
      const { headers } = await get(path);
      expect(String(headers['cache-control'])).toContain('immutable');
      expect((await get(path, { 'if-none-match': String(headers['etag']) })).status).toBe(304);
      const many = await Promise.all(
        Array.from({ length: 30 }, (_, i) => get(tilePath(attention.deepZoomHref, most, i % 6, Math.floor(i / 6)))),
      );
      expect(new Set(many.map(({ status }) => status))).toEqual(new Set([200]));
      expect(infer).not.toHaveBeenCalled();
      infer.mockRestore();
    });

    it("are nobody else's, kept ready or not", async () => {
      for (const path of [attention.deepZoomHref, attention.legendHref, tilePath(attention.deepZoomHref, most, 8, 8)])
        expect((await get(path, {}, 'south')).status).toBe(404);
    });
  });
});
