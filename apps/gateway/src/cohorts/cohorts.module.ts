import { Module, type DynamicModule } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { SlideCatalog } from '#gateway/slide-catalog';
import { CohortCatalog } from './cohort-catalog.service.js';
import { CohortFaults } from './cohort-faults.js';
import { CreateCohort } from './create-cohort.js';
import { PredictionImports } from './prediction-imports.js';

@Module({})
export class CohortsModule {
  /**
   * @param store the module that exports the token `DataSource`
   * @param slides the module that exports `SlideCatalog`
   */
  static over(store: DynamicModule, slides: DynamicModule): DynamicModule {
    const create = {
      provide: CreateCohort,
      inject: [CohortCatalog, SlideCatalog],
      useFactory: (catalog: CohortCatalog, slideCatalog: SlideCatalog) => new CreateCohort(catalog, slideCatalog),
    };
    const imports = {
      provide: PredictionImports,
      inject: [DataSource],
      useFactory: (dataSource: DataSource) => new PredictionImports(dataSource),
    };
    return {
      module: CohortsModule,
      imports: [store, slides],
      providers: [CohortCatalog, CohortFaults, create, imports],
      exports: [CohortCatalog, CohortFaults, CreateCohort, PredictionImports],
    };
  }
}
