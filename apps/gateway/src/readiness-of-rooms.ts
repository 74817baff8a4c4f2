import { type Database } from '#libs/database';
import { type ReadinessChecks } from './http/index.js';
import { type Log } from './logging/index.js';
import { type ModelServer } from './routing/index.js';
import { type SharedState } from './shared-state/index.js';

/** What the gateway leans on. */
interface Leant {
  readonly database: Database;
  readonly servers: readonly ModelServer[];
  readonly sharedState: SharedState;
}

/**
 * Without the store nothing can be answered. A model server that is down takes its own versions with it and nothing else: it is told, and
 * logged. Without Redis everything is answered, and each gateway counts for itself.
 */
export class ReadinessOfRooms {
  constructor(checks: ReadinessChecks, { database, servers, sharedState }: Leant, log: Log) {
    checks.register({
      name: 'store',
      isRequired: true,
      check: async () => void (await database.dataSource.query('SELECT 1')),
    });
    if (sharedState.link) checks.register({ name: 'redis', isRequired: false, check: async () => sharedState.check() });
    for (const server of servers) {
      const name = `model-server ${server.id}`;
      checks.register({ name, isRequired: false, check: (signal) => this.look(server, signal, log) });
    }
  }

  private async look(server: ModelServer, signal: AbortSignal, log: Log): Promise<void> {
    if (await this.isReady(server, signal)) return;
    log.warn('model server not ready', { server: server.id });
    throw new Error('the model server is not ready');
  }

  private async isReady(server: ModelServer, signal: AbortSignal): Promise<boolean> {
    try {
      return await server.client().ready(signal);
    } catch {
      return false;
    }
  }
}
