import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { formatModelRef, type ModelRegistry, type RegistryWrite, type SettledIntent } from '#model-registry';
import type { AuditLog } from './audit/index.js';
import type { Log } from './logging/index.js';
import { isAudited, unauditedWrites } from './registry-journal/index.js';

/** Longer than any request: a write that old whose audit row is missing will not get it from its own gateway. */
const GRACE_MS = 120_000;

const MUTATIONS: Readonly<Record<RegistryWrite['kind'], string>> = {
  VERSION_REGISTERED: 'registerModelVersion',
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

const OUTCOMES: Readonly<Record<SettledIntent['end'], string>> = {
  DONE: 'OK',
  NOT_DONE: 'REGISTRY_UNAVAILABLE',
  CONFLICT: 'CONFLICT',
};

type AuditedWrite = Pick<RegistryWrite, 'source' | 'name' | 'version' | 'tenant' | 'caller' | 'requestId' | 'kind'>;

/**
 * No write of the registry without its row in the audit record: a process that is killed between the two leaves the row to the next one.
 * The row has the id of the request that wrote, and the time at which it was found.
 */
export class AuditOfWrites implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly startedMs = Date.now();
  private timer: NodeJS.Timeout | undefined;
  /** One pass after the other: two at once would find the same row missing. */
  private turn: Promise<void> = Promise.resolve();

  /** @param isAlone whether no other gateway can be answering: then nothing that is missing is still to come */
  constructor(
    private readonly dataSource: DataSource,
    private readonly registry: ModelRegistry,
    private readonly audit: AuditLog,
    private readonly options: { readonly isAlone: boolean; readonly log: Log },
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.complete(this.options.isAlone ? 0 : GRACE_MS);
    // Again and again: a job that outlived its process writes under the id of a request that was never answered.
    this.timer = setInterval(() => void this.complete(GRACE_MS), GRACE_MS + 1_000).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** The rows of writes to servers that were settled after their request was gone, those that came to nothing included. */
  async completeSettled(settled: readonly SettledIntent[]): Promise<void> {
    await this.inTurn(async () => {
      for (const { intent, end } of settled.filter((each) => this.isRequestGone(each))) {
        if (await isAudited(this.dataSource, intent.writer.requestId)) continue;
        await this.record({ ...intent, ...intent.content, ...intent.writer }, OUTCOMES[end]);
      }
    });
  }

  /** Else it leaves its row itself, or `complete` finds it later. What was given up on another gateway is older than any request. */
  private isRequestGone({ intent, end }: SettledIntent): boolean {
    return this.options.isAlone ? Date.parse(intent.at) < this.startedMs : end !== 'DONE';
  }

  private complete(olderThanMs: number): Promise<void> {
    return this.inTurn(() => this.completeNow(olderThanMs));
  }

  private inTurn(work: () => Promise<void>): Promise<void> {
    const mine = this.turn.then(work);
    this.turn = mine.catch(() => undefined);
    return mine;
  }

  private async completeNow(olderThanMs: number): Promise<void> {
    try {
      const writes = await unauditedWrites(this.dataSource, olderThanMs);
      await Promise.all(writes.map((write) => this.record(write, 'OK')));
      if (writes.length > 0) this.options.log.warn('audit rows of unanswered writes added', { rows: writes.length });
    } catch (error) {
      this.options.log.error('unanswered writes not audited', {}, error);
    }
  }

  private record(write: AuditedWrite, outcome: string): Promise<void> {
    const { source, name, version, tenant, caller, requestId, kind } = write;
    const found = version === null ? null : this.registry.snapshot().find(source, name, version);
    const ref = version === null ? null : formatModelRef({ source, name, selector: { kind: 'VERSION', version } });
    return this.audit.record({
      ...{ tenant, caller, requestId, operation: MUTATIONS[kind], kind: 'mutation', outcome },
      models: found && ref !== null ? [{ ref, digest: found.digest }] : [],
    });
  }
}
