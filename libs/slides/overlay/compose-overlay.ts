import sharp from 'sharp';
import { type SlideImage } from '../worker/worker-protocol.js';
import { type Legend, LEGEND_HEIGHT_PX, legendLayers } from './legend.js';

/** A map to lay over a slide: straight alpha, [height, width, 4], of the overview's size. */
export interface Overlay {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array;
}

/**
 * A PNG of a map over a slide, with the legend beneath. The pixels are worked on in sharp's own threads.
 * @param overview the slide, [heightPx, widthPx, 3]
 * @param overlay the map; its transparent pixels leave the slide as it is
 * @param opacity how much of the map covers the slide, over 0 and up to 1
 */
export async function composeOverlay(
  overview: SlideImage,
  overlay: Overlay,
  legend: Legend,
  opacity = 0.55,
): Promise<Buffer> {
  const { widthPx, heightPx } = overview;
  const map = await sharp(overlay.rgba, { raw: { width: overlay.width, height: overlay.height, channels: 4 } })
    .resize(widthPx, heightPx, { fit: 'fill', kernel: 'nearest' })
    .ensureAlpha()
    .linear([1, 1, 1, opacity], [0, 0, 0, 0])
    .png()
    .toBuffer();
  return sharp(overview.rgb, { raw: { width: widthPx, height: heightPx, channels: 3 } })
    .extend({ bottom: LEGEND_HEIGHT_PX, background: '#ffffff' })
    .composite([{ input: map, left: 0, top: 0 }, ...(await legendLayers(legend, widthPx, heightPx))])
    .png()
    .toBuffer();
}

/** A PNG of a map alone, its transparency kept. */
export function encodeOverlay({ rgba, width, height }: Overlay): Promise<Buffer> {
  return sharp(rgba, { raw: { width, height, channels: 4 } })
    .png()
    .toBuffer();
}

/** A PNG of a legend alone, on white. */
export async function encodeLegend(legend: Legend, width: number): Promise<Buffer> {
  return sharp({ create: { width, height: LEGEND_HEIGHT_PX, channels: 3, background: '#ffffff' } })
    .composite([...(await legendLayers(legend, width, 0))])
    .png()
    .toBuffer();
}

/** A JPEG of a slide's overview. */
export function encodeOverview({ rgb, widthPx, heightPx }: SlideImage): Promise<Buffer> {
  return sharp(rgb, { raw: { width: widthPx, height: heightPx, channels: 3 } })
    .jpeg({ quality: 85 })
    .toBuffer();
}
