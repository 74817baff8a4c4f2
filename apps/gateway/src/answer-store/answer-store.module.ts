import { Module, type DynamicModule, type Provider } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AnswerStore } from './answer-store.service.js';

@Module({})
export class AnswerStoreModule {
  /**
   * @param store the module that exports the token `DataSource`
   * @param cacheBytes most bytes of answers that are kept in memory
   */
  static over(store: DynamicModule, cacheBytes?: number): DynamicModule {
    const answers: Provider = {
      provide: AnswerStore,
      inject: [DataSource],
      useFactory: (dataSource: DataSource) => new AnswerStore(dataSource, cacheBytes),
    };
    return { module: AnswerStoreModule, imports: [store], providers: [answers], exports: [AnswerStore] };
  }
}
