import type { Provider } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { BlobStore } from './blob-store/index.js';
import { SpatialMapReader, SpatialPictures, SpatialTables } from './downloads/index.js';
import { FeatureStore } from './feature-store/index.js';
import { ModelGenes } from './gene-catalog/index.js';
import { AnswerScopes } from './pipeline/index.js';
import { provide } from './provide.js';
import { Router } from './routing/index.js';
import { SlideCatalog } from './slide-catalog/index.js';
import { Uploads } from './uploads/index.js';
import {
  AddMeasurements,
  CompareMeasurements,
  MakeSpatialMaps,
  MapLayers,
  MeasurementCatalog,
  PrepareSpatialMaps,
  ScoreSpatialMaps,
  SpatialMapCatalog,
} from './spatial-maps/index.js';

/** @param roots folders under which files may lie */
export function measurements(roots: readonly string[]): Provider {
  return {
    provide: AddMeasurements,
    inject: [MeasurementCatalog, SlideCatalog, BlobStore, Uploads],
    useFactory: (catalog: MeasurementCatalog, slides: SlideCatalog, blobs: BlobStore, uploads: Uploads) =>
      new AddMeasurements(catalog, slides, blobs, { uploads, roots }),
  };
}

/** Maps over slides: what makes them, and what reads them. */
export const SPATIAL_ROAD: Provider[] = [
  provide(SpatialMapCatalog, [DataSource]),
  provide(MapLayers, [BlobStore]),
  {
    provide: MakeSpatialMaps,
    inject: [SpatialMapCatalog, FeatureStore, BlobStore, ModelGenes, Router],
    useFactory: (
      catalog: SpatialMapCatalog,
      features: FeatureStore,
      blobs: BlobStore,
      genes: ModelGenes,
      router: Router,
    ) => new MakeSpatialMaps(catalog, { features, blobs }, genes, router),
  },
  provide(ScoreSpatialMaps, [SpatialMapCatalog, MapLayers, BlobStore]),
  provide(MeasurementCatalog, [DataSource]),
  provide(CompareMeasurements, [MapLayers, BlobStore]),
  provide(PrepareSpatialMaps, [MakeSpatialMaps, AnswerScopes]),
  provide(SpatialPictures, [MapLayers, AnswerScopes]),
  provide(SpatialTables, [MapLayers, ModelGenes]),
  provide(SpatialMapReader, [SpatialMapCatalog, AnswerScopes]),
];
