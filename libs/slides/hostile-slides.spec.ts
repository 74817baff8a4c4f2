import { SlideTooLarge, SlideUnreadable } from '#libs/errors';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inspectSlide } from './inspect-slide.js';
import { readRegion } from './read-pixels.js';
import { buildPyramid, colourTile, HALF_MICROMETRE, text, type BuiltImage } from './spec-support/build-pyramid.js';
import { buildTiff, type BuiltEntry } from './spec-support/build-tiff.js';
import { CMU_SVS, fixture, never, Scratch } from './spec-support/fixtures.js';

const scratch = new Scratch();
let tile: Uint8Array;
let base: BuiltImage;

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

describe('refuses as unreadable', () => {
  const whole = (): Buffer => buildPyramid({ images: [base] });
  const cases: readonly (readonly [string, () => Buffer | string])[] = [
    ['a text file named .svs', () => 'Aperio Image Library, but only in words'],
    ['an empty file', () => ''],
    ['a TIFF header alone', () => Buffer.from('II*\0\x08\0\0\0', 'latin1')],
    [
      'a directory that points at itself',
      () => buildTiff({ directories: [{ entries: [], next: (layout) => layout.directoryOffsets[0] ?? 0 }] }),
    ],
    [
      'a SubIFD that points back',
      () => withEntries({ tag: 330, type: 4, values: ({ directoryOffsets }) => [directoryOffsets[0] ?? 0] }),
    ],
    ['a truncated index', () => whole().subarray(0, whole().length - 40)],
    [
      'tiles beyond the end of the file',
      () => withEntries({ tag: 324, type: 4, values: new Array<number>(20).fill(10_000_000) }),
    ],
    ['a table of tiles that is too short', () => withEntries({ tag: 325, type: 4, values: [10, 10, 10] })],
    ['JPEG 2000 tiles', () => withEntries({ tag: 259, type: 3, values: [33005] })],
    [
      'an image in strips',
      () =>
        buildTiff({
          directories: [
            {
              entries: [
                { tag: 256, type: 4, values: [300] },
                { tag: 257, type: 4, values: [200] },
              ],
            },
          ],
        }),
    ],
    ['16-bit samples', () => withEntries({ tag: 258, type: 3, values: [16, 16, 16] })],
    ['four channels', () => withEntries({ tag: 277, type: 3, values: [4] })],
    ['planes', () => withEntries({ tag: 284, type: 3, values: [2] })],
    [
      'a Philips slide, whose levels are padded',
      () => withEntries({ tag: 305, type: 2, values: text('Philips DP v1.0') }),
    ],
    ['a Ventana slide, whose tiles overlap', () => withEntries({ tag: 700, type: 7, values: text('<?xml?><iScan/>') })],
  ];

  it.each(cases)('%s', async (name, bytes) => {
    const failure = await inspectBytes(`unreadable ${name.replaceAll(' ', '-')}`, bytes()).catch(
      (error: unknown) => error,
    );
    expect(failure).toBeInstanceOf(SlideUnreadable);
  });

  it('says which compression', async () => {
    await expect(inspectBytes('j2k.tif', withEntries({ tag: 259, type: 3, values: [33003] }))).rejects.toThrow(
      'JPEG 2000 (Aperio, YCbCr)',
    );
    await expect(inspect(fixture('hostile-unopenable.tiff'))).rejects.toThrow('number 52479');
  });

  it('a truncated real slide', async () => {
    const bytes = readFileSync(CMU_SVS);
    for (const length of [4, 100, 1_000_000, bytes.length - 5000]) {
      await expect(inspectBytes('truncated.svs', bytes.subarray(0, length))).rejects.toThrow(SlideUnreadable);
    }
  });

  it('what is no file', async () => {
    await expect(inspect(scratch.path('absent.svs'))).rejects.toThrow(SlideUnreadable);
    await expect(inspect(scratch.path('.'))).rejects.toThrow(SlideUnreadable);
    execFileSync('mkfifo', [scratch.path('pipe.svs')]);
    await expect(inspect(scratch.path('pipe.svs'))).rejects.toThrow(SlideUnreadable);
  });

  it.each([
    ['missing (length zero)', { tag: 325, type: 4, values: new Array<number>(20).fill(0) }],
    ['no JPEG', { tag: 324, type: 4, values: new Array<number>(20).fill(0) }],
    ['cut short', { tag: 325, type: 4, values: new Array<number>(20).fill(280) }],
  ] as const)('a tile that is %s, when it is read', async (name, entry) => {
    const path = scratch.write(`tile ${name}.tif`, withEntries(entry));
    await expect(inspect(path)).resolves.toMatchObject({ widthPx: 300 });
    await expect(readRegion(path, { level: 0, x: 0, y: 0, widthPx: 8, heightPx: 8, signal: never() })).rejects.toThrow(
      SlideUnreadable,
    );
  });
});

describe('refuses as too large, before any pixel is decoded', () => {
  const long = (tag: number, value: number): BuiltEntry => ({ tag, type: 4, values: [value] });
  const cases: readonly (readonly [string, () => Buffer])[] = [
    ['2^31 x 2^31 pixels', () => withEntries(long(256, 2 ** 31), long(257, 2 ** 31))],
    ['one tile of a gigabyte', () => withEntries(long(322, 18_919), long(323, 18_919))],
    [
      'a stored tile of 33 MiB',
      () => withEntries({ tag: 325, type: 4, values: new Array<number>(20).fill(33 * 2 ** 20) }),
    ],
    ['millions of tiles', () => withEntries(long(256, 2 ** 20), long(257, 2 ** 20), long(322, 16), long(323, 16))],
    [
      'more than 100 directories',
      () => buildTiff({ directories: Array.from({ length: 101 }, () => ({ entries: [] })) }),
    ],
  ];

  it.each(cases)('%s', async (name, bytes) => {
    const failure = await inspectBytes(`large ${name.replaceAll(' ', '-')}`, bytes()).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(SlideTooLarge);
  });

  it('a tile whose own header declares 65,000 pixels', async () => {
    const grown = Buffer.from(tile);
    const frame = grown.indexOf(Buffer.from([0xff, 0xc0]));
    grown.writeUInt16BE(65_000, frame + 5);
    const path = scratch.write('grown.tif', buildPyramid({ images: [{ ...base, tiles: [grown] }] }));
    await expect(readRegion(path, { level: 0, x: 0, y: 0, widthPx: 8, heightPx: 8, signal: never() })).rejects.toThrow(
      SlideTooLarge,
    );
  });

  it('a table that claims four thousand million entries, without allocating for it', async () => {
    const bytes = withEntries({ tag: 330, type: 4, values: [0, 0, 0] });
    const at = bytes.indexOf(Buffer.from([0x4a, 0x01, 0x04, 0x00]));
    bytes.writeUInt32LE(0xffff_fff0, at + 4);
    await expect(inspectBytes('claim.tif', bytes)).rejects.toThrow(SlideTooLarge);
  });
});
