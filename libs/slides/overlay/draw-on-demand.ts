import { type SlideImage } from '../worker/worker-protocol.js';
import { type Overlay } from './compose-overlay.js';
import { type Legend } from './legend.js';

// The image library is native and large. A process that draws nothing, or nothing yet, starts without it.

/**
 * A PNG of a map over a slide, with the legend beneath. The pixels are worked on in the image library's own threads.
 * @param overview the slide, [heightPx, widthPx, 3]
 * @param overlay the map; its transparent pixels leave the slide as it is
 * @param opacity how much of the map covers the slide, over 0 and up to 1; 0.55 if not given
 */
export async function composeOverlay(
  overview: SlideImage,
  overlay: Overlay,
  legend: Legend,
  opacity?: number,
): Promise<Buffer> {
  const drawing = await import('./compose-overlay.js');
  return drawing.composeOverlay(overview, overlay, legend, opacity);
}

/** A JPEG of a slide's overview. */
export async function encodeOverview(image: SlideImage): Promise<Buffer> {
  const drawing = await import('./compose-overlay.js');
  return drawing.encodeOverview(image);
}

/** A PNG of a map alone, its transparency kept: [height, width, 4], straight alpha. */
export async function encodeOverlay(overlay: Overlay): Promise<Buffer> {
  const drawing = await import('./compose-overlay.js');
  return drawing.encodeOverlay(overlay);
}

/** A PNG of a legend alone, on white. @param width in pixels, 100 or more */
export async function encodeLegend(legend: Legend, width: number): Promise<Buffer> {
  const drawing = await import('./compose-overlay.js');
  return drawing.encodeLegend(legend, width);
}
