import { saturationOf, type TissueImage } from './tissue-image.js';

const BINS = 256;

/**
 * Keeps pixels whose saturation lies above Otsu's threshold. The histogram is taken over the whole overview, not over what is left of the
 * mask: the threshold must see the background, and must not depend on the order of the filters.
 */
export function keepSaturated(image: TissueImage, mask: Uint8Array): void {
  const saturation = saturationOf(image);
  const threshold = otsuThreshold(histogramOf(saturation));
  for (let i = 0; i < mask.length; i++) {
    if (!((saturation[i] ?? 0) > threshold)) mask[i] = 0;
  }
}

/** Counts in 256 equal bins on [0, 1]; 1 falls into the last one. */
export function histogramOf(values: Float64Array): Float64Array {
  const counts = new Float64Array(BINS);
  for (const value of values) {
    const bin = Math.min(BINS - 1, Math.floor(value * BINS));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts;
}

/**
 * The centre of the bin that maximises the variance between the two classes "up to this bin" and "above", the first one of several.
 * With all values in one bin nothing can be told apart: infinity, so that no value lies above.
 * Otsu, "A threshold selection method from gray-level histograms", IEEE Trans. SMC 9(1), 1979; definition as in scikit-image's
 * `threshold_otsu`.
 */
export function otsuThreshold(counts: Float64Array): number {
  const centre = (bin: number): number => (bin + 0.5) / counts.length;
  const total = counts.reduce((sum, count) => sum + count, 0);
  const totalMoment = counts.reduce((sum, count, bin) => sum + count * centre(bin), 0);
  let best = 0;
  let threshold = Infinity;
  let weight = 0;
  let moment = 0;
  for (let bin = 0; bin < counts.length - 1; bin++) {
    weight += counts[bin] ?? 0;
    moment += (counts[bin] ?? 0) * centre(bin);
    const weightAbove = total - weight;
    if (weight === 0 || weightAbove === 0) continue;
    const variance = weight * weightAbove * (moment / weight - (totalMoment - moment) / weightAbove) ** 2;
    // Empty bins between two classes tie but for rounding: only a real gain moves the threshold on.
    if (variance <= best * (1 + 1e-12)) continue;
    best = variance;
    threshold = centre(bin);
  }
  return threshold;
}
