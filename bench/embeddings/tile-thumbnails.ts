import { join } from 'node:path';
import { readOverview } from '#libs/slides';
import { DEMO_SLIDES } from '#test/open-test-gateway';

/** 16 x 8 places of 3 colours. */
export const THUMBNAIL_NUMBERS = 384;

const COLUMNS = 16;
const ROWS = 8;
const EDGE_PX = 4096;

/**
 * Real vectors, a hundred thousand in a second: overlapping windows of the demonstration slide C6, 16 x 8 pixels of its overview of 4,096 pixels, their colours less the mean colours of
 * all windows. Descriptors of tissue as it is, far from evenly spread; not those of an encoder, which would take an hour here.
 */
export async function tileThumbnails(count: number, signal: AbortSignal): Promise<Float32Array> {
  const image = await readOverview(join(DEMO_SLIDES, 'C6.tiff'), { maxEdgePx: EDGE_PX, signal });
  const [across, down] = [image.widthPx - COLUMNS, image.heightPx - ROWS];
  const step = Math.floor(Math.sqrt((across * down) / count));
  if (step < 1) throw new Error('the slide has too few windows');
  const vectors = new Float32Array(count * THUMBNAIL_NUMBERS);
  let row = 0;
  for (let y = 0; y < down && row < count; y += step)
    for (let x = 0; x < across && row < count; x += step) {
      for (let line = 0; line < ROWS; line++) {
        const from = ((y + line) * image.widthPx + x) * 3;
        vectors.set(image.rgb.subarray(from, from + COLUMNS * 3), row * THUMBNAIL_NUMBERS + line * COLUMNS * 3);
      }
      row += 1;
    }
  if (row < count) throw new Error('the slide has too few windows');
  return centred(vectors);
}

function centred(vectors: Float32Array): Float32Array {
  const mean = new Float64Array(THUMBNAIL_NUMBERS);
  const count = vectors.length / THUMBNAIL_NUMBERS;
  for (let at = 0; at < vectors.length; at++)
    mean[at % THUMBNAIL_NUMBERS] = (mean[at % THUMBNAIL_NUMBERS] ?? 0) + (vectors[at] ?? 0) / count;
  return vectors.map((value, at) => value - (mean[at % THUMBNAIL_NUMBERS] ?? 0));
}
