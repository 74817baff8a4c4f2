import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { formatModelRef, type ModelRegistry, type RegistryWrite } from '#model-registry';
import type { AuditLog } from './audit/index.js';
import type { Log } from './logging/index.js';
import { unauditedWrites } from './registry-journal/index.js';

/** Longer than any request: a write that old whose audit row is missing will not get it from its own gateway. */
const GRACE_MS = 120_000;

const MUTATIONS: Readonly<Record<RegistryWrite['kind'], string>> = {
  CALIBRATION_ADDED: 'addCalibration',
  CALIBRATION_RETIRED: 'retireCalibration',
  ALIAS_SET: 'setAlias',
  ALIAS_REMOVED: 'removeAlias',
  ALIAS_PROPOSED: 'setAlias',
  TAG_SET: 'setModelTag',
  DESCRIPTION_SET: 'setModelDescription',
  PLACEMENT_SET: 'placeModelVersion',
  PLACEMENT_REMOVED: 'removePlacement',
  ROLLOUT_SET: 'setRollout',
  ROLLOUT_REMOVED: 'removeRollout',
};

/**
 * No write of the registry without its row in the audit record: a process that is killed between the two leaves the row to the next one.
 * The row has the id of the request that wrote, and the time at which it was found.
 */
export class AuditOfWrites implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;

  /** @param isAlone whether no other gateway can be answering: then nothing that is missing is still to come */
  constructor(
    private readonly dataSource: DataSource,
    private readonly registry: ModelRegistry,
    private readonly audit: AuditLog,
    private readonly options: { readonly isAlone: boolean; readonly log: Log },
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.complete(this.options.isAlone ? 0 : GRACE_MS);
    if (!this.options.isAlone) this.timer = setTimeout(() => void this.complete(GRACE_MS), GRACE_MS + 1_000).unref();
  }

  onApplicationShutdown(): void {
    clearTimeout(this.timer);
  }

  private async complete(olderThanMs: number): Promise<void> {
    try {
      const writes = await unauditedWrites(this.dataSource, olderThanMs);
      await Promise.all(writes.map((write) => this.record(write)));
      if (writes.length > 0) this.options.log.warn('audit rows of unanswered writes added', { rows: writes.length });
    } catch (error) {
      this.options.log.error('unanswered writes not audited', {}, error);
    }
  }

  private record(write: RegistryWrite): Promise<void> {
    const { source, name, version, tenant, caller, requestId, kind } = write;
    const found = version === null ? null : this.registry.snapshot().find(source, name, version);
    const ref = version === null ? null : formatModelRef({ source, name, selector: { kind: 'VERSION', version } });
    return this.audit.record({
      ...{ tenant, caller, requestId, operation: MUTATIONS[kind], kind: 'mutation', outcome: 'OK' },
      models: found && ref !== null ? [{ ref, digest: found.digest }] : [],
    });
  }
}
