import { type ModelConfig } from '#libs/inference-protocol';
import { type Clock } from './clock.js';
import { type GuardedServer, type ServedName } from './guarded-server.js';

const HOLDS_MS = 60_000;
const ASK_AGAIN_MS = 5_000;

/**
 * The most rows that one call may bring to a version on a server, by the card and by the server's own word. Nobody waits for that word: until
 * it is there, and where the server says nothing, the answer is 1.
 */
export class RowLimit {
  private most = 1;
  private dueAt = -Infinity;

  constructor(
    private readonly server: GuardedServer,
    private readonly as: ServedName,
    private readonly cardMost: number,
    private readonly clock: Clock,
  ) {}

  read(): number {
    if (this.clock.now() >= this.dueAt) void this.look();
    return this.most;
  }

  /** Rows fail together that do not fail alone: for a while each goes alone. */
  rest(): void {
    this.most = 1;
    this.dueAt = this.clock.now() + HOLDS_MS;
  }

  private async look(): Promise<void> {
    const dueAt = this.clock.now() + HOLDS_MS;
    this.dueAt = dueAt;
    try {
      const { name, version } = this.as;
      const config = await this.server.client().modelConfig(name, version);
      // Unless it was found out meanwhile that they fail together.
      if (this.dueAt === dueAt) this.most = Math.min(this.cardMost, mostOf(config));
    } catch {
      this.most = 1;
      this.dueAt = this.clock.now() + ASK_AGAIN_MS;
    }
  }
}

/** A server that does not join rows itself has not said that company leaves a row's number as it is. */
function mostOf(config: ModelConfig | null): number {
  if (!config?.isBatchedByServer) return 1;
  const stated = [config.maxBatchSize, Math.max(0, ...config.preferredBatchSizes)].filter((most) => most > 0);
  return stated.length === 0 ? 1 : Math.min(...stated);
}
