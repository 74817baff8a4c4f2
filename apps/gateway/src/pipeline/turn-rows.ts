import { setImmediate as nextTurn } from 'node:timers/promises';

/** Values that are moved in one piece: about a millisecond. */
const VALUES_AT_ONCE = 250_000;

/**
 * Rows as columns: `[rows, width]` becomes `[width, rows]`.
 * @param signal asked between pieces of a millisecond
 */
export async function turnRows(values: Float32Array, width: number, signal: AbortSignal): Promise<Float32Array> {
  const rows = values.length / width;
  const turned = new Float32Array(values.length);
  const atOnce = Math.max(1, Math.floor(VALUES_AT_ONCE / Math.max(1, rows)));
  for (let from = 0; from < width; from += atOnce) {
    for (let column = from; column < Math.min(width, from + atOnce); column += 1)
      for (let row = 0; row < rows; row += 1) turned[column * rows + row] = values[row * width + column] ?? NaN;
    await nextTurn();
    signal.throwIfAborted();
  }
  return turned;
}
