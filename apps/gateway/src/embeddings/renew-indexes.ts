import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { isDomainError } from '#libs/errors';
import type { ModelRegistry } from '#model-registry';
import type { EmbeddingCatalog } from './embedding-catalog.service.js';
import type { RequestIndex } from './request-index.js';

/** What failed is tried again: a model server may have been away when the alias moved. */
const LOOK_MS = 600_000;

/** When the registry changes, begins new generations of the indexes whose reference means another version by now. The old ones are served until then. */
export class RenewIndexes implements OnApplicationBootstrap, OnApplicationShutdown {
  private stop: () => void = () => undefined;
  private timer: NodeJS.Timeout | undefined;
  private turn: Promise<void> = Promise.resolve();

  constructor(
    private readonly registry: ModelRegistry,
    private readonly catalog: EmbeddingCatalog,
    private readonly requests: RequestIndex,
    private readonly onFault: (error: unknown) => void,
  ) {}

  onApplicationBootstrap(): void {
    this.stop = this.registry.onSnapshot(() => this.look());
    this.timer = setInterval(() => this.look(), LOOK_MS).unref();
    this.look();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stop();
    clearInterval(this.timer);
    await this.turn;
  }

  private look(): void {
    this.turn = this.turn.then(() => this.renewAll()).catch(this.onFault);
  }

  private async renewAll(): Promise<void> {
    const snapshot = this.registry.snapshot();
    for (const index of await this.catalog.all()) {
      const [state] = await this.catalog.statesOf([index]);
      try {
        if (state) await this.requests.renew(state, snapshot);
      } catch (error) {
        // A reference that means nothing at the moment, a cohort that is gone: the index stays as it is.
        if (!isDomainError(error)) throw error;
      }
    }
  }
}
