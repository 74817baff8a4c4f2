import { createRequire } from 'node:module';
import sharp, { type OverlayOptions } from 'sharp';

/** What the strip under a map says. Plain text, one line each. */
export interface Legend {
  readonly title: string;
  readonly note: string;
  readonly lowLabel: string;
  readonly highLabel: string;
  /** The colours from low to high, opaque. */
  readonly colourBar: { readonly width: number; readonly height: number; readonly rgba: Uint8Array };
}

// A font of our own: a server often has none, and text without a font is drawn as empty boxes.
const FONT_FILE = createRequire(import.meta.url).resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf');
const MARGIN_PX = 10;
const LINE_PX = 20;

/** Height of the legend's strip. */
export const LEGEND_HEIGHT_PX = 3 * LINE_PX + 3 * MARGIN_PX;

/** The legend's parts, placed on a strip that begins at `top`. */
export async function legendLayers(legend: Legend, width: number, top: number): Promise<readonly OverlayOptions[]> {
  const { colourBar } = legend;
  const inner = Math.max(1, width - 2 * MARGIN_PX);
  const barWidth = Math.min(colourBar.width, Math.max(1, Math.floor(inner / 3)));
  const bar = await sharp(colourBar.rgba, { raw: { width: colourBar.width, height: colourBar.height, channels: 4 } })
    .resize(barWidth, LINE_PX - 6, { fit: 'fill' })
    .png()
    .toBuffer();
  const low = await line(legend.lowLabel, Math.floor(inner / 4));
  const high = await line(legend.highLabel, Math.floor(inner / 4));
  const row = (index: number): number => top + MARGIN_PX + index * (LINE_PX + 4);
  const afterLow = MARGIN_PX + low.width + 6;
  return [
    { input: (await line(legend.title, inner)).png, left: MARGIN_PX, top: row(0) },
    { input: low.png, left: MARGIN_PX, top: row(1) },
    { input: bar, left: afterLow, top: row(1) },
    { input: high.png, left: Math.min(afterLow + barWidth + 6, Math.max(0, width - high.width)), top: row(1) },
    { input: (await line(legend.note, inner)).png, left: MARGIN_PX, top: row(2) },
  ];
}

/** One line of text, cut where it would be wider than there is room. */
async function line(text: string, maxWidth: number): Promise<{ readonly png: Buffer; readonly width: number }> {
  const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  const { data, info } = await sharp({
    text: {
      text: `<span foreground="#202020">${escaped}</span>`,
      fontfile: FONT_FILE,
      font: 'DejaVu Sans 10',
      rgba: true,
      dpi: 96,
    },
  })
    .png()
    .toBuffer({ resolveWithObject: true });
  if (info.width <= maxWidth) return { png: data, width: info.width };
  return {
    png: await sharp(data).extract({ left: 0, top: 0, width: maxWidth, height: info.height }).png().toBuffer(),
    width: maxWidth,
  };
}
