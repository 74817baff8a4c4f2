import { Module, type DynamicModule } from '@nestjs/common';
import { BlobStore } from '#gateway/blob-store';
import type { Uploads } from '#gateway/uploads';
import { GeneCatalog } from './gene-catalog.service.js';
import { ImportGeneLists } from './import-gene-lists.js';
import { ListLines } from './list-lines.js';
import { Signatures } from './signatures.js';

@Module({})
export class GeneCatalogModule {
  /**
   * @param store the module that exports the token `DataSource`
   * @param blobs the module that exports the token `BlobStore`
   * @param uploads files that callers send
   * @param roots folders under which list files may lie
   */
  static over(store: DynamicModule, blobs: DynamicModule, uploads: Uploads, roots: readonly string[]): DynamicModule {
    const imports = {
      provide: ImportGeneLists,
      inject: [GeneCatalog, BlobStore],
      useFactory: (catalog: GeneCatalog, blobStore: BlobStore) =>
        new ImportGeneLists(catalog, blobStore, roots, uploads),
    };
    const lines = {
      provide: ListLines,
      inject: [BlobStore],
      useFactory: (blobStore: BlobStore) => new ListLines(blobStore),
    };
    const signatures = {
      provide: Signatures,
      inject: [GeneCatalog, BlobStore],
      useFactory: (catalog: GeneCatalog, blobStore: BlobStore) => new Signatures(catalog, blobStore, uploads),
    };
    return {
      module: GeneCatalogModule,
      imports: [store, blobs],
      providers: [GeneCatalog, imports, lines, signatures],
      exports: [GeneCatalog, ImportGeneLists, ListLines, Signatures],
    };
  }
}
