import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TilingRecipe } from '../tiling-recipe.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));

export const CMU_SVS = join(root, 'demo/slides/CMU-1-Small-Region.svs');

export function fixture(name: string): string {
  return join(root, 'test/fixtures/slides', name);
}

export function readJson<T>(name: string): T {
  return JSON.parse(readFileSync(fixture(name), 'utf8')) as T;
}

/** A folder for files made by a spec. */
export class Scratch {
  private readonly folder = mkdtempSync(join(tmpdir(), 'tessera-slides-'));

  write(name: string, bytes: Uint8Array | string): string {
    const path = join(this.folder, name);
    writeFileSync(path, bytes);
    return path;
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** The demonstration's recipe. */
export const RECIPE: TilingRecipe = {
  tileSizePx: 224,
  mpp: 1,
  strideUm: 112,
  minTissueFraction: 0.5,
  maxTiles: 4000,
  seed: 0,
  tissueMask: { workingMpp: 8, filters: [{ kind: 'OTSU_SATURATION' }] },
};

export const never = (): AbortSignal => new AbortController().signal;

/** What `make-reference-values.py` wrote. */
export interface ReferenceValues {
  readonly area: readonly {
    readonly source: [number, number];
    readonly target: [number, number];
    readonly sha256: string;
  }[];
  readonly cmu: {
    readonly edge: number;
    readonly stride: number;
    readonly grid: number;
    readonly mask: [number, number];
    readonly overviewSha256: string;
    readonly tissuePixels: number;
    readonly kept: readonly [number, number][];
    readonly tilesSha256: string;
  };
  readonly pyramid: {
    readonly x: number;
    readonly y: number;
    readonly mean: readonly number[];
    readonly row100: readonly number[];
  };
  readonly levels: readonly { readonly size: [number, number]; readonly sha256: string }[];
  readonly filters: {
    readonly size: [number, number];
    readonly rgb: readonly number[];
    readonly focusEnergy: readonly number[];
    readonly deviation: readonly number[];
  };
  readonly pieces: {
    readonly size: [number, number];
    readonly mask: readonly number[];
    readonly withoutBelow6: string;
    readonly holesUpTo2Filled: string;
    readonly holePixelsFilled: number;
  };
  readonly otsu: readonly { readonly threshold: number; readonly histogram: readonly number[] }[];
}
