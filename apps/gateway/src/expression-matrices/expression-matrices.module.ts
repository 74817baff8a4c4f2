import { Module, type DynamicModule } from '@nestjs/common';
import { BlobStore } from '#gateway/blob-store';
import { GeneCatalog } from '#gateway/gene-catalog';
import { Uploads } from '#gateway/uploads';
import { AddExpressionMatrices } from './add-expression-matrices.js';
import { MatrixCatalog } from './matrix-catalog.service.js';
import { ScoreMatrices } from './score-matrices.js';

/** What the module stands on. */
export interface MatrixRooms {
  /** Exports the token `DataSource`. */
  readonly store: DynamicModule;
  /** Exports the token `BlobStore`. */
  readonly blobs: DynamicModule;
  /** Exports the token `GeneCatalog`. */
  readonly genes: DynamicModule;
}

@Module({})
export class ExpressionMatricesModule {
  /** @param roots folders under which files may lie */
  static over({ store, blobs, genes }: MatrixRooms, uploads: Uploads, roots: readonly string[]): DynamicModule {
    return {
      module: ExpressionMatricesModule,
      imports: [store, blobs, genes],
      providers: [
        MatrixCatalog,
        { provide: Uploads, useValue: uploads },
        {
          provide: AddExpressionMatrices,
          inject: [MatrixCatalog, BlobStore],
          useFactory: (catalog: MatrixCatalog, blobStore: BlobStore) =>
            new AddExpressionMatrices(catalog, blobStore, uploads, roots),
        },
        {
          provide: ScoreMatrices,
          inject: [MatrixCatalog, GeneCatalog, BlobStore],
          useFactory: (catalog: MatrixCatalog, geneCatalog: GeneCatalog, blobStore: BlobStore) =>
            new ScoreMatrices(catalog, geneCatalog, blobStore),
        },
      ],
      exports: [MatrixCatalog, AddExpressionMatrices, ScoreMatrices, Uploads],
    };
  }
}
