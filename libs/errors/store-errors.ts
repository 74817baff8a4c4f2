import { DomainError } from './domain-error.js';

/** The same identity exists with other content. Nothing was overwritten. */
export class Conflict extends DomainError {
  readonly code = 'CONFLICT';
  constructor(reason: string, facts: Readonly<Record<string, unknown>> = {}) {
    super(reason, facts);
  }
}

/** The database, or the audit record in it, could not be reached in time. What was asked for may or may not have been written. */
export class StoreUnavailable extends DomainError {
  readonly code = 'STORE_UNAVAILABLE';
  constructor(options?: ErrorOptions) {
    super('The database cannot be reached at the moment. Try again shortly.', {}, options);
  }
}

/** A write was refused: the database takes none, or the disk has too little room left. Nothing of it counts. */
export class StoreReadOnly extends DomainError {
  readonly code = 'STORE_READ_ONLY';
  constructor(options?: ErrorOptions) {
    super('The database refuses writes at the moment; reading works. Tell whoever runs this gateway.', {}, options);
  }
}

/** Another process has the embedded store open. */
export class StoreLocked extends DomainError {
  readonly code = 'STORE_LOCKED';
  constructor(
    holder: { readonly pid: number; readonly host: string; readonly since: string; readonly command: string },
    lockFile: string,
  ) {
    super(
      `The data directory is in use by process ${holder.pid} on ${holder.host} (${holder.command}) since ${holder.since}. ` +
        'Stop that process, choose another TESSERA_DATA_DIR, or use PostgreSQL (TESSERA_DATABASE_URL) for several gateways.',
      { ...holder, lockFile },
    );
  }
}

/** The data directory is marked as in use by a holder that cannot be seen from this host. */
export class StoreLockedElsewhere extends DomainError {
  readonly code = 'STORE_LOCKED';
  constructor(
    holder: { readonly pid: number; readonly host: string; readonly since: string } | null,
    lockFile: string,
  ) {
    const who = holder
      ? `by process ${holder.pid} on another host, ${holder.host}, since ${holder.since}`
      : 'by a holder whose lock file cannot be read';
    super(
      `The data directory is marked as in use ${who}. Whether that process still runs cannot be seen from here, and two writers would ` +
        `lose data. If it is certain that it has ended, delete ${lockFile} and start again.`,
      { ...(holder ? { pid: holder.pid, host: holder.host, since: holder.since } : {}), lockFile },
    );
  }
}

/** Bytes that were stored are not the bytes that are read. Nothing of them is served. */
export class StoreDamaged extends DomainError {
  readonly code = 'STORE_DAMAGED';
  constructor(what: string, options?: ErrorOptions) {
    super(`Stored data is damaged: ${what}. Nothing of it was served. Restore it from a backup.`, {}, options);
  }
}

/** A job whose process ended each time it was tried. */
export class WorkerLost extends DomainError {
  readonly code = 'WORKER_LOST';
  constructor(attempts: number) {
    super(
      `The work was started ${attempts} times and the process that did it ended each time. Tell whoever runs this gateway.`,
      {
        attempts,
      },
    );
  }
}
