import { Module, type DynamicModule } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { SlideCatalog } from './slide-catalog.service.js';

@Module({})
export class SlideCatalogModule {
  /**
   * @param store the module that exports the token `DataSource`
   * @param isAlone whether no other process writes to the store
   */
  static over(store: DynamicModule, isAlone = false): DynamicModule {
    const slides = {
      provide: SlideCatalog,
      inject: [DataSource],
      useFactory: (dataSource: DataSource) => new SlideCatalog(dataSource, isAlone),
    };
    return { module: SlideCatalogModule, imports: [store], providers: [slides], exports: [SlideCatalog] };
  }
}
