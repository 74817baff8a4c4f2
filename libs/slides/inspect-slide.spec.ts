import { DeadlineExceeded, SlideUnreadable } from '#libs/errors';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inspectSlide } from './inspect-slide.js';
import { readRegion } from './read-pixels.js';
import { buildPyramid, colourTile, HALF_MICROMETRE, text, type BuiltImage } from './spec-support/build-pyramid.js';
import type { BuiltEntry } from './spec-support/build-tiff.js';
import { CMU_SVS, fixture, never, Scratch } from './spec-support/fixtures.js';

const scratch = new Scratch();
let tile: Uint8Array;
let base: BuiltImage;
const CANARY = 'ZZPHI-7f3a';

beforeAll(async () => {
  tile = await colourTile(64, [200, 100, 150]);
  base = { widthPx: 300, heightPx: 200, tileEdgePx: 64, tiles: [tile], entries: HALF_MICROMETRE };
});
afterAll(() => scratch.remove());

const inspect = (path: string) => inspectSlide(path, { signal: never() });
const inspectBytes = (name: string, bytes: Uint8Array | string) => inspect(scratch.write(name, bytes));
const withEntries = (...entries: readonly BuiltEntry[]): Buffer => {
  const tags = new Set(entries.map((entry) => entry.tag));
  return buildPyramid({
    images: [{ ...base, entries: [...HALF_MICROMETRE.filter((entry) => !tags.has(entry.tag)), ...entries] }],
  });
};

describe('real slides', () => {
  it('reads the technical fields of an Aperio slide, and only those', async () => {
    const metadata = await inspect(CMU_SVS);
    expect(metadata).toEqual({
      format: 'APERIO_SVS',
      widthPx: 2220,
      heightPx: 2967,
      mpp: 0.499,
      objectivePower: 20,
      sizeBytes: 1938955,
      digest: 'ed92d5a9f2e86df67640d6f92ce3e231419ce127131697fbbce42ad5e002c8a7',
      levels: [{ widthPx: 2220, heightPx: 2967, downsample: 1 }],
    });
  });

  it('reads the levels of a generic pyramid as OpenSlide does', async () => {
    const metadata = await inspect(fixture('cmu-1-small-region.generic-pyramid.tif'));
    expect(metadata.mpp).toBeCloseTo(0.49900000204667971, 14);
    expect(metadata.levels.map((level) => [level.widthPx, level.heightPx])).toEqual([
      [2220, 2967],
      [1110, 1483],
      [555, 741],
      [277, 370],
      [138, 185],
    ]);
    expect(metadata.levels.map((level) => Number(level.downsample.toFixed(4)))).toEqual([
      1, 2.0003, 4.002, 8.0167, 16.0624,
    ]);
  });
});

describe('flavours of TIFF', () => {
  it.each([
    ['classic', {}],
    ['big-endian', { isBigEndian: true }],
    ['BigTIFF', { isBig: true }],
    ['big-endian BigTIFF', { isBig: true, isBigEndian: true }],
    ['SubIFDs', { hasSubDirectories: true }],
  ])('reads %s', async (name, flavour) => {
    const images = [base, { ...base, widthPx: 150, heightPx: 100 }];
    const path = scratch.write(`${name}.tif`, buildPyramid({ images, ...flavour }));
    expect(await inspect(path)).toMatchObject({
      widthPx: 300,
      heightPx: 200,
      mpp: 0.5,
      levels: [{ downsample: 1 }, { widthPx: 150, downsample: 2 }],
    });
    const { rgb } = await readRegion(path, { level: 1, x: 100, y: 70, widthPx: 2, heightPx: 2, signal: never() });
    [200, 100, 150].forEach((value, c) => expect(Math.abs((rgb[c] ?? NaN) - value)).toBeLessThanOrEqual(2));
  });
});

describe('resolution', () => {
  const resolution = (x: number, y: number, unit: number): readonly BuiltEntry[] => [
    { tag: 282, type: 5, values: [x, 1000] },
    { tag: 283, type: 5, values: [y, 1000] },
    { tag: 296, type: 3, values: [unit] },
  ];

  it.each([
    ['per inch', resolution(50_800_000, 50_800_000, 2), 0.5],
    ['per centimetre', resolution(40_000_000, 40_000_000, 3), 0.25],
    ['of both axes within 1 %', resolution(20_000_000, 20_100_000, 3), (0.5 + 10 / 20.1) / 2],
    ['without a unit: unknown', resolution(20_000_000, 20_000_000, 1), null],
    ['of 72 dots per inch: unknown', resolution(72_000, 72_000, 2), null],
    ['of 96 dots per inch: unknown', resolution(96_000, 96_000, 2), null],
    ['of zero: unknown', resolution(0, 0, 3), null],
  ])('is read %s', async (name, entries, mpp) => {
    const found = (await inspectBytes(`mpp ${name}.tif`, withEntries(...entries))).mpp;
    if (mpp === null) expect(found).toBeNull();
    else expect(found).toBeCloseTo(mpp, 12);
  });

  it('refuses axes that differ', async () => {
    await expect(
      inspectBytes('anisotropic.tif', withEntries(...resolution(20_000_000, 20_500_000, 3))),
    ).rejects.toThrow(SlideUnreadable);
  });

  it('takes an Aperio resolution from its description only', async () => {
    const described = (description: string): Buffer => withEntries({ tag: 270, type: 2, values: text(description) });
    const withMpp = await inspectBytes(
      'aperio.svs',
      described('Aperio Image Library v1\r\n300x200 |AppMag = 40|MPP = 0.2520'),
    );
    expect(withMpp).toMatchObject({ format: 'APERIO_SVS', mpp: 0.252, objectivePower: 40 });
    const without = await inspectBytes(
      'aperio-without.svs',
      described('Aperio Image Library v1\r\n300x200 |Title = MPP = 0.25'),
    );
    expect(without).toMatchObject({ format: 'APERIO_SVS', mpp: null, objectivePower: null });
    await expect(inspectBytes('aperio-twice.svs', described('Aperio |MPP = 0.25|MPP = 0.5'))).rejects.toThrow(
      SlideUnreadable,
    );
  });
});

describe('associated images', () => {
  it('are no levels, even when they are tiled, and their text leaves nobody', async () => {
    const label = text(`Aperio Image Library v1\r\nlabel 100x66 ${CANARY}`);
    const images = [
      {
        ...base,
        entries: [{ tag: 270, type: 2, values: text(`Aperio ${CANARY}|MPP = 0.5|User = ${CANARY}|Title = ${CANARY}`) }],
      },
      {
        ...base,
        widthPx: 150,
        heightPx: 100,
        entries: [
          { tag: 254, type: 4, values: [0] },
          { tag: 270, type: 2, values: label },
        ],
      },
      { ...base, widthPx: 75, heightPx: 50, entries: [{ tag: 254, type: 4, values: [9] }] },
      { ...base, widthPx: 75, heightPx: 50, entries: [{ tag: 254, type: 4, values: [0] }] },
      { ...base, widthPx: 60, heightPx: 10, entries: [{ tag: 254, type: 4, values: [0] }] },
    ] satisfies readonly BuiltImage[];
    const metadata = await inspectBytes('labelled.svs', buildPyramid({ images }));
    expect(metadata.levels.map((level) => level.widthPx)).toEqual([300, 75]);
    expect(JSON.stringify(metadata)).not.toContain(CANARY);
  });

  it('of another shape, or not marked as reduced, are no levels of a generic pyramid', async () => {
    const images = [
      base,
      { ...base, widthPx: 150, heightPx: 60 },
      { ...base, widthPx: 150, heightPx: 100, entries: [{ tag: 254, type: 4, values: [0] }] },
    ] satisfies readonly BuiltImage[];
    expect((await inspectBytes('macro.tif', buildPyramid({ images }))).levels).toHaveLength(1);
  });
});

describe('deadline', () => {
  it('ends a worker that gives no sign of life', async () => {
    await expect(inspectSlide(CMU_SVS, { signal: never(), timeoutMs: 1 })).rejects.toThrow(DeadlineExceeded);
  });
});
