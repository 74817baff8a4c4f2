import type {
  AppendOutcome,
  BeginOutcome,
  Decide,
  IntentEnd,
  IntentWish,
  RegistryJournal,
  RegistryWrite,
  WriteIntent,
  WriteOutbox,
  WriteRequest,
} from '#model-registry';
import type { RegistryHints } from './registry-hints.js';

/** A journal whose writes the other gateways are told of as soon as they are durable. */
export class AnnouncedJournal implements RegistryJournal {
  constructor(
    private readonly journal: RegistryJournal,
    private readonly hints: RegistryHints,
  ) {}

  read(source: string, signal: AbortSignal): Promise<readonly RegistryWrite[]> {
    return this.journal.read(source, signal);
  }

  async append(request: WriteRequest, decide: Decide): Promise<AppendOutcome> {
    const outcome = await this.journal.append(request, decide);
    if (outcome.kind === 'WRITTEN') this.hints.announce(request.source);
    return outcome;
  }
}

/** An outbox of which the same is true: what is confirmed is on its server and in the journal. */
export class AnnouncedOutbox implements WriteOutbox {
  constructor(
    private readonly outbox: WriteOutbox,
    private readonly hints: RegistryHints,
  ) {}

  begin(request: WriteRequest, wish: IntentWish): Promise<BeginOutcome> {
    return this.outbox.begin(request, wish);
  }

  async confirm(intent: WriteIntent): Promise<RegistryWrite> {
    const write = await this.outbox.confirm(intent);
    this.hints.announce(intent.source);
    return write;
  }

  abandon(intent: WriteIntent, end: IntentEnd, found: string | null): Promise<void> {
    return this.outbox.abandon(intent, end, found);
  }

  unsettled(): Promise<readonly WriteIntent[]> {
    return this.outbox.unsettled();
  }
}
