import { ArtifactInvalid } from '#libs/errors';
import type { FeatureFileLimits } from './feature-file.types.js';

/**
 * Checks a declared matrix of features before anything is allocated for it.
 * @throws ArtifactInvalid when it is no matrix, empty, or beyond a limit
 */
export function checkFeatureShape(
  shape: readonly number[] | null,
  limits: FeatureFileLimits,
): { readonly count: number; readonly dim: number } {
  if (shape?.length !== 2) throw new ArtifactInvalid('its features are not a matrix of tiles by features');
  const [count = NaN, dim = NaN] = shape;
  if (count === 0 || dim === 0) throw new ArtifactInvalid('it holds no tiles');
  if (!Number.isSafeInteger(count) || count > limits.maxCount)
    throw new ArtifactInvalid(`it declares more than ${limits.maxCount} tiles`);
  if (!Number.isSafeInteger(dim) || dim > limits.maxDim)
    throw new ArtifactInvalid(`it declares more than ${limits.maxDim} features per tile`);
  if (count * dim * 4 > limits.maxBytes)
    throw new ArtifactInvalid(`its features would take more than ${limits.maxBytes} bytes as float32`);
  return { count, dim };
}

/** @throws ArtifactInvalid when coordinates are not one x, y pair per tile */
export function checkCoordsShape(shape: readonly number[] | null, count: number): void {
  if (shape?.length !== 2 || shape[0] !== count || shape[1] !== 2)
    throw new ArtifactInvalid('its coordinates are not one x, y pair for each tile');
}

/** @throws ArtifactInvalid when a feature or coordinate is NaN or infinite; `what` says which */
export function checkFinite(values: Float32Array | Float64Array, width: number, what: string): void {
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i]))
      throw new ArtifactInvalid(`${what} of tile ${Math.floor(i / width)} are not all finite numbers`);
  }
}
