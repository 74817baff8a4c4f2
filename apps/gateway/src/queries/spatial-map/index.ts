import type { Provider } from '@nestjs/common';
import { ComparedGenesResolver, SpatialComparisonResolver } from './spatial-comparison.resolver.js';
import { SpatialLayerResolver, SpatialLayersResolver } from './spatial-layers.resolver.js';
import { SpatialMapResolver, StoredMapResolver } from './spatial-map.resolver.js';
import {
  AddMeasurementResolver,
  MeasurementJobResolver,
  SlideMeasurementsResolver,
} from './spatial-measurement.resolver.js';
import { SpatialPathwaysResolver } from './spatial-pathways.resolver.js';

export { layersOnScale, onScale, rangeOfLayer } from './layer-scale.js';
export { layerNamesOf } from './find-layers.js';
export { admitMap } from './map-access.js';

/** What answers the fields about maps and measurements. */
export const SPATIAL_RESOLVERS: readonly Provider[] = [
  AddMeasurementResolver,
  ComparedGenesResolver,
  MeasurementJobResolver,
  SlideMeasurementsResolver,
  SpatialComparisonResolver,
  SpatialLayerResolver,
  SpatialLayersResolver,
  SpatialMapResolver,
  SpatialPathwaysResolver,
  StoredMapResolver,
];
