/**
 * One axis of an area filter: how much each source pixel gives to each output pixel.
 *
 * Output pixel i covers the source range [start + i s / n, start + (i + 1) s / n), s source pixels cut into n output pixels. A weight is the
 * length of the overlap of that range with the source pixel [j, j + 1), times n. With whole `start` and `s` all weights are whole
 * numbers, so that sums of them are exact and every output's weights add up to s.
 */
export interface AreaAxis {
  readonly outputPx: number;
  /** What the weights of one output pixel add up to: s. */
  readonly totalWeight: number;
  /** First source pixel that gives anything. */
  readonly firstSourcePx: number;
  /** One past the last source pixel that gives anything. */
  readonly endSourcePx: number;
  /** Per source pixel (from `firstSourcePx`): the first output pixel that it gives to. */
  readonly firstOutput: Int32Array;
  /** Per source pixel: where its weights begin in `weights`; one entry more than source pixels. */
  readonly weightsAt: Int32Array;
  readonly weights: Float64Array;
}

/**
 * @param startPx left (upper) edge of the range in source pixels, >= 0
 * @param lengthPx length of the range in source pixels, > 0
 * @param outputPx number of output pixels, >= 1
 * @param sourcePx size of the source: a range that a rounding error lets reach beyond it is cut there
 */
export function areaAxis(startPx: number, lengthPx: number, outputPx: number, sourcePx: number): AreaAxis {
  const firstSourcePx = Math.min(Math.floor(startPx), sourcePx - 1);
  const endSourcePx = Math.max(firstSourcePx + 1, Math.min(sourcePx, Math.ceil(startPx + lengthPx)));
  const firstOutput = new Int32Array(endSourcePx - firstSourcePx);
  const weightsAt = new Int32Array(endSourcePx - firstSourcePx + 1);
  const weights: number[] = [];
  for (let j = firstSourcePx; j < endSourcePx; j++) {
    // In units of 1/n source pixel, from the start of the range.
    const low = Math.max(0, (j - startPx) * outputPx);
    const high = Math.min(lengthPx * outputPx, (j + 1 - startPx) * outputPx);
    const first = Math.min(outputPx - 1, Math.floor(low / lengthPx));
    firstOutput[j - firstSourcePx] = first;
    for (let i = first; i < outputPx && i * lengthPx < high; i++) {
      weights.push(Math.max(0, Math.min(high, (i + 1) * lengthPx) - Math.max(low, i * lengthPx)));
    }
    weightsAt[j - firstSourcePx + 1] = weights.length;
  }
  return {
    outputPx,
    totalWeight: lengthPx,
    firstSourcePx,
    endSourcePx,
    firstOutput,
    weightsAt,
    weights: Float64Array.from(weights),
  };
}
