import { SlideUnreadable } from '#libs/errors';

/** Micrometres per pixel that a slide scanner can have; 72 or 96 dots per inch, as image editors write, is far outside. */
export const PLAUSIBLE_MPP = { min: 0.05, max: 20 } as const;

const MAX_ANISOTROPY = 0.01;

/** The value, or null when no scanner has it. */
export function plausibleMpp(mpp: number | null): number | null {
  return mpp !== null && mpp >= PLAUSIBLE_MPP.min && mpp <= PLAUSIBLE_MPP.max ? mpp : null;
}

/**
 * One mpp of both axes, their mean; null when one of them is unknown.
 * @throws {SlideUnreadable} when they differ by more than 1 %: tiles would be distorted
 */
export function meanMpp(x: number | null, y: number | null): number | null {
  if (x === null || y === null) return null;
  const mean = (x + y) / 2;
  if (Math.abs(x - y) > MAX_ANISOTROPY * mean)
    throw new SlideUnreadable('its horizontal and vertical resolutions differ');
  return mean;
}
