import { BadUserInput, SlideResolutionTooLow, SlideResolutionUnknown } from '#libs/errors';
import { PLAUSIBLE_MPP } from '../formats/plausible-mpp.js';

/** A slide may be coarser than the encoder wants by this much. */
const MAX_COARSER = 0.1;

/** A stated resolution may differ from the file's by this much. */
const MAX_CONTRADICTION = 0.02;

/**
 * The resolution that tiles are cut by: the file's, or the stated one where the file has none.
 * @param neededMpp micrometres per pixel that the recipe wants
 * @throws {SlideResolutionUnknown} when neither is known
 * @throws {BadUserInput} when the stated value contradicts the file's, or no scanner has it
 * @throws {SlideResolutionTooLow} when the finest level is more than 10 % coarser than needed
 */
export function resolveMpp(fileMpp: number | null, statedMpp: number | null, neededMpp: number): number {
  const isStatable = statedMpp === null || (statedMpp >= PLAUSIBLE_MPP.min && statedMpp <= PLAUSIBLE_MPP.max);
  if (!isStatable) throw new BadUserInput('mpp', `must lie between ${PLAUSIBLE_MPP.min} and ${PLAUSIBLE_MPP.max}`);
  const mpp = fileMpp ?? statedMpp;
  if (mpp === null) throw new SlideResolutionUnknown(neededMpp);
  if (statedMpp !== null && Math.abs(statedMpp - mpp) > MAX_CONTRADICTION * mpp) {
    throw new BadUserInput('mpp', 'contradicts the resolution that the slide file states by more than 2 %', {
      fileMpp: mpp,
    });
  }
  if (mpp > neededMpp * (1 + MAX_COARSER) * (1 + Number.EPSILON)) throw new SlideResolutionTooLow(neededMpp, mpp);
  return mpp;
}
