import { Module, type DynamicModule } from '@nestjs/common';
import { BlobStore } from './blob-store.js';

/** Provides the token `BlobStore`. */
@Module({})
export class BlobStoreModule {
  /** @param store opened by whoever starts the process, and closed by nobody: it holds no connection */
  static of(store: BlobStore): DynamicModule {
    return { module: BlobStoreModule, providers: [{ provide: BlobStore, useValue: store }], exports: [BlobStore] };
  }
}
