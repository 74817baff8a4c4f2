/** A connected piece of set pixels. */
export interface Piece {
  readonly areaPx: number;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly touchesEdge: boolean;
}

const FOUR = [1, 0, -1, 0, 0, 1, 0, -1] as const;
const EIGHT = [...FOUR, 1, 1, 1, -1, -1, 1, -1, -1] as const;

/**
 * Finds the connected pieces of the pixels that are not zero, in reading order of their first pixels. Each is handed on when it is
 * complete, and none is kept: a noisy image has millions.
 * @param neighbours 8 for foreground, 4 for background: so a diagonal line separates what it should
 * @param visit gets the piece and the indices of its pixels, valid during the call only
 */
export function forEachPiece(
  set: Uint8Array,
  size: { readonly widthPx: number; readonly heightPx: number },
  neighbours: 4 | 8,
  visit: (piece: Piece, pixels: Int32Array) => void,
): void {
  const filler = new Filler(Uint8Array.from(set), size.widthPx, size.heightPx, neighbours === 4 ? FOUR : EIGHT);
  for (let seed = 0; seed < set.length; seed++) {
    if (filler.isSet(seed)) visit(filler.takePiece(seed), filler.pixels());
  }
}

/** Sets every pixel of the pieces that `isMeant` to `value`. */
export function paintPieces(
  mask: Uint8Array,
  set: Uint8Array,
  size: { readonly widthPx: number; readonly heightPx: number },
  paint: { readonly neighbours: 4 | 8; readonly value: 0 | 1; readonly isMeant: (piece: Piece) => boolean },
): void {
  forEachPiece(set, size, paint.neighbours, (piece, pixels) => {
    if (!paint.isMeant(piece)) return;
    for (const pixel of pixels) mask[pixel] = paint.value;
  });
}

/** Breadth-first fill: what was taken is cleared, and the queue is at its end the list of the piece's pixels. */
class Filler {
  private readonly queue: Int32Array;
  private queued = 0;

  constructor(
    private readonly left: Uint8Array,
    private readonly widthPx: number,
    private readonly heightPx: number,
    private readonly steps: readonly number[],
  ) {
    this.queue = new Int32Array(left.length);
  }

  isSet(pixel: number): boolean {
    return this.left[pixel] !== 0;
  }

  pixels(): Int32Array {
    return this.queue.subarray(0, this.queued);
  }

  takePiece(seed: number): Piece {
    let [left, top, right, bottom] = [this.widthPx, this.heightPx, -1, -1];
    this.queued = 0;
    this.enqueue(seed);
    for (let done = 0; done < this.queued; done++) {
      const pixel = this.queue[done] ?? 0;
      const x = pixel % this.widthPx;
      const y = (pixel - x) / this.widthPx;
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      if (y > bottom) bottom = y;
      this.enqueueNeighbours(x, y);
    }
    const touchesEdge = left === 0 || top === 0 || right === this.widthPx - 1 || bottom === this.heightPx - 1;
    return { areaPx: this.queued, widthPx: right - left + 1, heightPx: bottom - top + 1, touchesEdge };
  }

  private enqueueNeighbours(x: number, y: number): void {
    for (let k = 0; k < this.steps.length; k += 2) {
      const nx = x + (this.steps[k] ?? 0);
      const ny = y + (this.steps[k + 1] ?? 0);
      if (nx < 0 || ny < 0 || nx >= this.widthPx || ny >= this.heightPx) continue;
      const next = ny * this.widthPx + nx;
      if (this.left[next] !== 0) this.enqueue(next);
    }
  }

  private enqueue(pixel: number): void {
    this.left[pixel] = 0;
    this.queue[this.queued++] = pixel;
  }
}
