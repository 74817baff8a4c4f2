export { type AskedMap, MakeSpatialMaps, type MapRun } from './make-spatial-maps.js';
export { PrepareSpatialMaps } from './prepare-spatial-maps.js';
export { SpatialMapCatalog } from './map-catalog.service.js';
export { MapLayers, pagesOfBytes } from './map-layers.js';
export { type MapParameters, mapParametersOf } from './map-parameters.js';
export { type MapQuestion } from './map-question.js';
export { writeMap } from './map-writer.js';
export { perTileRows } from './per-tile-rows.js';
export { SpatialMap } from './spatial-map.entity.js';
export { AddMeasurements } from './measurement/add-measurements.js';
export {
  CompareMeasurements,
  type ComparisonSettings,
  type MeasuredComparison,
} from './measurement/compare-measurements.js';
export { MeasurementCatalog } from './measurement/measurement-catalog.service.js';
export { SpatialMeasurement } from './measurement/spatial-measurement.entity.js';
export { type MapScoring, ScoreSpatialMaps } from './score-spatial-maps.js';
