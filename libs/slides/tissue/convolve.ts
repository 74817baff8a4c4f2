/** A single-channel image, row by row. */
export interface GreyImage {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly values: Float32Array;
}

/** Gaussian weights out to 4 sigma, as `scipy.ndimage.gaussian_filter` cuts them. */
export function gaussianKernel(sigmaPx: number): Float64Array {
  const radius = Math.floor(4 * sigmaPx + 0.5);
  const kernel = Float64Array.from({ length: 2 * radius + 1 }, (_, i) =>
    Math.exp(-0.5 * ((i - radius) / sigmaPx) ** 2),
  );
  const sum = kernel.reduce((total, weight) => total + weight, 0);
  return kernel.map((weight) => weight / sum);
}

/**
 * Mean over a square window, mirrored at the image's edges. Its edge is the odd number of pixels nearest below or at `windowPx`, at
 * least 1. By running sums: the time does not grow with the window.
 */
export function boxMean(image: GreyImage, windowPx: number): GreyImage {
  const radius = Math.max(0, Math.floor((windowPx - 1) / 2));
  return alongBothAxes(image, radius, (padded, length, put) => {
    let sum = 0;
    for (let i = 0; i < 2 * radius; i++) sum += padded[i] ?? 0;
    for (let i = 0; i < length; i++) {
      sum += padded[i + 2 * radius] ?? 0;
      put(i, sum / (2 * radius + 1));
      sum -= padded[i] ?? 0;
    }
  });
}

/** Convolves along x, then y, with a symmetric kernel of odd length; the image is mirrored at its edges (d c b a | a b c d | d c b a). */
export function convolve(image: GreyImage, kernel: Float64Array): GreyImage {
  return alongBothAxes(image, (kernel.length - 1) / 2, (padded, length, put) => {
    for (let i = 0; i < length; i++) {
      let sum = 0;
      for (let k = 0; k < kernel.length; k++) sum += (kernel[k] ?? 0) * (padded[i + k] ?? 0);
      put(i, sum);
    }
  });
}

/** Filters one line: `padded` holds it with mirrored pixels before and after. */
type LineFilter = (padded: Float64Array, length: number, put: (i: number, value: number) => void) => void;

function alongBothAxes(image: GreyImage, radius: number, filter: LineFilter): GreyImage {
  const { widthPx, heightPx } = image;
  const along = new Float32Array(image.values.length);
  filterLines(image.values, along, { lines: heightPx, lineStep: widthPx, length: widthPx, step: 1, radius }, filter);
  const across = new Float32Array(image.values.length);
  filterLines(along, across, { lines: widthPx, lineStep: 1, length: heightPx, step: widthPx, radius }, filter);
  return { widthPx, heightPx, values: across };
}

interface Lines {
  readonly lines: number;
  readonly lineStep: number;
  readonly length: number;
  readonly step: number;
  readonly radius: number;
}

function filterLines(source: Float32Array, target: Float32Array, layout: Lines, filter: LineFilter): void {
  const { lines, lineStep, length, step, radius } = layout;
  const padded = new Float64Array(length + 2 * radius);
  for (let line = 0; line < lines; line++) {
    const base = line * lineStep;
    for (let i = 0; i < padded.length; i++) padded[i] = source[base + mirrored(i - radius, length) * step] ?? 0;
    filter(padded, length, (i, value) => {
      target[base + i * step] = value;
    });
  }
}

/** Index of the mirrored image, for any distance from its edges. */
export function mirrored(index: number, length: number): number {
  const period = 2 * length;
  const wrapped = ((index % period) + period) % period;
  return wrapped < length ? wrapped : period - 1 - wrapped;
}
