import type { DataSource, Logger } from 'typeorm';

/** The SQL statements that a store was sent, from the moment when somebody began to listen. */
export interface Statements {
  /** What was sent while the work ran: the statement's text, without its values. What the gateway does by itself is left out. */
  during(work: () => Promise<unknown>): Promise<readonly string[]>;
}

/** Listens to a data source by TypeORM's own logger, which hears every statement whatever its answer. */
export function countStatements(dataSource: DataSource): Statements {
  let heard: string[] | undefined;
  const ignore = (): void => {};
  const logger: Logger = {
    logQuery: (query) => void heard?.push(query),
    logQueryError: ignore,
    logQuerySlow: ignore,
    logSchemaBuild: ignore,
    logMigration: ignore,
    log: ignore,
  };
  dataSource.logger = logger;
  return {
    during: async (work) => {
      const own: string[] = [];
      heard = own;
      try {
        await work();
      } finally {
        heard = undefined;
      }
      return own.filter((query) => !isOfTheGatewayItself(query));
    },
  };
}

// The job runner looks for work once a second, the registry reads its journal twice a minute, and each answer leaves its row in the chain:
// none of it is the question's.
function isOfTheGatewayItself(query: string): boolean {
  return /audit_record|registry_write|pg_advisory_xact_lock|^(START TRANSACTION|COMMIT|ROLLBACK)|\bjob\b/.test(query);
}
