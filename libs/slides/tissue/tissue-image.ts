/** The overview that a tissue mask is made on. */
export interface TissueImage {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Size of a pixel in micrometres: the mean of both edges, which differ by rounding only. */
  readonly pixelUm: number;
  /** Area of a pixel in square micrometres. */
  readonly pixelAreaUm2: number;
  /** RGB, shape [heightPx, widthPx, 3]. */
  readonly rgb: Uint8Array;
}

/** Grey in [0, 255] by the weights of ITU-R BT.601: 0.299 R + 0.587 G + 0.114 B. */
export function greyOf(image: TissueImage): Float32Array {
  const { rgb } = image;
  const grey = new Float32Array(image.widthPx * image.heightPx);
  for (let i = 0, at = 0; i < grey.length; i++, at += 3) {
    grey[i] = 0.299 * (rgb[at] ?? 0) + 0.587 * (rgb[at + 1] ?? 0) + 0.114 * (rgb[at + 2] ?? 0);
  }
  return grey;
}

/** Saturation of HSV, (max - min) / max in [0, 1]; 0 for black. */
export function saturationOf(image: TissueImage): Float64Array {
  const { rgb } = image;
  const saturation = new Float64Array(image.widthPx * image.heightPx);
  for (let i = 0, at = 0; i < saturation.length; i++, at += 3) {
    const red = rgb[at] ?? 0;
    const green = rgb[at + 1] ?? 0;
    const blue = rgb[at + 2] ?? 0;
    const max = Math.max(red, green, blue);
    saturation[i] = max === 0 ? 0 : (max - Math.min(red, green, blue)) / max;
  }
  return saturation;
}
