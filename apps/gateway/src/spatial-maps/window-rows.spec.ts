import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { MapWindow } from './map-parameters.js';
import type { RowSource } from './per-tile-rows.js';
import { orderTiles, placesOf } from './tile-grid.js';
import { windowRows } from './window-rows.js';

interface Case {
  readonly stride: number;
  readonly least: number;
  readonly values: readonly (readonly (number | null)[])[];
}
interface Expected {
  readonly size: number;
  readonly genes: number;
  readonly dim: number;
  readonly coords: readonly (readonly [number, number])[];
  readonly features: readonly number[];
  readonly weights: readonly (readonly number[])[];
  readonly cases: readonly Case[];
}
const expected: Expected = JSON.parse(
  await readFile(join(process.cwd(), 'test/fixtures/spatial/windows.json'), 'utf8'),
);

/** The fixture's model, mean over its folds: each place of a token has weights of its own. */
async function ask(input: Float32Array, count: number): Promise<Float32Array> {
  const { genes, dim, size, weights } = expected;
  const tokens = size * size;
  const answer = new Float32Array(count * genes);
  for (const fold of weights)
    for (let at = 0; at < count * tokens * dim; at += 1)
      for (let gene = 0; gene < genes; gene += 1) {
        const place = Math.floor(at / (tokens * dim)) * genes + gene;
        const weight = fold[(at % (tokens * dim)) * genes + gene] ?? NaN;
        answer[place] = (answer[place] ?? 0) + ((input[at] ?? NaN) * weight) / weights.length;
      }
  return answer;
}

/** Tiles as a feature file may have them: in any order. */
function shuffled() {
  const order = expected.coords.map((_, tile) => (tile * 17 + 5) % expected.coords.length);
  const features = order.flatMap((tile) => expected.features.slice(tile * expected.dim, (tile + 1) * expected.dim));
  return {
    coords: Int32Array.from(order.flatMap((tile) => [...(expected.coords[tile] ?? [])])),
    features: Float32Array.from(features),
  };
}

function sourceOf(order: Uint32Array, features: Float32Array): RowSource {
  return { features, dim: expected.dim, layerCount: expected.genes, order, ask };
}

async function mapOf({ stride, least }: Case, atOnce: number) {
  const { coords, features } = shuffled();
  const grid = orderTiles(coords);
  const window: MapWindow = { sizeTiles: expected.size, strideTiles: stride, minTiles: least, padding: 0 };
  const rows: number[] = [];
  let [asked, valued, most] = [0, 0, 0];
  const source = sourceOf(grid.order, features);
  const laid = { places: placesOf(grid.coords, 128), window, atOnce };
  for await (const piece of windowRows(source, laid, (count) => (asked += count))) {
    rows.push(...piece.rows);
    valued += piece.valuedTiles;
    most = Math.max(most, piece.tiles);
  }
  return { rows, asked, valued, most, coords: grid.coords };
}

describe('a window that is slid over the slide', () => {
  it.each(expected.cases)(
    'gives what the published loop gives, by numpy: stride $stride, $least tiles or more',
    async (one) => {
      const { rows, valued, most, coords } = await mapOf(one, 3);
      expect([...coords]).toEqual(expected.coords.flat());
      const wanted = one.values.flat();
      expect(rows).toHaveLength(wanted.length);
      rows.forEach((value, at) => {
        const want = wanted[at] ?? NaN;
        if (Number.isNaN(want)) expect(value).toBeNaN();
        else expect(Math.abs(value - want)).toBeLessThan(1e-5 * Math.max(1, Math.abs(want)));
      });
      expect(valued).toBe(one.values.filter(([value]) => value !== null).length);
      expect(most).toBeLessThanOrEqual(8);
    },
  );

  it('leaves tiles without a window missing, and never zero', async () => {
    const [one] = expected.cases;
    if (!one) throw new Error('a case was expected');
    const { rows, valued } = await mapOf(one, 32);
    expect(valued).toBeLessThan(expected.coords.length);
    expect(rows.filter(Number.isNaN)).toHaveLength((expected.coords.length - valued) * expected.genes);
    expect(rows).not.toContain(0);
  });
});

describe('the grid of tiles', () => {
  it('is found where crops were cut to whole pixels', () => {
    const coords = Int32Array.from({ length: 200 }, (_, at) => (at % 2 === 0 ? Math.floor((at / 2) * 256.4) : 7));
    const { columns, stepPx } = placesOf(coords, 256);
    expect([...columns]).toEqual(Array.from({ length: 100 }, (_, at) => at));
    expect(stepPx).toBeCloseTo(256.4, 1);
  });

  it('is refused where there is none, or two tiles lie on one place', () => {
    expect(() => placesOf(Int32Array.of(0, 0, 100, 0, 150, 0, 300, 70), 100)).toThrow('features');
    expect(() => placesOf(Int32Array.of(0, 0, 100, 0, 101, 3), 100)).toThrow('features');
    expect(() => placesOf(Int32Array.of(0, 0, 100, 0, 100, 0, 0, 100), 100)).toThrow('features');
  });

  it('of one tile is one place', () => {
    expect(placesOf(Int32Array.of(5, 9), 100)).toMatchObject({ width: 1, height: 1 });
  });
});
