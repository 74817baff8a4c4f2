import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { SlideLevel } from '../formats/slide-format.js';
import { never, readJson, type ReferenceValues } from '../spec-support/fixtures.js';
import { resampleWindow } from './resample-window.js';

const reference = readJson<ReferenceValues>('reference-values.json');

/** A level whose pixels follow a formula, cut into tiles; what lies beyond its edge is 255. */
function patternLevel(widthPx: number, heightPx: number, tileWidthPx: number, tileHeightPx: number): SlideLevel {
  const valueAt = (x: number, y: number, c: number): number =>
    x < widthPx && y < heightPx ? (x * 37 + y * 91 + c * 53 + ((x * y) % 17) * 11) % 256 : 255;
  const readTile = async (column: number, row: number): Promise<Uint8Array> =>
    Uint8Array.from({ length: tileWidthPx * tileHeightPx * 3 }, (_, i) => {
      const pixel = Math.floor(i / 3);
      return valueAt(
        column * tileWidthPx + (pixel % tileWidthPx),
        row * tileHeightPx + Math.floor(pixel / tileWidthPx),
        i % 3,
      );
    });
  return { widthPx, heightPx, tileWidthPx, tileHeightPx, readTile };
}

async function resample(
  level: SlideLevel,
  window: { x: number; y: number; width: number; height: number },
  size: [number, number],
) {
  const [outputHeightPx, outputWidthPx] = size;
  const target = new Uint8Array(outputWidthPx * outputHeightPx * 3);
  const request = { window, outputWidthPx, outputHeightPx, target, signal: never() };
  await resampleWindow(level, (column, row) => level.readTile(column, row), request);
  return target;
}

describe('area filter', () => {
  for (const { source, target, sha256 } of reference.area) {
    const [height, width] = source;
    for (const [tileWidth, tileHeight] of [
      [64, 48],
      [500, 500],
      [7, 3],
    ] as const) {
      it(`equals exact integer arithmetic in NumPy: ${source.join('x')} to ${target.join('x')}, tiles of ${tileWidth}x${tileHeight}`, async () => {
        const level = patternLevel(width, height, tileWidth, tileHeight);
        const pixels = await resample(level, { x: 0, y: 0, width, height }, target);
        expect(createHash('sha256').update(pixels).digest('hex')).toBe(sha256);
      });
    }
  }

  it('rounds halves up, once', async () => {
    const level: SlideLevel = {
      widthPx: 2,
      heightPx: 2,
      tileWidthPx: 2,
      tileHeightPx: 2,
      // Means 0.5, 1.5 and 0.25: a rounding between the passes would give 1, 2 and 1.
      readTile: async () => Uint8Array.from([0, 1, 0, 1, 2, 1, 0, 1, 0, 1, 2, 0]),
    };
    expect([...(await resample(level, { x: 0, y: 0, width: 2, height: 2 }, [1, 1]))]).toEqual([1, 2, 0]);
  });

  it('weighs the edges of a window that begins inside a pixel', async () => {
    const level: SlideLevel = {
      widthPx: 4,
      heightPx: 1,
      tileWidthPx: 2,
      tileHeightPx: 1,
      readTile: async (column) =>
        column === 0 ? Uint8Array.of(0, 0, 0, 100, 100, 100) : Uint8Array.of(200, 200, 200, 40, 40, 40),
    };
    // [0.75, 3.25): 0.25 of 0, all of 100 and 200, 0.25 of 40; over 2.5.
    expect((await resample(level, { x: 0.75, y: 0, width: 2.5, height: 1 }, [1, 1]))[0]).toBe(124);
  });

  it('does not read on after an abort', async () => {
    const level = patternLevel(64, 64, 8, 8);
    const aborted = AbortSignal.abort();
    const target = new Uint8Array(3);
    const request = {
      window: { x: 0, y: 0, width: 64, height: 64 },
      outputWidthPx: 1,
      outputHeightPx: 1,
      target,
      signal: aborted,
    };
    let reads = 0;
    const readTile = (column: number, row: number): Promise<Uint8Array> => {
      reads += 1;
      return level.readTile(column, row);
    };
    await expect(resampleWindow(level, readTile, request)).rejects.toThrow();
    expect(reads).toBeLessThanOrEqual(8);
  });
});
