import { Module, type DynamicModule } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { BlobStore } from '#gateway/blob-store';
import { FeatureStore, type FeatureStoreOptions } from './feature-store.service.js';

@Module({})
export class FeatureStoreModule {
  /**
   * @param store the module that exports the token `DataSource`
   * @param blobs the module that exports the token `BlobStore`
   */
  static over(store: DynamicModule, blobs: DynamicModule, options: FeatureStoreOptions = {}): DynamicModule {
    const features = {
      provide: FeatureStore,
      inject: [DataSource, BlobStore],
      useFactory: (dataSource: DataSource, blobStore: BlobStore) => new FeatureStore(dataSource, blobStore, options),
    };
    return { module: FeatureStoreModule, imports: [store, blobs], providers: [features], exports: [FeatureStore] };
  }
}
