import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { settleAll, type ModelRegistry, type ThroughWriter, type WriteOutbox } from '#model-registry';
import type { AuditOfWrites } from './audit-of-writes.js';
import type { Log } from './logging/index.js';

const EVERY_MS = 30_000;

/**
 * No write to a registry server stays unknown: what an ended process or a lost answer left behind is looked for on the server, at the
 * start and every half minute. Nothing waits for it.
 */
export class SettlementOfWrites implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private readonly closing = new AbortController();
  private pass: Promise<void> = Promise.resolve();

  constructor(
    private readonly writes: { readonly outbox: WriteOutbox; readonly through: ThroughWriter },
    private readonly registry: ModelRegistry,
    private readonly audit: AuditOfWrites,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.registry.snapshot().sources.some(({ id }) => this.registry.serverOf(id) !== null)) return;
    this.pass = this.settle();
    this.timer = setInterval(() => {
      this.pass = this.pass.then(() => this.settle());
    }, EVERY_MS).unref();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    this.closing.abort();
    await this.pass;
  }

  private async settle(): Promise<void> {
    const { outbox, through } = this.writes;
    try {
      const settled = await settleAll(this.registry, outbox, through, this.closing.signal);
      for (const { intent, end } of settled) {
        const { id, source } = intent;
        this.log.warn('a write whose outcome was unknown is settled', { id, source, end });
      }
      if (settled.length > 0) await this.audit.completeSettled(settled);
    } catch (error) {
      if (!this.closing.signal.aborted) this.log.error('writes to registry servers not settled', {}, error);
    }
  }
}
