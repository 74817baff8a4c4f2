export { percentileRanksOffThread, renderHeatMapOffThread } from './render-off-thread.js';
export { type HeatMapColour } from './colours.js';
export { attentionScores, averageRanks, meanOfMaps, percentileRanks } from './ranks.js';
export {
  renderColourBar,
  renderHeatMap,
  type HeatMapInput,
  type HeatMapScale,
  type RgbaImage,
} from './render-heat-map.js';
export {
  DEEP_ZOOM_TILE_PX,
  deepZoomDescriptor,
  deepZoomMaxLevel,
  type DeepZoomTile,
  deepZoomWindow,
  type DeepZoomWindow,
  type FullSize,
  renderDeepZoomTile,
} from './deep-zoom.js';
