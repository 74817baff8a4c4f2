export { layersOnScale, onScale, rangeOfLayer } from './layer-scale.js';
export { layerNamesOf } from './find-layers.js';
export { admitMap } from './map-access.js';
export { SpatialMapResolver, StoredMapResolver } from './spatial-map.resolver.js';
export { SpatialLayerResolver, SpatialLayersResolver } from './spatial-layers.resolver.js';
