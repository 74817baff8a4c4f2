import { BadUserInput, RegistryWriteFailed, RegistryWriteRefused } from '#libs/errors';
import type { MlflowWriteOutcome } from '#libs/mlflow-client';
import { canonicalJson } from '../../canonical-json.js';
import type { WritePlan } from '../plan.js';
import type { AppendOutcome, RegistryJournal, WriteDecision, WriteRequest } from '../registry-journal.js';
import { InTurn } from './in-turn.js';
import { settle, type Settlement } from './settle.js';
import type { Found, ThroughPlan, Told, WritableServer } from './through-plan.js';
import type { WriteIntent, WriteOutbox } from './write-outbox.js';

const ATTEMPTS = 3;

/**
 * Writes through to servers: the server is looked at, the intent is stored, the server is told, and when it says yes the intent becomes
 * an acknowledged write. Whatever ends in between leaves an intent, which is settled by looking at the server and never by a guess. What
 * concerns one place is done one after the other.
 */
export class ThroughWriter {
  private readonly turns = new InTurn();

  constructor(
    private readonly journal: RegistryJournal,
    private readonly outbox: WriteOutbox,
  ) {}

  /**
   * @throws whatever the plan's decision throws; RegistryUnavailable, RegistryBadResponse when the server cannot be looked at;
   * RegistryWriteFailed, RegistryWriteRefused; StoreUnavailable, StoreReadOnly
   */
  write(
    plan: WritePlan,
    through: ThroughPlan,
    { request, server }: { readonly request: WriteRequest; readonly server: WritableServer },
    signal: AbortSignal,
  ): Promise<AppendOutcome> {
    return this.turns.take(turnOf(plan.source, through.place), signal, () =>
      this.writeNow(plan, through, request, server, signal),
    );
  }

  /** The decision by what the server holds now. Writes nothing. @throws as `write` does before it stores anything */
  async tryOut(
    { source, name }: WritePlan,
    through: ThroughPlan,
    server: WritableServer,
    signal: AbortSignal,
  ): Promise<WriteDecision> {
    const writes = await this.journal.read(source, signal);
    const found = await look(through, server, signal);
    return through.decide(
      found,
      writes.filter((write) => write.name === name),
    );
  }

  /** Looks what became of an intent, when nobody in this process is working on its place. @throws as `settle` does */
  settle(intent: WriteIntent, server: WritableServer, signal: AbortSignal): Promise<Settlement> {
    return this.turns.take(turnOf(intent.source, intent.place), signal, () =>
      settle(intent, server, this.outbox, signal),
    );
  }

  private async writeNow(
    plan: WritePlan,
    through: ThroughPlan,
    request: WriteRequest,
    server: WritableServer,
    signal: AbortSignal,
  ): Promise<AppendOutcome> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const seenSeq = (await this.journal.read(plan.source, signal)).at(-1)?.seq ?? 0;
      const found = await look(through, server, signal);
      const decide = (writes: Parameters<ThroughPlan['decide']>[1]) => through.decide(found, writes);
      // A proposal changes nothing on the server.
      if (plan.isProposal) return this.journal.append(request, decide);
      const { place, value: after } = through;
      const begun = await this.outbox.begin(request, { place, before: found.value, after, seenSeq, decide });
      if (begun.kind === 'BEGUN') return this.send(begun.intent, through, server, signal);
      if (begun.kind === 'REPEATED' || begun.kind === 'UNCHANGED') return begun;
      if (begun.kind === 'STALE') continue;
      const { kind } = await settle(begun.intent, server, this.outbox, signal);
      if (kind === 'UNSETTLED') break;
    }
    throw new RegistryWriteFailed('UNDER_WAY');
  }

  private async send(
    intent: WriteIntent,
    through: ThroughPlan,
    server: WritableServer,
    signal: AbortSignal,
  ): Promise<AppendOutcome> {
    await this.prepare(intent, through, server, signal);
    const outcome = await tell(intent, through, server, signal);
    switch (outcome.kind) {
      case 'DONE':
        return { kind: 'WRITTEN', write: await this.outbox.confirm(intent) };
      case 'REFUSED':
      case 'NOT_SENT':
        await this.outbox.abandon(intent, 'NOT_DONE', intent.before);
        throw failureOf(outcome);
      case 'CONFLICT':
        await this.outbox.abandon(intent, 'CONFLICT', outcome.found);
        throw outcome.error;
      case 'UNKNOWN':
        return this.findOut(intent, server, signal);
    }
  }

  /** Until the place speaks of it a file is nobody's, and so is a model without versions: whatever goes wrong here, the write was not done. */
  private async prepare(
    intent: WriteIntent,
    { file, making }: ThroughPlan,
    { writer }: WritableServer,
    signal: AbortSignal,
  ): Promise<void> {
    const { name } = intent;
    try {
      await making?.prepare(signal);
      if (!file) return;
      const outcome = await writer.upload({ name, version: file.version }, file.path, file.bytes, signal);
      if (outcome.kind !== 'DONE')
        throw failureOf(outcome.kind === 'UNKNOWN' ? { ...outcome, kind: 'NOT_SENT' } : outcome);
    } catch (error) {
      await this.outbox.abandon(intent, 'NOT_DONE', intent.before);
      throw error;
    }
  }

  /** The answer was lost. If the server shows the write already, it is done; else it may still come, and later looks decide. */
  private async findOut(intent: WriteIntent, server: WritableServer, signal: AbortSignal): Promise<AppendOutcome> {
    const settled = await settle(intent, server, this.outbox, signal).catch(() => null);
    if (settled?.kind === 'DONE') return { kind: 'WRITTEN', write: settled.write };
    signal.throwIfAborted();
    throw new RegistryWriteFailed('UNKNOWN');
  }
}

async function tell(
  { id, place, after }: WriteIntent,
  { making }: ThroughPlan,
  { writer }: WritableServer,
  signal: AbortSignal,
): Promise<Told> {
  if (place.kind !== 'VERSION') return writer.write(place, after, signal);
  return making ? making.make(id, signal) : { kind: 'NOT_SENT', reason: 'nothing was uploaded for it' };
}

async function look({ place, beside }: ThroughPlan, { writer }: WritableServer, signal: AbortSignal): Promise<Found> {
  const [value, other] = await Promise.all([
    writer.read(place, signal),
    beside ? writer.read(beside, signal) : Promise.resolve(null),
  ]);
  return { value, beside: other };
}

function failureOf(outcome: Exclude<MlflowWriteOutcome, { kind: 'DONE' | 'UNKNOWN' }>): Error {
  if (outcome.kind === 'NOT_SENT') return new RegistryWriteFailed('UNREACHABLE');
  if (outcome.status === null) return new BadUserInput('model', NO_UPLOADS);
  if (outcome.status === 401 || outcome.status === 403) return new RegistryWriteFailed('FORBIDDEN');
  return new RegistryWriteRefused(outcome.reason);
}

const NO_UPLOADS =
  'must be a version whose artifacts the server takes uploads for; where they lie in a store of their own, publish the record with `publish.py calibration`';

function turnOf(source: string, place: ThroughPlan['place']): string {
  return `${source} ${canonicalJson(place)}`;
}
