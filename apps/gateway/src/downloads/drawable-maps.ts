import { LRUCache } from 'lru-cache';
import { type DeepZoomTile, deepZoomWindow, type FullSize, renderDeepZoomTile } from '#libs/heat-maps';
import { NotFound } from '#libs/errors';
import { encodeLegend, encodeOverlay, type Legend } from '#libs/slides';

const MOST_MAPS = 32;
const LEGEND_WIDTH_PX = 480;

/** A map in one scale, ready to be drawn piece by piece. */
export interface DrawableMap {
  readonly size: FullSize;
  readonly legend: Legend;
  readonly input: Parameters<typeof renderDeepZoomTile>[0];
}

/** The last maps that were drawn: a viewer asks for dozens of tiles of one. */
export class DrawableMaps {
  private readonly ready = new LRUCache<string, Promise<DrawableMap>>({ max: MOST_MAPS });

  async of(key: string, prepare: () => Promise<DrawableMap>): Promise<DrawableMap> {
    const known = this.ready.get(key);
    // Whoever asked first may have gone meanwhile, as viewers do: its end is not everybody's.
    if (known) return known.catch(prepare);
    const preparing = prepare();
    this.ready.set(key, preparing);
    preparing.catch(() => this.ready.delete(key));
    return preparing;
  }
}

/** A PNG, transparent where the map has no value. @throws NotFound where the image has no such tile */
export async function drawTile({ size, input }: DrawableMap, place: DeepZoomTile): Promise<Buffer> {
  const window = deepZoomWindow(size, place);
  if (!window) throw new NotFound('array');
  return encodeOverlay(renderDeepZoomTile(input, window));
}

/** A PNG. */
export function drawLegend({ legend }: DrawableMap): Promise<Buffer> {
  return encodeLegend(legend, LEGEND_WIDTH_PX);
}
