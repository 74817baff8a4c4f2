import { Module, type DynamicModule } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { JobQueue } from './job-queue.service.js';
import { JobRunner, type JobRunnerOptions } from './job-runner.service.js';

@Module({})
export class JobsModule {
  /**
   * Whoever runs jobs registers handlers on `JobRunner` and calls its `start`; without that this process only puts jobs in.
   * @param store the module that exports the token `DataSource`
   */
  static over(store: DynamicModule, options: JobRunnerOptions = {}): DynamicModule {
    const runner = {
      provide: JobRunner,
      inject: [DataSource, JobQueue],
      useFactory: (dataSource: DataSource, queue: JobQueue) => new JobRunner(dataSource, queue, options),
    };
    return { module: JobsModule, imports: [store], providers: [JobQueue, runner], exports: [JobQueue, JobRunner] };
  }
}
