import { type SpatialScale } from '#graphql/generated/schema-types';
import { type DeepZoomTile, type FullSize, renderColourBar, renderHeatMapOffThread } from '#libs/heat-maps';
import { composeOverlay, type Legend, readOverview } from '#libs/slides';
import { type AnswerScopes, type Asker } from '#gateway/pipeline';
import { onScale, rangeOfLayer } from '#gateway/queries/spatial-map';
import { type MapLayers, mapParametersOf, type SpatialMap } from '#gateway/spatial-maps';
import { type DrawableMap, DrawableMaps, drawLegend, drawTile } from './drawable-maps.js';

const DRAW_TIMEOUT_MS = 20_000;
const COLOUR = 'VIRIDIS';

/** One layer as a picture. */
export interface PicturedLayer {
  readonly map: SpatialMap;
  readonly position: number;
  readonly scale: SpatialScale;
}

/** Layers of stored maps as pictures over their slide. Who may see a map is asked before. */
export class SpatialPictures {
  private readonly ready = new DrawableMaps();

  constructor(
    private readonly stored: MapLayers,
    private readonly scopes: AnswerScopes,
  ) {}

  async sizeOf(layer: PicturedLayer, asker: Asker): Promise<FullSize> {
    return (await this.drawable(layer, asker)).size;
  }

  async legend(layer: PicturedLayer, asker: Asker): Promise<Buffer> {
    return drawLegend(await this.drawable(layer, asker));
  }

  /** @throws NotFound where the image has no such tile */
  async tile(layer: PicturedLayer, place: DeepZoomTile, asker: Asker): Promise<Buffer> {
    return drawTile(await this.drawable(layer, asker), place);
  }

  /** A PNG of the layer over its slide, with a legend that says what it shows. */
  async picture(layer: PicturedLayer, maxEdgePx: number, asker: Asker): Promise<Buffer> {
    const { size, input, legend } = await this.drawable(layer, asker);
    const slide = await this.scopes.of(asker).slide(layer.map.slideId);
    const limits = { signal: asker.signal, timeoutMs: DRAW_TIMEOUT_MS };
    const overview = await readOverview(slide.path, { maxEdgePx, ...limits });
    const placed = { slideWidthPx: size.widthPx, slideHeightPx: size.heightPx, downsample: overview.downsample };
    return composeOverlay(overview, await renderHeatMapOffThread({ ...input, ...placed }, limits), legend);
  }

  private drawable(layer: PicturedLayer, asker: Asker): Promise<DrawableMap> {
    const { map, position, scale } = layer;
    const key = [map.tenant, map.digest, position, scale].join(' ');
    return this.ready.of(key, () => this.prepare(layer, asker));
  }

  private async prepare({ map, position, scale }: PicturedLayer, asker: Asker): Promise<DrawableMap> {
    const { signal } = asker;
    const own = await this.stored.page(map, position, 1, signal);
    const [low = 0, high = 0] = rangeOfLayer(own);
    const range = scale === 'PERCENTILE' ? ([0, 100] as const) : ([low, high > low ? high : low + 1] as const);
    const { widthPx, heightPx } = await this.scopes.of(asker).slide(map.slideId);
    const name = (await this.stored.names(map, signal))[position] ?? '';
    return {
      size: { widthPx, heightPx },
      legend: legendOf(map, name, scale, range),
      input: {
        values: onScale(own, scale),
        coords: await this.stored.coords(map, signal),
        tileEdgePx: map.tileEdgePx,
        colour: COLOUR,
        scale: { kind: 'RAW', range },
      },
    };
  }
}

function legendOf(map: SpatialMap, name: string, scale: SpatialScale, range: readonly [number, number]): Legend {
  const [low, high] = range;
  const isRank = scale === 'PERCENTILE';
  return {
    title: `${name}, ${map.modelRef}`,
    note: isRank
      ? 'Rank among the tiles of this map. Where nothing is drawn there is no value.'
      : `${mapParametersOf(map).unit}. Predicted; orders the tiles of this map only. Where nothing is drawn there is no value.`,
    lowLabel: isRank ? '0' : low.toPrecision(3),
    highLabel: isRank ? '100th percentile' : high.toPrecision(3),
    colourBar: renderColourBar(COLOUR, 256, 1),
  };
}
