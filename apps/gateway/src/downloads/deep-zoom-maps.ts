import { type HeatMapScale } from '#graphql/generated/schema-types';
import { type DeepZoomTile, type FullSize, percentileRanksOffThread } from '#libs/heat-maps';
import { type Answer } from '#gateway/answer-store';
import { type FeatureStore } from '#gateway/feature-store';
import { type AnswerScopes, type Asker, loadCoords, tileEdgeOf } from '#gateway/pipeline';
import { type AnswerMaps, DRAW_TIMEOUT_MS, type MapAddress } from './answer-maps.js';
import { type DrawableMap, DrawableMaps, drawLegend, drawTile } from './drawable-maps.js';
import { colourOf, legendOf, rangeOf } from './map-legend.js';

/**
 * Maps of stored answers as Deep Zoom images: a viewer asks for dozens of tiles of one map, so the last maps are kept ready. Who may see an answer is
 * asked before, for every tile.
 */
export class DeepZoomMaps {
  private readonly ready = new DrawableMaps();

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
    return drawLegend(await this.mapOf(answer, address, scale, asker));
  }

  /** A PNG, transparent where no tile of the answer is. @throws NotFound where the image has no such tile */
  async tile(
    answer: Answer,
    address: MapAddress,
    { scale, ...place }: DeepZoomTile & { readonly scale: HeatMapScale },
    asker: Asker,
  ): Promise<Buffer> {
    return drawTile(await this.mapOf(answer, address, scale, asker), place);
  }

  private async mapOf(answer: Answer, address: MapAddress, scale: HeatMapScale, asker: Asker): Promise<DrawableMap> {
    const key = [asker.caller.tenant, answer.id, address.mode, address.key, scale].join(' ');
    return this.ready.of(key, () => this.prepare(answer, address, scale, asker));
  }

  private async prepare(answer: Answer, address: MapAddress, scale: HeatMapScale, asker: Asker): Promise<DrawableMap> {
    const map = await this.maps.valuesOf(answer, address, asker);
    const { bag, rows } = map.answered.features;
    const { widthPx, heightPx } = await this.scopes.of(asker).slide(bag.slideId);
    const isRanked = scale === 'PERCENTILE';
    const limits = { signal: asker.signal, timeoutMs: DRAW_TIMEOUT_MS };
    return {
      size: { widthPx, heightPx },
      legend: legendOf(map, scale),
      input: {
        values: isRanked ? await percentileRanksOffThread(map.values, limits) : map.values,
        coords: await loadCoords(this.features, bag, rows),
        tileEdgePx: tileEdgeOf(bag),
        colour: colourOf(map),
        scale: { kind: 'RAW', range: isRanked ? [0, 100] : rangeOf(map.values) },
      },
    };
  }
}
