import type { DataSource } from 'typeorm';

/** An open store: connected, migrated, and locked where one process at a time may use it. */
export interface Database {
  readonly kind: 'embedded' | 'postgres';
  readonly dataSource: DataSource;
  /** What is promised about an acknowledged write, as one sentence for the log and the readiness detail. */
  readonly promise: string;
  /** Closes connections, then the embedded server, then gives the lock back. Calling it twice does nothing. */
  close(): Promise<void>;
}
