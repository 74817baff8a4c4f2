export { renderHeatMapOffThread } from './render-off-thread.js';
export { type HeatMapColour } from './colours.js';
export { attentionScores, averageRanks, percentileRanks } from './ranks.js';
export {
  renderColourBar,
  renderHeatMap,
  type HeatMapInput,
  type HeatMapScale,
  type RgbaImage,
} from './render-heat-map.js';
