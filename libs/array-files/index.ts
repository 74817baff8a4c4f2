export type { ArrayDatatype, ArrayOfDatatype, DenseArray } from './array-datatypes.js';
export { BYTES_OF_DATATYPE, bytesOfArray } from './array-datatypes.js';
export { floatFromHalf, floatsFromHalves, halfFromFloat, halvesFromFloats } from './half-float.js';
export { decodeNpy, decodeNpyHeader, encodeNpy, encodeNpyHeader, type NpyHeader } from './npy.js';
export { encodeSafetensorsHeader, readSafetensors, writeSafetensors, type Safetensors } from './safetensors.js';
export { readFeatureFile, type ReadFeatureFileOptions } from './feature-file.js';
export {
  FEATURE_FILE_LIMITS,
  type CoordsUnit,
  type FeatureFile,
  type FeatureFileDeclaration,
  type FeatureFileLayout,
  type FeatureFileLimits,
  type StoredDatatype,
} from './feature-file.types.js';
export { readMatrixFile, type ReadMatrixOptions } from './matrix-file.js';
export { MATRIX_FILE_LIMITS, type MatrixFile, type MatrixFileFormat } from './matrix-file.types.js';
export { parquetOfTable } from './parquet-table.js';
export { type VectorsFileLimits, writeSlideVectorFile, writeVectorsFile } from './vectors-file.js';
export type { SlideVectorFile, VectorRowsBatch, VectorsFileFormat, VectorsFileOptions } from './vectors-file.types.js';
export { plainHeaderOf } from './vectors-plain.js';
export { writeAnnData } from './anndata-file.js';
export type { AnnDataAxis, AnnDataColumn, AnnDataContent, AnnDataFacts } from './anndata-file.types.js';
export { readSpatialSample } from './spatial-sample.js';
export {
  SPATIAL_SAMPLE_LIMITS,
  type SampleContent,
  type SpatialSample,
  type SpatialSampleFiles,
  type SpatialSampleFormat,
  type SparseCounts,
} from './spatial-sample.types.js';
