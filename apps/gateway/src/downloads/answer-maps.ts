import { type HeatMapMode, type HeatMapScale } from '#graphql/generated/schema-types';
import { renderHeatMapOffThread } from '#libs/heat-maps';
import { NotFound } from '#libs/errors';
import { composeOverlay, readOverview } from '#libs/slides';
import { type Answer } from '#gateway/answer-store';
import { type FeatureStore } from '#gateway/feature-store';
import {
  type AnswerScopes,
  type Asker,
  type InferencePipeline,
  loadCoords,
  loadFeatures,
  questionOfAnswer,
  slideIdOfAnswer,
  tileEdgeOf,
  versionOfAnswer,
} from '#gateway/pipeline';
import { colourOf, legendOf, rangeOf } from './map-legend.js';
import { heatMapOf, type HeatMapValues, wantedByKey } from '#gateway/queries/slide-prediction';

export const DRAW_TIMEOUT_MS = 20_000;

/** Which map an address names: its method, and of which target and class it is. */
export interface MapAddress {
  readonly mode: HeatMapMode;
  readonly key: string;
}

/** How a map is drawn. */
export interface Drawing {
  readonly scale: HeatMapScale;
  readonly maxEdgePx: number;
}

/** Maps of stored answers. What they are made of is stored; a map that nobody asked for yet runs its model once. */
export class AnswerMaps {
  constructor(
    private readonly pipeline: InferencePipeline,
    private readonly scopes: AnswerScopes,
    private readonly features: FeatureStore,
  ) {}

  valuesOf(answer: Answer, { mode, key }: MapAddress, asker: Asker): Promise<HeatMapValues> {
    if (answer.kind !== 'SLIDE_PREDICTION') throw new NotFound('array');
    const scope = this.scopes.of(asker);
    const { card } = versionOfAnswer(answer, scope.snapshot);
    const wanted = { mode, ...wantedByKey(card, key) };
    return heatMapOf(this.pipeline, questionOfAnswer(answer, scope.snapshot), wanted, scope);
  }

  /** `[tiles, 2]`, level-0 pixels of the top left corner. */
  async coordsOf(answer: Answer, asker: Asker): Promise<Int32Array> {
    const scope = this.scopes.of(asker);
    const question = questionOfAnswer(answer, scope.snapshot);
    const version = versionOfAnswer(answer, scope.snapshot);
    const bags = await scope.bags(slideIdOfAnswer(answer));
    const bag = bags.find((candidate) => candidate.digest === question.features);
    if (!bag) throw new NotFound('features');
    const { rows } = await loadFeatures(this.features, { bag, mpp: null }, question.region, version);
    return loadCoords(this.features, bag, rows);
  }

  /** A PNG of the map over its slide, with a legend that says what it shows. */
  async draw(map: HeatMapValues, { scale, maxEdgePx }: Drawing, asker: Asker): Promise<Buffer> {
    const { bag, rows } = map.answered.features;
    const slide = await this.scopes.of(asker).slide(bag.slideId);
    const overview = await readOverview(slide.path, { maxEdgePx, signal: asker.signal, timeoutMs: DRAW_TIMEOUT_MS });
    const range = rangeOf(map.values);
    const colour = colourOf(map);
    const overlay = await renderHeatMapOffThread(
      {
        values: map.values,
        coords: await loadCoords(this.features, bag, rows),
        tileEdgePx: tileEdgeOf(bag),
        slideWidthPx: slide.widthPx,
        slideHeightPx: slide.heightPx,
        downsample: overview.downsample,
        colour,
        scale: scale === 'PERCENTILE' ? { kind: 'PERCENTILE' } : { kind: 'RAW', range },
      },
      { signal: asker.signal, timeoutMs: DRAW_TIMEOUT_MS },
    );
    return composeOverlay(overview, overlay, legendOf(map, scale));
  }
}
