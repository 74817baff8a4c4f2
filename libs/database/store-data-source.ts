import { StoreReadOnly, StoreUnavailable } from '#libs/errors';
import { DataSource, type DataSourceOptions, type QueryRunner, type ReplicationMode } from 'typeorm';
import { translateStoreError } from './translate-store-error.js';

/** TypeORM's data source, with the driver's faults translated in the one place that every statement passes. */
export class StoreDataSource extends DataSource {
  /**
   * @param onFault told of the connection on which a statement met a fault of the store, before the fault is thrown
   * @param beforeEach may refuse a statement by throwing
   */
  constructor(
    options: DataSourceOptions,
    private readonly onFault: (connection: unknown) => void = () => {},
    private readonly beforeEach: (sql: string) => Promise<void> = async () => {},
  ) {
    super(options);
  }

  override createQueryRunner(mode: ReplicationMode = 'master'): QueryRunner {
    const runner = super.createQueryRunner(mode);
    const { connect, query } = runner;
    let connection: unknown;
    const guardedConnect = async (): Promise<unknown> => {
      connection = await translated(connect.apply(runner));
      return connection;
    };
    const guardedQuery = async (...args: Parameters<typeof query>): Promise<unknown> => {
      try {
        await this.beforeEach(args[0]);
        return await translated(query.apply(runner, args));
      } catch (error) {
        const isFault = error instanceof StoreReadOnly || error instanceof StoreUnavailable;
        if (isFault && connection !== undefined) this.onFault(connection);
        throw error;
      }
    };
    Object.defineProperty(runner, 'connect', { value: guardedConnect });
    Object.defineProperty(runner, 'query', { value: guardedQuery });
    return runner;
  }
}

async function translated<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw translateStoreError(error);
  }
}
