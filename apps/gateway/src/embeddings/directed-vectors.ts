import type { FoundVectors } from './pack-vectors.js';

/** Whether a vector can be compared by cosine: finite numbers, not all of them zero. */
export function hasDirection(vector: Float32Array): boolean {
  let squares = 0;
  for (const value of vector) squares += value * value;
  return squares > 0 && Number.isFinite(squares);
}

/** What a model answered without a direction stands in no index: one such row would make every question about the others fail. */
const NO_DIRECTION = 'MODEL_BAD_RESPONSE';

/**
 * The rows of a source that have a direction, with their places.
 * @returns the source with the rows that are left, and how many are not; the code where none is
 */
export function directedVectors(
  found: Extract<FoundVectors, { source: unknown }>,
  dimension: number,
): { readonly found: FoundVectors; readonly dropped: readonly { readonly code: string; readonly count: number }[] } {
  const { source, vectors } = found;
  const count = vectors.length / dimension;
  const rowOf = (row: number): Float32Array => vectors.subarray(row * dimension, (row + 1) * dimension);
  const kept = Array.from({ length: count }, (_, row) => row).filter((row) => hasDirection(rowOf(row)));
  if (kept.length === count) return { found, dropped: [] };
  const dropped = [{ code: NO_DIRECTION, count: count - kept.length }];
  if (kept.length === 0) return { found: { code: NO_DIRECTION }, dropped: [] };
  const left = new Float32Array(kept.length * dimension);
  for (const [place, row] of kept.entries()) left.set(rowOf(row), place * dimension);
  const { tiles } = source;
  const coords = kept.flatMap((row) => tiles?.coords.slice(row * 2, row * 2 + 2) ?? []);
  return { found: { source: tiles ? { ...source, tiles: { ...tiles, coords } } : source, vectors: left }, dropped };
}
