import { LRUCache } from 'lru-cache';
import { type HeatMapScale } from '#graphql/generated/schema-types';
import { type DeepZoomTile, deepZoomWindow, type FullSize, percentileRanks, renderDeepZoomTile } from '#libs/heat-maps';
import { NotFound } from '#libs/errors';
import { encodeLegend, encodeOverlay, type Legend } from '#libs/slides';
import { type Answer } from '#gateway/answer-store';
import { type FeatureStore } from '#gateway/feature-store';
import { type AnswerScopes, type Asker, loadCoords, tileEdgeOf } from '#gateway/pipeline';
import { type AnswerMaps, type MapAddress } from './answer-maps.js';
import { colourOf, legendOf, rangeOf } from './map-legend.js';

const MOST_MAPS = 32;
const LEGEND_WIDTH_PX = 480;

/** A map in one scale, ready to be drawn piece by piece. */
interface DrawableMap {
  readonly size: FullSize;
  readonly legend: Legend;
  readonly input: Parameters<typeof renderDeepZoomTile>[0];
}

/**
 * Maps of stored answers as Deep Zoom images: a viewer asks for dozens of tiles of one map, so the last maps are kept ready. Who may see an answer is
 * asked before, for every tile.
 */
export class DeepZoomMaps {
  private readonly ready = new LRUCache<string, Promise<DrawableMap>>({ max: MOST_MAPS });

  constructor(
    private readonly maps: AnswerMaps,
    private readonly scopes: AnswerScopes,
    private readonly features: FeatureStore,
  ) {}

  async sizeOf(answer: Answer, address: MapAddress, scale: HeatMapScale, asker: Asker): Promise<FullSize> {
    return (await this.mapOf(answer, address, scale, asker)).size;
  }

  /** A PNG. */
  async legend(answer: Answer, address: MapAddress, scale: HeatMapScale, asker: Asker): Promise<Buffer> {
    return encodeLegend((await this.mapOf(answer, address, scale, asker)).legend, LEGEND_WIDTH_PX);
  }

  /** A PNG, transparent where no tile of the answer is. @throws NotFound where the image has no such tile */
  async tile(
    answer: Answer,
    address: MapAddress,
    { scale, ...place }: DeepZoomTile & { readonly scale: HeatMapScale },
    asker: Asker,
  ): Promise<Buffer> {
    const { size, input } = await this.mapOf(answer, address, scale, asker);
    const window = deepZoomWindow(size, place);
    if (!window) throw new NotFound('array');
    return encodeOverlay(renderDeepZoomTile(input, window));
  }

  private async mapOf(answer: Answer, address: MapAddress, scale: HeatMapScale, asker: Asker): Promise<DrawableMap> {
    const key = [asker.caller.tenant, answer.id, address.mode, address.key, scale].join(' ');
    const known = this.ready.get(key);
    // Whoever asked first may have gone meanwhile, as viewers do: its end is not everybody's.
    if (known) return known.catch(() => this.prepare(answer, address, scale, asker));
    const preparing = this.prepare(answer, address, scale, asker);
    this.ready.set(key, preparing);
    preparing.catch(() => this.ready.delete(key));
    return preparing;
  }

  private async prepare(answer: Answer, address: MapAddress, scale: HeatMapScale, asker: Asker): Promise<DrawableMap> {
    const map = await this.maps.valuesOf(answer, address, asker);
    const { bag, rows } = map.answered.features;
    const { widthPx, heightPx } = await this.scopes.of(asker).slide(bag.slideId);
    const isRanked = scale === 'PERCENTILE';
    return {
      size: { widthPx, heightPx },
      legend: legendOf(map, scale),
      input: {
        values: isRanked ? Float32Array.from(percentileRanks(map.values)) : map.values,
        coords: await loadCoords(this.features, bag, rows),
        tileEdgePx: tileEdgeOf(bag),
        colour: colourOf(map),
        scale: { kind: 'RAW', range: isRanked ? [0, 100] : rangeOf(map.values) },
      },
    };
  }
}
