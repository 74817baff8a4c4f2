export { TileEncoder } from './encode-tiles.js';
export { type FeatureFileToImport, ImportFeatures } from './import-features.js';
export { PrepareFeatures, type PrepareFeaturesJob, prepareFeaturesJobOf } from './prepare-features.js';
export { levelOfEncoder, tilingOf } from './preprocessing.js';
