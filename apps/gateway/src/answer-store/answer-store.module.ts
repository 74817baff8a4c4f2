import { Module, type DynamicModule } from '@nestjs/common';
import { AnswerStore } from './answer-store.service.js';

@Module({})
export class AnswerStoreModule {
  /** @param store the module that exports the token `DataSource` */
  static over(store: DynamicModule): DynamicModule {
    return { module: AnswerStoreModule, imports: [store], providers: [AnswerStore], exports: [AnswerStore] };
  }
}
