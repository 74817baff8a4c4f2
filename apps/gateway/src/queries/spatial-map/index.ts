export { layersOnScale, onScale, rangeOfLayer } from './layer-scale.js';
export { layerNamesOf } from './find-layers.js';
export { admitMap } from './map-access.js';
export { SpatialMapResolver, StoredMapResolver } from './spatial-map.resolver.js';
export { SpatialLayerResolver, SpatialLayersResolver } from './spatial-layers.resolver.js';
export { ComparedGenesResolver, SpatialComparisonResolver } from './spatial-comparison.resolver.js';
export {
  AddMeasurementResolver,
  MeasurementJobResolver,
  SlideMeasurementsResolver,
} from './spatial-measurement.resolver.js';
export { SpatialPathwaysResolver } from './spatial-pathways.resolver.js';
