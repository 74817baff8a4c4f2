import type { AreaAxis } from './area-axis.js';

/** A decoded tile and where it lies in its level. Pixels beyond the level's edge may be in it and are never read. */
export interface PlacedTile {
  readonly rgb: Uint8Array;
  readonly leftPx: number;
  readonly topPx: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

/**
 * Exact area filter from tiles to an image, in bounded memory: sums are kept only for the output rows that the current row of tiles
 * touches. Tiles come row by row; `finishRows` writes what no further tile can change. Rounded half up, once, at the end.
 */
export class AreaAccumulator {
  private readonly open = new Map<number, Float64Array>();
  private readonly spare: Float64Array[] = [];
  private readonly line: Float64Array;
  private nextRow = 0;

  /** @param target RGB, shape [y.outputPx, x.outputPx, 3]; written row by row */
  constructor(
    private readonly x: AreaAxis,
    private readonly y: AreaAxis,
    private readonly target: Uint8Array,
  ) {
    this.line = new Float64Array(x.outputPx * 3);
  }

  addTile(tile: PlacedTile): void {
    const left = Math.max(tile.leftPx, this.x.firstSourcePx);
    const right = Math.min(tile.leftPx + tile.widthPx, this.x.endSourcePx);
    const top = Math.max(tile.topPx, this.y.firstSourcePx);
    const bottom = Math.min(tile.topPx + tile.heightPx, this.y.endSourcePx);
    if (left >= right || top >= bottom) return;
    for (let row = top; row < bottom; row++) {
      const outputs = this.reduceLine(tile, row, left, right);
      this.addLine(row, outputs.from, outputs.to);
    }
  }

  /** Writes every output row that source rows from `sourceRow` on no longer touch. */
  finishRows(sourceRow: number): void {
    const { firstSourcePx, endSourcePx, firstOutput, outputPx } = this.y;
    const end = sourceRow >= endSourcePx ? outputPx : (firstOutput[Math.max(0, sourceRow - firstSourcePx)] ?? outputPx);
    const total = this.x.totalWeight * this.y.totalWeight;
    for (; this.nextRow < end; this.nextRow++) {
      const sums = this.open.get(this.nextRow);
      if (!sums) continue;
      const at = this.nextRow * sums.length;
      for (let i = 0; i < sums.length; i++) this.target[at + i] = Math.floor((sums[i] ?? 0) / total + 0.5);
      this.open.delete(this.nextRow);
      this.spare.push(sums.fill(0));
    }
  }

  /** Sums one source row of a tile along x into `line`; says which of its entries were written. */
  private reduceLine(
    tile: PlacedTile,
    row: number,
    left: number,
    right: number,
  ): { readonly from: number; readonly to: number } {
    const { firstSourcePx, firstOutput, weightsAt, weights } = this.x;
    const { line } = this;
    const { rgb } = tile;
    const from = (firstOutput[left - firstSourcePx] ?? 0) * 3;
    const last = right - 1 - firstSourcePx;
    const to = ((firstOutput[last] ?? 0) + (weightsAt[last + 1] ?? 0) - (weightsAt[last] ?? 0)) * 3;
    line.fill(0, from, to);
    let at = ((row - tile.topPx) * tile.widthPx + (left - tile.leftPx)) * 3;
    for (let j = left - firstSourcePx; j <= last; j++, at += 3) {
      const red = rgb[at] ?? 0;
      const green = rgb[at + 1] ?? 0;
      const blue = rgb[at + 2] ?? 0;
      let output = (firstOutput[j] ?? 0) * 3;
      const end = weightsAt[j + 1] ?? 0;
      for (let k = weightsAt[j] ?? 0; k < end; k++, output += 3) {
        const weight = weights[k] ?? 0;
        line[output] = (line[output] ?? 0) + weight * red;
        line[output + 1] = (line[output + 1] ?? 0) + weight * green;
        line[output + 2] = (line[output + 2] ?? 0) + weight * blue;
      }
    }
    return { from, to };
  }

  private addLine(row: number, from: number, to: number): void {
    const { firstSourcePx, firstOutput, weightsAt, weights } = this.y;
    const { line } = this;
    const j = row - firstSourcePx;
    const start = weightsAt[j] ?? 0;
    const end = weightsAt[j + 1] ?? 0;
    for (let k = start; k < end; k++) {
      const sums = this.sumsOf((firstOutput[j] ?? 0) + k - start);
      const weight = weights[k] ?? 0;
      for (let i = from; i < to; i++) sums[i] = (sums[i] ?? 0) + weight * (line[i] ?? 0);
    }
  }

  private sumsOf(outputRow: number): Float64Array {
    const found = this.open.get(outputRow);
    if (found) return found;
    const fresh = this.spare.pop() ?? new Float64Array(this.x.outputPx * 3);
    this.open.set(outputRow, fresh);
    return fresh;
  }
}
