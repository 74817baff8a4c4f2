import { Module, type DynamicModule } from '@nestjs/common';
import { SlideCatalog } from './slide-catalog.service.js';

@Module({})
export class SlideCatalogModule {
  /** @param store the module that exports the token `DataSource` */
  static over(store: DynamicModule): DynamicModule {
    return { module: SlideCatalogModule, imports: [store], providers: [SlideCatalog], exports: [SlideCatalog] };
  }
}
